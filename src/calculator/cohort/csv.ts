import Papa from 'papaparse';

/** Begins like a formula and is no number: a spreadsheet would work it out. */
const FORMULA = /^[=@\t\r]|^[+-](?![\d.,]+%?$)/;

/** A .csv that spreadsheets open as it is: with a byte-order mark, so that they take it for UTF-8. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): Blob {
  const text = Papa.unparse(rows as (string | number | null)[][], { escapeFormulae: FORMULA, newline: '\r\n' });
  return new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv;charset=utf-8' });
}
