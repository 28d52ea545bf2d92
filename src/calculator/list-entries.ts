import { BLANK } from './range-words.ts';

/** What stands in the cells of a list: its entries, and the empty cells that may still be filled. */
export function cellsOf(entries: readonly string[], size: number | undefined): string[] {
  const shown = entries.map((entry) => (entry === BLANK ? '' : entry));
  const wanted = Math.max(size ?? 0, size === undefined ? shown.length + 1 : shown.length);
  return [...shown, ...new Array<string>(wanted - shown.length).fill('')];
}

/** The list as text: an empty cell before a filled one is marked as empty, those at the end are left out. */
export function textOfCells(cells: readonly string[]): string {
  const typed = cells.map((cell) => cell.replace(/[\s,，、;；]+/g, ''));
  const last = typed.findLastIndex((cell) => cell !== '');
  return typed
    .slice(0, last + 1)
    .map((cell) => cell || BLANK)
    .join(', ');
}

/** Several numbers put in from one cell on: over the cells of a list of fixed length, else between its entries. */
export function withPasted(
  cells: readonly string[],
  at: number,
  pasted: readonly string[],
  size: number | undefined,
): string[] {
  return size === undefined ? cells.toSpliced(at, 1, ...pasted) : cells.toSpliced(at, pasted.length, ...pasted);
}
