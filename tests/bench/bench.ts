import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { scheme as schema } from '../../src/schema/scheme.ts';
import type { IdentifiedScheme } from '../../src/scoring/compile.ts';
import { proveAgreement } from './agree.ts';
import { branches } from './branches.ts';
import { bundle } from './bundle.ts';
import { cohortOf } from './cohort.ts';
import { exactness } from './exactness.ts';
import { type Effort, measure, type Rates, spread, timed } from './measure.ts';
import { members } from './members.ts';
import { makeEngine, situationOf, theirOutputs } from './publicodes-rule.ts';
import { type Row, tableOf } from './table.ts';

/**
 * `npm run bench [-- --json] [-- --quick] [-- --exactness | --paint | --search [--write]]`: how fast the engine is as
 * it is delivered, and beside publicodes with the same rule. `--quick` runs short rounds, to see whether it runs at
 * all. `--exactness` counts instead what floating point misjudges, and asks what is left open; `--paint` measures in
 * Chromium, on the built site, from an input to the frame with its result; `--search` measures the search of the built
 * site beside others, and prints Markdown, which `--write` puts into the READMEs. Exit code 0 whether targets are met
 * or missed.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    exactness: { type: 'boolean' },
    paint: { type: 'boolean' },
    search: { type: 'boolean' },
    write: { type: 'boolean' },
  },
});
const effort: Effort = options.quick ? { rounds: 3, seconds: 0.1, warmUp: 0.2 } : { rounds: 9, seconds: 1, warmUp: 2 };

if (options.search) {
  const { searchBench } = await import('./search/search-bench.ts');
  await searchBench(options);
  process.exit();
}

const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A scheme of the library as a page hands it to the browser. */
function readScheme(id: string): IdentifiedScheme {
  const text = readFileSync(join(import.meta.dirname, `../../content/schemes/${id}.yaml`), 'utf8');
  return JSON.parse(JSON.stringify({ ...schema.parse(parse(text)), id })) as IdentifiedScheme;
}

const ours = await bundle<typeof import('./engine-entry.ts')>('engine-entry', folder);
const theirs = await bundle<typeof import('./publicodes-entry.ts')>('publicodes-entry', folder);
const compiled = ours.module.compile(readScheme('chengzhuang-steps'));
const given = branches(4096, 2016);

const loadBefore = loadavg();
const rows: Row[] = [];
const one = (turn: number): (typeof given)[number] => given[turn % given.length] as (typeof given)[number];

const evaluate = { name: 'evaluate()', once: (turn: number) => void ours.module.evaluate(compiled, one(turn)) };
const report = { name: 'report(), explained', once: (turn: number) => void ours.module.report(compiled, one(turn)) };

if (options.paint) {
  const { paint, paintTable } = await import('./paint.ts');
  const found = await paint(options.quick ? 5 : 50);
  process.stdout.write(options.json ? `${JSON.stringify(found, null, 2)}\n` : paintTable(found));
} else if (options.exactness) {
  const { text, ...found } = exactness(ours.module, theirs.module.default, readScheme);
  process.stdout.write(options.json ? `${JSON.stringify(found, null, 2)}\n` : text);
} else {
  single();
  await cohort();
  const ratios = compare();
  tell([...rows, ...ratios]);
}

function single(): void {
  const group = 'chengzhuang-steps, one subject';
  const found = measure([evaluate, report], effort);
  rows.push({ group, ...rowOf(found, evaluate.name), target: 100_000 }, { group, ...rowOf(found, report.name) });
}

function rowOf(found: ReadonlyMap<string, Rates>, name: string): Pick<Row, 'name' | 'unit' | 'rates'> {
  return { name, unit: '/s', rates: found.get(name) as Rates };
}

async function cohort(): Promise<void> {
  const judgeAll = await cohortOf(readScheme('huangshan-indices'), folder);
  const all = members(100_000, 2017);
  const unjudged = judgeAll(all).find(({ kind }) => kind === 'invalid' || kind === 'incomplete');
  if (unjudged) throw new Error(`A member of the cohort was not judged: ${JSON.stringify(unjudged)}`);
  const found = timed(() => judgeAll(all), options.quick ? 1 : 7);
  rows.push({
    group: 'huangshan-indices, 100,000 members in 200 pools',
    name: 'the whole cohort',
    unit: 's',
    rates: found,
    target: 2,
  });
}

/** Ours and publicodes in turn, after proof that they judge alike. Gives the ratios. */
function compare(): Row[] {
  const engine = makeEngine(theirs.module.default);
  proveAgreement(ours.module, compiled, engine, given);
  const situations = given.map(situationOf);
  const set = (turn: number): void => void engine.setSituation(situations[turn % situations.length]);
  const all = {
    name: 'publicodes, all ten outputs',
    once: (turn: number) => {
      set(turn);
      for (const output of theirOutputs) engine.evaluate(output);
    },
  };
  const coefficient = {
    name: 'publicodes, the coefficient only',
    once: (turn: number) => {
      set(turn);
      engine.evaluate('coefficient');
    },
  };
  const again = { ...evaluate, name: 'evaluate(), again' };
  const found = measure([evaluate, all, again, coefficient], effort);
  const group = `side by side, after ${given.length.toLocaleString('en')} equal results`;
  for (const { name } of [evaluate, all, again, coefficient]) rows.push({ group, ...rowOf(found, name) });

  const ratio = (mine: string, other: string): Omit<Rates, 'processor'> =>
    spread(
      (found.get(mine) as Rates).rounds.map((rate, i) => rate / ((found.get(other) as Rates).rounds[i] as number)),
    );
  const rowFor = (name: string, rates: Row['rates']): Row => ({
    group: 'ratio, round by round',
    name,
    unit: '×',
    rates,
    target: 20,
  });
  return [
    rowFor('ours to all ten outputs', ratio(evaluate.name, all.name)),
    rowFor('ours to the coefficient only', ratio(again.name, coefficient.name)),
  ];
}

function tell(all: readonly Row[]): void {
  const sizes = [
    { name: 'engine with explanations', bytes: ours.bytes, gzip: ours.gzip },
    { name: 'publicodes', bytes: theirs.bytes, gzip: theirs.gzip },
  ];
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores: availableParallelism(),
    loadBefore: loadBefore[0] as number,
    loadAfter: loadavg()[0] as number,
  };
  process.stdout.write(
    options.json ? `${JSON.stringify({ machine, effort, rows: all, sizes }, null, 2)}\n` : tableOf(machine, all, sizes),
  );
}
