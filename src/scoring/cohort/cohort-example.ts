import type { CohortExample } from '../../schema/cohort.ts';
import type { Difference } from '../example.ts';
import { toJson } from '../report.ts';
import type { CompiledCohort } from './compile-cohort.ts';
import { evaluateCohort } from './evaluate-cohort.ts';
import { totalsJson } from './report-cohort.ts';

/** Where the engine and a worked example of a table disagree; empty where the example holds exactly. */
export function cohortDifferences(cohort: CompiledCohort, example: CohortExample): Difference[] {
  const differences: Difference[] = [];
  const compare = (where: string[], expected: unknown, got: unknown): void => {
    const [a, b] = [told(expected), told(got)];
    if (a !== b) differences.push({ where, expected: a, got: b });
  };
  const rows = namedRows(example.rows);
  const result = evaluateCohort(
    cohort,
    rows.map(({ given }) => given),
    example.assume,
  );
  const byName = new Map(rows.map(({ name }, i) => [name, result.rows[i]]));
  for (const [name, row] of byName) {
    for (const issue of row?.kind === 'invalid' ? row.issues : [])
      differences.push({
        where: ['rows', name, issue.input],
        expected: issue.allowed.en,
        got: issue.given || 'left out',
      });
  }
  for (const section of ['expect', 'consequences', 'open'] as const)
    for (const name of Object.keys(example[section]))
      if (!byName.has(name)) differences.push({ where: [section, name], expected: 'a row of this name', got: 'none' });
  for (const [name, row] of byName) {
    if (!row || !('outputs' in row)) continue;
    for (const [output, expected] of Object.entries(example.expect[name] ?? {})) {
      const value = row.outputs.get(output);
      const unit = cohort.compiled.scheme.steps[output]?.unit;
      compare(['expect', name, output], expected, value === undefined ? undefined : toJson(value, unit));
    }
    const open = row.kind === 'undefined' ? Object.fromEntries(row.open.map((o) => [o.output, o.gaps])) : {};
    compare(['open', name], example.open[name] ?? {}, open);
    if (example.consequences[name]) compare(['consequences', name], example.consequences[name], row.consequences);
  }
  const totals = totalsJson(cohort, result.totals);
  for (const [id, expected] of Object.entries(example.totals)) compare(['totals', id], expected, totals[id]);
  return differences;
}

/** Rows of an example: `name` and the rest. */
export const namedRows = (rows: CohortExample['rows']) =>
  rows.map(({ name, ...given }) => ({ name: String(name), given }));

/** As JSON, the keys of an object in order. */
const told = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? 'nothing';
