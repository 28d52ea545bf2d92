import { conclude, idleInputs, type Result, runSteps } from '../evaluate.ts';
import { type Given, type InputIssue, type Readings, readInputs } from '../inputs.ts';
import type { Memory, Table } from '../node.ts';
import type { CompiledCohort } from './compile-cohort.ts';
import { type TotalResult, totalsOf } from './totals.ts';

export type CohortResult = {
  /** One for each row, in their order. Rows that are invalid or incomplete are ranked with nobody. */
  rows: readonly Result[];
  totals: readonly TotalResult[];
};

/** A row that can be computed, with its place in the table. */
type Row = { at: number; memory: Memory; missing: readonly string[]; idle: ReadonlySet<string> };

/**
 * Evaluates a table of subjects. Pure; never throws for any rows. The order of the rows has no influence on any
 * row's result. `given` are the inputs and columns of each row, without its name.
 */
export function evaluateCohort(cohort: CompiledCohort, given: readonly Given[], readings: Readings = {}): CohortResult {
  const run = evaluatingCohort(cohort, given, readings);
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

/** Steps of rows between two reports: some milliseconds. */
const SLICE = 20_000;

/**
 * The same in slices: gives, every few milliseconds, the share of the work that is done (0 to 1), and at its end the
 * result. The caller may rest between slices, or stop.
 */
export function* evaluatingCohort(
  cohort: CompiledCohort,
  given: readonly Given[],
  readings: Readings = {},
): Generator<number, CohortResult, void> {
  const { compiled, first, end } = cohort;
  const results: Result[] = new Array(given.length);
  const rows: Row[] = [];
  const all = given.length * (compiled.inputs.length + compiled.steps.length);
  let [done, told] = [0, 0];
  const due = (work: number): boolean => {
    done += work;
    if (done - told < SLICE) return false;
    told = done;
    return true;
  };
  for (let at = 0; at < given.length; at += 1) {
    const { issues, memory, missing } = readInputs(compiled, given[at] as Given, readings);
    const idle = issues.length > 0 ? null : idleInputs(compiled, missing);
    if (idle) rows.push({ at, memory, missing, idle });
    else results[at] = issues.length > 0 ? { kind: 'invalid', issues } : { kind: 'incomplete', missing };
    if (due(compiled.inputs.length + (idle ? 0 : compiled.steps.length))) yield done / all;
  }
  const memories = rows.map(({ memory }) => memory);
  const table: Table = { rows: memories, groups: new Map() };
  for (const memory of memories) memory[compiled.tableSlot] = table as never;
  // A step of the table looks at all rows: each must have been through the steps before it.
  const before = compiled.steps.slice(0, first);
  for (const memory of memories) {
    runSteps(before, memory);
    if (due(first)) yield done / all;
  }
  for (const { node, slot } of compiled.steps.slice(first, end))
    for (const memory of memories) {
      memory[slot] = node.evaluate(memory);
      if (due(1)) yield done / all;
    }
  const after = compiled.steps.slice(end);
  const sound: Memory[] = [];
  for (const { at, memory, missing, idle } of rows) {
    if (due(after.length)) yield done / all;
    const issues = brokenConstraints(cohort, given[at] as Given, memory);
    if (issues.length > 0) {
      results[at] = { kind: 'invalid', issues };
      continue;
    }
    runSteps(after, memory);
    results[at] = conclude(compiled, memory, missing, idle);
    sound.push(memory);
  }
  return { rows: results, totals: totalsOf(cohort.totals, { rows: sound, groups: new Map() }) };
}

function brokenConstraints({ constraints }: CompiledCohort, given: Given, memory: Memory): InputIssue[] {
  const issues: InputIssue[] = [];
  for (const { node, constraint } of constraints) {
    if (node.evaluate(memory) !== false) continue;
    for (const input of constraint.inputs)
      issues.push({ input, given: String(given[input] ?? ''), allowed: constraint.message });
  }
  return issues;
}
