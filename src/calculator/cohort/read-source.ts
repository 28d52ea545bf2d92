import Papa from 'papaparse';
import { decodeText } from '../../lib/decode-text.ts';
import type { CompiledCohort } from '../../scoring/cohort/compile-cohort.ts';
import { readHeadings } from '../../scoring/cohort/read-table.ts';
import type { Language } from '../../scoring/node.ts';
import { readNumber } from '../../scoring/number.ts';
import { cellText, columnsOf, isBlankRow } from './grid.ts';
import type { Read, Row, Source } from './messages.ts';
import type { XlsxCell, XlsxTools } from './xlsx.ts';

/** More rows than a spreadsheet of a county has; beyond it a browser runs out of memory. */
export const MOST_ROWS = 50_000;

/** Reads a table from text or a file. Never throws for any content: what is wrong is told. */
export async function readSource(
  cohort: CompiledCohort,
  source: Source,
  options: { language: Language; leaveOut: boolean; xlsx: () => Promise<XlsxTools> },
): Promise<Read> {
  const cells =
    source.kind === 'text'
      ? cellsOf(source.text, source.text.includes('\t') ? '\t' : '')
      : await ofFile(source, options.xlsx);
  if ('kind' in cells) return cells;
  const lines = cells.lines.filter((line) => line.some((cell) => cell.trim() !== ''));
  if (lines.length > MOST_ROWS + 1) return { kind: 'broken', why: 'too-long', line: lines.length - 1 };
  return readLines(cohort, lines, options);
}

type Cells = { lines: string[][] } | Extract<Read, { kind: 'broken' }>;

async function ofFile(source: Extract<Source, { kind: 'file' }>, xlsx: () => Promise<XlsxTools>): Promise<Cells> {
  const head = new Uint8Array(source.bytes.slice(0, 4));
  const startsWith = (...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte);
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) return { kind: 'broken', why: 'old-excel', line: 0 };
  if (!startsWith(0x50, 0x4b)) return cellsOf(decodeText(source.bytes));
  try {
    const { read } = await xlsx();
    return { lines: (await read(source.bytes)).map((line) => line.map(xlsxText)) };
  } catch {
    return { kind: 'broken', why: 'xlsx', line: 0 };
  }
}

/** `delimiter` is empty where it is to be found out; what a spreadsheet copies has tabs. */
function cellsOf(text: string, delimiter = ''): Cells {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter,
    delimitersToGuess: ['\t', ',', ';'],
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  return broken ? { kind: 'broken', why: 'quote', line: (broken.row ?? 0) + 1 } : { lines: data };
}

/**
 * A cell of a spreadsheet as it shows it: numbers with at most 15 digits (a sum that ought to be 79.9 is kept there as
 * 79.90000000000001), dates without a time.
 */
function xlsxText(cell: XlsxCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : cell;
}

function readLines(
  cohort: CompiledCohort,
  lines: readonly string[][],
  { language, leaveOut }: { language: Language; leaveOut: boolean },
): Read {
  const [headings, ...body] = lines;
  if (!headings) return { kind: 'empty' };
  const { columns, issues } = readHeadings(cohort, headings);
  const isTaken = ({ id }: (typeof columns)[number]): boolean => id !== '' && !id.startsWith('#');
  if (!columns.some(isTaken)) return { kind: 'bare', lines: [...lines] };
  const hasName = columns.some(({ id }) => id === 'name');
  if (issues.length > 0 && !(leaveOut && hasName)) {
    const faults = issues.map(({ given, allowed }) => ({ heading: given, why: allowed[language] }));
    return { kind: 'headings', faults, without: hasName ? body.length : null };
  }
  const first = new Map<string, number>();
  columns.forEach((column, i) => {
    if (isTaken(column) && !first.has(column.id)) first.set(column.id, i);
  });
  const own = columnsOf(cohort);
  const rows: Row[] = body
    .map((cells) => {
      const at = (id: string): string => cells[first.get(id) ?? -1] ?? '';
      return [at('name').trim(), ...own.map(([id, input]) => cellText(input, at(id)))];
    })
    .filter((row) => !isBlankRow(row));
  if (rows.length === 0) return { kind: 'empty' };
  const taken = new Set(first.values());
  const leftOut = headings.filter((heading, i) => heading.trim() !== '' && !taken.has(i));
  return { kind: 'rows', rows, leftOut, asShares: asShares(cohort, rows, language) };
}

/** Columns of per cent (0 to 100) in which no entry is above 1: a spreadsheet keeps 80% as 0.8. */
function asShares(cohort: CompiledCohort, rows: readonly Row[], language: Language): string[] {
  return columnsOf(cohort).flatMap(([, input], i) => {
    if (!('unit' in input) || input.unit !== 'percent') return [];
    const given = rows.flatMap((row) => (row[i + 1] ? readNumber(row[i + 1] as string) : null) ?? []);
    const isShare =
      given.length > 0 && given.every((value) => value.compare(1) <= 0) && given.some((v) => v.sign() > 0);
    return isShare ? [input.label[language]] : [];
  });
}
