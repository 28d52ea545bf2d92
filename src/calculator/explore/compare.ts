import type { Input } from '../../schema/scheme.ts';
import { compareBy } from '../../scoring/better.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import { Exact } from '../../scoring/exact.ts';
import type { Words } from '../../scoring/node.ts';
import { readerOf } from '../../scoring/read-value.ts';
import { isKnown, type Known, same, type Value } from '../../scoring/value.ts';
import { isDated } from './grid.ts';
import { valueIn } from './leaps.ts';
import type { Scenario } from './scenario.ts';
import { type Standing, standingOf } from './stretches.ts';

/** How the second differs from the first. */
export type Verdict = 'same' | 'different' | 'higher' | 'lower' | 'later' | 'earlier' | 'onlyFirst' | 'onlySecond';

/** One side of a row: its words, and whether the source leaves it open. */
export type Side = { text: string; standing: Standing };

export type Row = {
  kind: 'input' | 'reading' | 'output' | 'consequence';
  name: string;
  sides: readonly [Side, Side];
  verdict: Verdict;
  /** By the order that the scheme declares: above 0 where the second is better; `null` where it declares none. */
  better: number | null;
};

/** Words that the rows need beside those of the scheme. */
export type RowWords = {
  words: Words;
  output: (scenario: Scenario, output: string) => string;
  leftOut: string;
  follows: string;
  followsNot: string;
  notUsed: (reading: string) => string;
  off: string;
};

/** What differs between two scenarios, and all of their results, in the order of the scheme. */
export function compareScenarios(compiled: CompiledScheme, first: Scenario, second: Scenario, t: RowWords): Row[] {
  const both = [first, second] as const;
  return [
    ...compiled.inputs.flatMap(([name, input]) => inputRow(name, input, both, t)),
    ...compiled.assumptions.flatMap(([name]) => readingRow(compiled, name, both, t)),
    ...compiled.scheme.outputs.map((name) => outputRow(compiled, name, both, t)),
    ...compiled.scheme.consequences.flatMap(({ id }) => consequenceRow(id, both, t)),
  ];
}

type Both = readonly [Scenario, Scenario];

const plain = (text: string): Side => ({ text, standing: 'known' });

/** Inputs that are entered differently. */
function inputRow(name: string, input: Input, both: Both, { words, leftOut }: RowWords): Row[] {
  const typed = both.map(({ given }) => given[name]);
  const values = typed.map((text) => (text ? readerOf(input)(text) : null));
  const [a, b] = values;
  const isSame = typed[0] === typed[1] || (a && b && isKnown(a) && isKnown(b) && same(a, b));
  if (isSame) return [];
  const [first, second] = typed.map((text, i) => {
    const value = values[i];
    return plain(text ? (value ? words.named(name, value) : text) : leftOut);
  }) as [Side, Side];
  const verdict = a && b ? verdictOf(a, b, isDated(input)) : 'different';
  return [{ kind: 'input', name, sides: [first, second], verdict, better: null }];
}

/** Assumptions that either result rests on, or that are read differently. */
function readingRow(compiled: CompiledScheme, name: string, both: Both, { words, notUsed, off }: RowWords): Row[] {
  const standard = String(compiled.scheme.assumptions[name]?.default);
  const used = both.map(({ relied }) => relied.some(({ id }) => id === name));
  const readings = both.map(({ state }) => state.readings[name] ?? standard) as [string, string];
  if (readings[0] === readings[1] && !used.includes(true)) return [];
  const sides = readings.map((reading, i): Side => {
    if (reading === 'off') return { text: off, standing: 'undefined' };
    return plain(used[i] ? words.option(name, reading) : notUsed(words.option(name, reading)));
  }) as [Side, Side];
  const verdict = readings[0] === readings[1] ? 'same' : 'different';
  return [{ kind: 'reading', name, sides, verdict, better: null }];
}

function outputRow(compiled: CompiledScheme, name: string, both: Both, t: RowWords): Row {
  const [a, b] = both.map(({ result }) => valueIn(result, name)) as [Value, Value];
  const sides = both.map((scenario) => ({
    text: t.output(scenario, name),
    standing: standingOf(scenario.result, name),
  })) as [Side, Side];
  const dated = ['date', 'month', 'time'].includes(compiled.scheme.steps[name]?.unit ?? '');
  const order = compiled.scheme.better?.[name];
  const better = order && isKnown(a) && isKnown(b) ? compareBy(order, a, b) : null;
  const verdict =
    isKnown(a) && isKnown(b) ? verdictOf(a, b, dated) : sides[0].text === sides[1].text ? 'same' : 'different';
  return { kind: 'output', name, sides, verdict, better };
}

function verdictOf(a: Value, b: Value, dated: boolean): Verdict {
  if (isKnown(a) && isKnown(b) && same(a as Known, b as Known)) return 'same';
  if (!(a instanceof Exact && b instanceof Exact)) return 'different';
  const order = b.compare(a);
  return dated ? (order > 0 ? 'later' : 'earlier') : order > 0 ? 'higher' : 'lower';
}

function consequenceRow(id: string, both: Both, { follows, followsNot }: RowWords): Row[] {
  const has = both.map(({ result }) => 'outputs' in result && result.consequences.includes(id)) as [boolean, boolean];
  if (!has[0] && !has[1]) return [];
  const sides = has.map((it) => plain(it ? follows : followsNot)) as [Side, Side];
  const verdict = has[0] === has[1] ? 'same' : has[0] ? 'onlyFirst' : 'onlySecond';
  return [{ kind: 'consequence', name: id, sides, verdict, better: null }];
}
