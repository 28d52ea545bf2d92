import { changes, type ReliedOn, type Result } from '../evaluate.ts';
import type { InputIssue, Readings } from '../inputs.ts';
import type { Language } from '../node.ts';
import { type Json, type Report, reportOf, toJson } from '../report.ts';
import { isKnown, Undefined, type Value } from '../value.ts';
import type { CompiledCohort } from './compile-cohort.ts';
import { type CohortResult, evaluateCohort } from './evaluate-cohort.ts';
import type { NamedRow } from './read-table.ts';
import type { TotalResult, TotalValue } from './totals.ts';

export type RowReport = { name: string } & (
  | Omit<Report, 'scheme' | 'edition'>
  | { kind: 'invalid'; issues: readonly InputIssue[] }
);

export type TotalJson = Json | Record<string, number> | { open: readonly string[] };

/** The result of a table as JSON: what the command line prints. */
export type CohortReport = {
  scheme: string;
  edition: string;
  rows: RowReport[];
  /** A value, or one for each group of rows. */
  totals: Record<string, TotalJson | { group: readonly string[]; value: TotalJson }[]>;
  /** Assumptions that the result of at least one row rests on, and how many rows. */
  assumptions: { id: string; gap: string; value: Json; default: string | number; rows: number }[];
};

/**
 * Evaluates a table and tells everything. `brief` leaves out the trace and the assumptions, which cost one
 * evaluation of the table for each assumption.
 */
export function reportCohort(
  cohort: CompiledCohort,
  rows: readonly NamedRow[],
  readings: Readings = {},
  { language = 'zh', brief = false }: { language?: Language; brief?: boolean } = {},
): CohortReport {
  const { compiled } = cohort;
  const result = evaluateCohort(
    cohort,
    rows.map(({ given }) => given),
    readings,
  );
  const relied = brief ? result.rows.map(() => []) : reliedOnInTable(cohort, rows, readings, result);
  const all = relied.flat();
  const { id, edition } = compiled.scheme;
  return {
    scheme: id,
    edition,
    rows: result.rows.map((row, i) => {
      const name = rows[i]?.name ?? '';
      if (row.kind === 'invalid') return { name, ...row };
      const { scheme, edition: _, ...report } = reportOf(compiled, row, relied[i] ?? [], language);
      return brief ? { name, ...without(report) } : { name, ...report };
    }),
    totals: totalsJson(cohort, result.totals),
    assumptions: compiled.assumptions.flatMap(([name]) => {
      const uses = all.filter((it) => it.id === name);
      const [first] = uses;
      if (!first) return [];
      const { value, ...rest } = first;
      return [{ ...rest, value: toJson(value, compiled.scheme.assumptions[name]?.unit), rows: uses.length }];
    }),
  };
}

/** For each row, the assumptions that its result rests on: switched off, its result would be another. */
export function reliedOnInTable(
  cohort: CompiledCohort,
  rows: readonly NamedRow[],
  readings: Readings,
  result: CohortResult,
): ReliedOn[][] {
  const relied: ReliedOn[][] = rows.map(() => []);
  const given = rows.map(({ given }) => given);
  for (const [id, assumption] of cohort.compiled.assumptions) {
    const slot = cohort.compiled.slots.get(id) as number;
    const held = result.rows
      .map((row) => ('memory' in row ? (row.memory[slot] as Value) : null))
      .find((v) => v !== null);
    if (held === undefined || held === null || !isKnown(held)) continue;
    const off = evaluateCohort(cohort, given, { ...readings, [id]: 'off' });
    result.rows.forEach((row, i) => {
      if (!changes(row, off.rows[i] as Result)) return;
      relied[i]?.push({ id, gap: [assumption.gap].flat().join(' '), value: held, default: assumption.default });
    });
  }
  return relied;
}

/** The totals as JSON: one value where the total is of the whole table, else one for each group. */
export function totalsJson(cohort: CompiledCohort, totals: readonly TotalResult[]): CohortReport['totals'] {
  return Object.fromEntries(
    totals.map(({ id, groups }) => {
      const total = cohort.compiled.scheme.cohort?.totals[id];
      const values = groups.flatMap(({ group, value }) =>
        value === null ? [] : [{ group, value: valueJson(value, total?.unit) }],
      );
      return [id, total?.within ? values : (values[0]?.value ?? 0)];
    }),
  );
}

function valueJson(value: NonNullable<TotalValue>, unit: string | undefined): TotalJson {
  if (value instanceof Undefined) return { open: value.gaps };
  if (value instanceof Map) return Object.fromEntries(value);
  if (Array.isArray(value)) return value as string[];
  return toJson(value as Parameters<typeof toJson>[0], unit);
}

/** A report without what only explains it. */
const without = ({ rules: _, ...report }: Omit<Report, 'scheme' | 'edition'>) => ({ ...report, trace: [] });
