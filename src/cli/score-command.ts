import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEntry } from '../check/read.ts';
import { scheme as schema } from '../schema/scheme.ts';
import type { CompiledScheme } from '../scoring/compile.ts';
import { compile } from '../scoring/compile-any.ts';
import { describe } from '../scoring/describe.ts';
import type { Readings } from '../scoring/inputs.ts';
import { report } from '../scoring/report.ts';
import { reportWhatIf } from '../scoring/report-what-if.ts';
import { scoreTable } from './score-table.ts';
import { UsageError } from './usage-error.ts';

const usage = `Evaluates an appraisal scheme. Inputs are JSON on standard input; the result is JSON on standard output.

  npm run --silent score -- --list                    ids and titles of the schemes
  npm run --silent score -- <scheme> --describe       inputs, units, ranges, assumptions, outputs
  echo '{"key": 40, …}' | npm run --silent score -- <scheme> [--assume id=reading] [--language en] [--what-if]
  npm run --silent score -- <scheme> --cohort <file.csv> [--brief]

--cohort takes a table: a column name, and inputs by their ids or labels; - is standard input. What the table yields,
such as ranks, is computed. --brief leaves out traces and assumptions.
--what-if adds the smallest change of each input that changes the outcome, and the cheapest way to a better one.
--assume may be repeated; the reading is one of the assumption's options, a number, or off.
The inputs may carry them too: {"key": 40, "assumptions": {"paid-base": "off"}}.
`;

const folder = join(import.meta.dirname, '../../content/schemes');

function load(id: string): CompiledScheme {
  const file = join(folder, `${id}.yaml`);
  if (!/^[a-z0-9-]+$/.test(id) || !existsSync(file)) {
    throw new UsageError(`no scheme “${id}”; there are: ${ids().join(', ')}`);
  }
  const read = readEntry(`content/schemes/${id}.yaml`, readFileSync(file, 'utf8'), id, schema);
  if ('issues' in read)
    throw new UsageError(`content/schemes/${id}.yaml is not sound; npm run check says what is wrong`);
  return compile({ ...read.entry.data, id });
}

const ids = (): string[] =>
  readdirSync(folder)
    .filter((f) => f.endsWith('.yaml'))
    .map((f) => basename(f, '.yaml'))
    .sort();

/** Inputs from standard input: one JSON object. */
function parseInputs(text: string): { given: Record<string, unknown>; readings: Record<string, unknown> } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `standard input is not JSON: ${(error as Error).message}; write one object such as {"key": 40}`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError('standard input is not an object; write one such as {"key": 40}');
  }
  const { assumptions = {}, ...given } = value as Record<string, unknown>;
  if (typeof assumptions !== 'object' || assumptions === null)
    throw new UsageError('“assumptions” is not an object such as {"paid-base": "off"}');
  return { given, readings: assumptions as Record<string, unknown> };
}

function parseReadings(pairs: readonly string[]): Readings {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [id, ...rest] = pair.split('=');
      if (!id || rest.length === 0) throw new UsageError(`--assume ${pair}: write id=reading, such as paid-base=off`);
      return [id, rest.join('=')];
    }),
  );
}

export type Answer = { code: 0 | 2; out: string; err: string };

/**
 * What `npm run score -- …args` answers. `read` gives standard input and is called only where inputs are needed.
 * Exit code 2: a wrong word on the command line or a wrong input; `err` says which, what was given, what is allowed.
 */
export function scoreCommand(args: readonly string[], read: () => string): Answer {
  try {
    return { code: 0, out: run(args, read), err: '' };
  } catch (error) {
    const known = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (!known) throw error;
    return { code: 2, out: '', err: `${(error as Error).message}\n` };
  }
}

function run(args: readonly string[], read: () => string): string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      list: { type: 'boolean' },
      describe: { type: 'boolean' },
      help: { type: 'boolean' },
      assume: { type: 'string', multiple: true, default: [] },
      language: { type: 'string', default: 'zh' },
      cohort: { type: 'string' },
      brief: { type: 'boolean', default: false },
      'what-if': { type: 'boolean', default: false },
    },
  });
  if (values.help) return usage;
  if (values.list)
    return ids()
      .map((id) => `${id}\t${load(id).scheme.title.zh}\t${load(id).scheme.title.en}\n`)
      .join('');
  const [id, ...more] = positionals;
  if (!id || more.length > 0) throw new UsageError(`name one scheme, or --list\n\n${usage}`);
  if (values.language !== 'zh' && values.language !== 'en')
    throw new UsageError(`--language ${values.language}: zh or en`);
  const compiled = load(id);
  if (values.describe) return `${JSON.stringify(describe(compiled), null, 2)}\n`;
  if (values.cohort !== undefined) {
    const options = { language: values.language, brief: values.brief } as const;
    return scoreTable(compiled.scheme, values.cohort, parseReadings(values.assume), options, read);
  }
  const { given, readings: own } = parseInputs(read());
  const readings = { ...own, ...parseReadings(values.assume) };
  const result = report(compiled, given, readings, values.language);
  if (result.kind === 'invalid') {
    const lines = result.issues.map(
      ({ input, given: was, allowed }) =>
        `${input}: ${was === '' ? 'left out' : `given ${was}`}; allowed: ${allowed.en}（${allowed.zh}）`,
    );
    throw new UsageError(lines.join('\n'));
  }
  const whatIf = values['what-if'] ? reportWhatIf(compiled, given, readings, values.language) : {};
  return `${JSON.stringify({ ...result, ...whatIf }, null, 2)}\n`;
}
