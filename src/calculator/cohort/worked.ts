import type { CompiledCohort } from '../../scoring/cohort/compile-cohort.ts';
import { type CohortResult, evaluatingCohort } from '../../scoring/cohort/evaluate-cohort.ts';
import { type Quota, quotasOf } from '../../scoring/cohort/quotas.ts';
import { type Ranking, rankingOf, tableSteps } from '../../scoring/cohort/ranking.ts';
import type { Computed, Result } from '../../scoring/evaluate.ts';
import type { Memory, Words } from '../../scoring/node.ts';
import { isKnown, Undefined, type Value } from '../../scoring/value.ts';
import { columnsOf, givenOf, isBlankRow } from './grid.ts';
import type { Readings, Row } from './messages.ts';

/** Tells how far the work is, rests where the page needs the time, and throws where it is to stop. */
export type Pause = (share: number) => void | Promise<void>;

/** A table that has been worked out. Rows are named by their place in the grid. */
export type Worked = {
  cohort: CompiledCohort;
  rows: readonly Row[];
  readings: Readings;
  /** By place in the grid; nothing for rows that are blank or have no name. */
  results: readonly (Result | undefined)[];
  totals: CohortResult['totals'];
  ranking: Ranking | null;
  quotas: readonly Quota[];
  /** By place in the grid: key of those that it is ranked with. */
  groupOf: readonly string[];
};

/** Works the table out, slice by slice. */
export async function workOut(
  cohort: CompiledCohort,
  rows: readonly Row[],
  readings: Readings,
  pause: Pause,
): Promise<Worked> {
  const columns = columnsOf(cohort);
  const subjects = [...rows.keys()].filter((i) => rows[i]?.[0] !== '' && !isBlankRow(rows[i] as Row));
  const run = evaluatingCohort(
    cohort,
    subjects.map((i) => givenOf(columns, rows[i] as Row)),
    readings,
  );
  let step = run.next();
  while (!step.done) {
    await pause(step.value);
    step = run.next();
  }
  const results: (Result | undefined)[] = new Array(rows.length).fill(undefined);
  subjects.forEach((row, i) => {
    results[row] = step.value.rows[i];
  });
  const ranking = rankingOf(cohort, readings);
  const groupOf = results.map((result) => (isComputed(result) ? groupKey(cohort, ranking, result.memory) : ''));
  const quotas = quotasOf(cohort, readings);
  return { cohort, rows, readings, results, totals: step.value.totals, ranking, quotas, groupOf };
}

export const isComputed = (result: Result | undefined): result is Extract<Result, { memory: Memory }> =>
  result !== undefined && 'memory' in result;

export const computedRows = ({ results }: Worked): number[] =>
  [...results.keys()].filter((row) => isComputed(results[row]));

export const memoryOf = ({ results }: Worked, row: number): Memory => (results[row] as Computed).memory;

/** The value of an input, assumption or step in a row that was computed. */
export const valueIn = ({ cohort }: Worked, memory: Memory, name: string): Value =>
  memory[cohort.compiled.slots.get(name) as number] as Value;

const textOf = (value: Value): string => (isKnown(value) ? String(value) : '');

const SEPARATOR = '\u0000';

function groupKey({ compiled }: CompiledCohort, ranking: Ranking | null, memory: Memory): string {
  const columns = ranking?.within ?? [];
  return columns.map((name) => textOf(memory[compiled.slots.get(name) as number] as Value)).join(SEPARATOR);
}

/** `党员 · 东支部`. */
export function groupLabel({ ranking }: Worked, key: string, words: Words): string {
  const parts = key.split(SEPARATOR);
  return (ranking?.within ?? [])
    .flatMap((name, i) => (parts[i] ? words.named(name, parts[i] as string) : []))
    .join(' · ');
}

/** What an outcome is in a row, as an id: a choice, `true`/`false`, `undefined`, or nothing. */
export function outcomeId(value: Value | undefined): string {
  if (value === undefined) return '';
  if (value instanceof Undefined) return 'undefined';
  return textOf(value);
}

const shown = new WeakMap<Worked, readonly string[]>();

/** Outputs that at least one row has, or that are open in one; found once for a table. */
export function outputsIn(worked: Worked): readonly string[] {
  const known = shown.get(worked);
  if (known) return known;
  const given = new Set<string>();
  for (const result of worked.results) {
    if (!isComputed(result)) continue;
    for (const output of result.outputs.keys()) given.add(output);
    if (result.kind === 'undefined') for (const { output } of result.open) given.add(output);
  }
  const found = worked.cohort.compiled.outputs.map(({ id }) => id).filter((id) => given.has(id));
  shown.set(worked, found);
  return found;
}

/** Names that say what became of a row: what totals count by, then choices, then answers. */
export function outcomeNames({ compiled }: CompiledCohort): string[] {
  const { scheme, steps } = compiled;
  const counted = Object.values(scheme.cohort?.totals ?? {}).flatMap((total) => total['count-by'] ?? []);
  const typed = (type: string): string[] =>
    scheme.outputs.filter((output) => steps.find(({ id }) => id === output)?.node.type === type);
  return [...new Set([...counted, ...typed('choice'), ...typed('yes-no')])];
}

/** What lines can be drawn by; first what asks for a number of places, then outputs that rest on the other rows. */
export function cutNames(worked: Worked): string[] {
  if (!worked.ranking) return [];
  const onTable = tableSteps(worked.cohort);
  const outcomes = outcomeNames(worked.cohort);
  return [
    ...new Set([
      ...worked.quotas.map(({ step }) => step),
      ...outcomes.filter((name) => onTable.has(name)),
      ...outcomes.filter((name) => !onTable.has(name)),
    ]),
  ];
}
