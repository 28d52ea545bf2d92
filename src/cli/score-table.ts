import { readFileSync } from 'node:fs';
import { compileCohort } from '../scoring/cohort/compile-cohort.ts';
import { readTable, type TableIssue } from '../scoring/cohort/read-table.ts';
import { reportCohort } from '../scoring/cohort/report-cohort.ts';
import type { IdentifiedScheme } from '../scoring/compile.ts';
import type { Readings } from '../scoring/inputs.ts';
import type { Language } from '../scoring/node.ts';
import { readCsv } from './read-csv.ts';
import { UsageError } from './usage-error.ts';

type Options = { language: Language; brief: boolean };

/** Evaluates a CSV file, or standard input where `file` is `-`; JSON. Throws `UsageError` with every wrong cell. */
export function scoreTable(
  scheme: IdentifiedScheme,
  file: string,
  readings: Readings,
  options: Options,
  read: () => string,
): string {
  const cohort = compileCohort(scheme);
  if (!cohort) throw new UsageError(`${scheme.id} takes one subject at a time; it has no cohort`);
  const { rows, issues } = readTable(cohort, cellsOf(file, read));
  if (issues.length > 0) throw new UsageError(told(issues));
  if (rows.length === 0) throw new UsageError(`${file}: no row under the headings`);
  const result = reportCohort(cohort, rows, readings, options);
  const wrong = result.rows.flatMap((row, i) =>
    row.kind === 'invalid'
      ? row.issues.map(({ input, ...issue }) => ({ line: rows[i]?.line ?? 0, name: row.name, column: input, ...issue }))
      : [],
  );
  if (wrong.length > 0) throw new UsageError(told(wrong));
  return `${JSON.stringify(result, null, 2)}\n`;
}

function cellsOf(file: string, read: () => string): string[][] {
  try {
    return readCsv(file === '-' ? new TextEncoder().encode(read()) : readFileSync(file));
  } catch (error) {
    const missing = (error as { code?: string }).code === 'ENOENT';
    throw new UsageError(missing ? `no file ${file}` : `${file}: ${(error as Error).message}`);
  }
}

const told = (issues: readonly (TableIssue & { name?: string })[]): string =>
  issues
    .map(({ line, name, column, given, allowed }) => {
      const row = name ? `line ${line} (${name})` : `line ${line}`;
      return `${row}, ${column}: ${given === '' ? 'left out' : `given ${given}`}; allowed: ${allowed.en}（${allowed.zh}）`;
    })
    .join('\n');
