import type { Input } from '../../schema/scheme.ts';
import type { Given, InputIssue } from '../inputs.ts';
import type { CompiledCohort } from './compile-cohort.ts';

/** A row of a table: who it is about, and what is given. */
export type NamedRow = { name: string; given: Given };

/** The same with its line in the file; the headings are line 1. */
export type TableRow = NamedRow & { line: number };

/** What is wrong with a table: the line (the headings are line 1), the column and what is allowed. */
export type TableIssue = { line: number; column: string } & Omit<InputIssue, 'input'>;

export type Table = { rows: TableRow[]; issues: TableIssue[] };

const NAME = new Set(['name', '姓名', '名称']);

/**
 * Reads a table of text cells, as a spreadsheet gives it: the first line names the columns, by id or by label.
 * Cells may hold the id or the label of a choice, and yes/no or 是/否. Empty lines are passed over.
 * Values are not judged here: `evaluateCohort` does that, row by row.
 */
export function readTable(cohort: CompiledCohort, lines: readonly (readonly string[])[]): Table {
  const [headings = [], ...body] = lines;
  const { columns, issues } = readHeadings(cohort, headings);
  if (issues.length > 0) return { rows: [], issues };

  const rows: TableRow[] = [];
  body.forEach((cells, i) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const given: Record<string, unknown> = {};
    let name = '';
    columns.forEach(({ id, read }, c) => {
      const cell = (cells[c] ?? '').trim();
      if (id === 'name') name = cell;
      else if (id !== '' && cell !== '') given[id] = read(cell);
    });
    if (name === '') issues.push({ line: i + 2, column: 'name', given: '', allowed: needsName });
    rows.push({ name, given, line: i + 2 });
  });
  return { rows, issues };
}

/** A column of the table: `name`, an input, `''` where it has no heading, or `#` and its place where it is unknown. */
export type Column = { id: string; read: (cell: string) => unknown };

/** Reads the line that names the columns: by id, by label, or as a template has them, `重点项得分（key）`. */
export function readHeadings(
  cohort: CompiledCohort,
  headings: readonly string[],
): { columns: Column[]; issues: TableIssue[] } {
  const issues: TableIssue[] = [];
  const columns = headings.map((heading, i) => columnOf(cohort, heading.trim(), i, issues));
  const seen = new Set<string>();
  columns.forEach((column, i) => {
    if (column.id === '') return;
    if (seen.has(column.id)) issues.push(headingIssue(headings[i] ?? '', 'twice'));
    seen.add(column.id);
  });
  if (!seen.has('name')) issues.push(headingIssue('', 'name'));
  return { columns, issues };
}

function columnOf(cohort: CompiledCohort, heading: string, place: number, issues: TableIssue[]): Column {
  const bare = heading.replace(/^\uFEFF/, '');
  if (NAME.has(idOf(bare).toLowerCase())) return { id: 'name', read: (cell) => cell };
  if (bare === '') return { id: '', read: (cell) => cell };
  const { compiled } = cohort;
  const isNamed = ([id, { label }]: readonly [string, Input]): boolean =>
    id === bare ||
    label.zh === bare ||
    label.en === bare ||
    bare === `${label.zh}（${id}）` ||
    bare === `${label.en} (${id})`;
  const found = compiled.inputs.find(isNamed);
  if (found) return { id: found[0], read: cellReader(found[1]) };
  const computed = [...compiled.computed].find((id) => id === bare || compiled.scheme.steps[id]?.label.zh === bare);
  issues.push(headingIssue(bare, computed ? 'computed' : 'unknown', compiled.inputs));
  return { id: `#${place}`, read: (cell) => cell };
}

/** `名称（name）` is `name`. */
const idOf = (heading: string): string => /^[^（(]*[（(]([^（）()]*)[）)]$/.exec(heading)?.[1] ?? heading;

/** Labels of choices become their ids; anything else is left as it stands, to be judged with the row. */
export function cellReader(input: Input): Column['read'] {
  const ids = new Map<string, unknown>();
  if ('choice' in input) {
    for (const [id, { zh, en }] of Object.entries(input.choice)) for (const word of [zh, en]) ids.set(word, id);
    for (const id of Object.keys(input.choice)) ids.set(id, id);
  }
  if ('yes-no' in input) ids.set('是', true).set('否', false);
  return (cell) => ids.get(cell) ?? cell;
}

const needsName = { zh: '每一行都要有名称', en: 'every row needs a name' };

function headingIssue(
  heading: string,
  kind: 'unknown' | 'computed' | 'twice' | 'name',
  known: CompiledCohort['compiled']['inputs'] = [],
): TableIssue {
  const labels = ['名称', ...known.map(([, { label }]) => label.zh)].join('、');
  const ids = ['name', ...known.map(([id]) => id)].join(', ');
  const allowed = {
    unknown: { zh: `没有这一列；可用：${labels}`, en: `no column of this name; there are: ${ids}` },
    computed: { zh: '由整张表算出，不要填这一列', en: 'is worked out from the whole table; leave this column out' },
    twice: { zh: '这一列出现两次，请留一列', en: 'the column stands twice; keep one' },
    name: { zh: '缺少 name（名称）一列', en: 'the column name is missing' },
  }[kind];
  return { line: 1, column: heading || 'name', given: heading, allowed };
}
