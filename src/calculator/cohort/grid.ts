import type { CohortExample } from '../../schema/cohort.ts';
import type { Input } from '../../schema/scheme.ts';
import type { CompiledCohort } from '../../scoring/cohort/compile-cohort.ts';
import { cellReader } from '../../scoring/cohort/read-table.ts';
import type { Given } from '../../scoring/inputs.ts';
import { plainText } from '../state.ts';
import type { Readings, Row } from './messages.ts';

/** The columns of the table after the name, in their order. */
export type Columns = readonly (readonly [string, Input])[];

export const columnsOf = (cohort: CompiledCohort): Columns => cohort.compiled.inputs;

export const isBlankRow = (row: Row): boolean => row.every((cell) => cell === '');

export const blankRow = (columns: Columns): string[] => new Array<string>(columns.length + 1).fill('');

/** A cell as the table keeps it: the id of a choice, `yes`/`no`, and typed text made plain. */
export function cellText(input: Input, cell: string): string {
  const text = 'text' in input ? cell.trim() : plainText(cell);
  if (text === '') return '';
  const read = cellReader(input)(text);
  if (read === true || /^(true|√)$/i.test(text)) return 'yes-no' in input ? 'yes' : text;
  if (read === false || /^false$/i.test(text)) return 'yes-no' in input ? 'no' : text;
  return String(read);
}

/** What the engine is given of a row: cells that are not empty, by column. */
export function givenOf(columns: Columns, row: Row): Given {
  const given: Record<string, string> = {};
  columns.forEach(([id], i) => {
    const cell = row[i + 1];
    if (cell) given[id] = cell;
  });
  return given;
}

/** Rows and readings of a worked example. */
export function ofExample(columns: Columns, example: CohortExample): { rows: Row[]; readings: Readings } {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '');
  };
  return {
    rows: example.rows.map((row) => [text(row['name']), ...columns.map(([id]) => text(row[id]))]),
    readings: Object.fromEntries(Object.entries(example.assume).map(([name, reading]) => [name, String(reading)])),
  };
}

/** Puts a block of cells into the rows, its corner at a cell; rows that lack are added, cells beyond the edge left out. */
export function withBlock(
  columns: Columns,
  rows: readonly Row[],
  block: readonly (readonly string[])[],
  { row, column }: { row: number; column: number },
): Row[] {
  const result = [...rows];
  block.forEach((cells, r) => {
    const target = [...(result[row + r] ?? blankRow(columns))];
    cells.forEach((cell, c) => {
      const at = column + c;
      const input = columns[at - 1]?.[1];
      if (at === 0) target[0] = cell.trim();
      else if (input) target[at] = cellText(input, cell);
    });
    while (result.length <= row + r) result.push(blankRow(columns));
    result[row + r] = target;
  });
  return result;
}
