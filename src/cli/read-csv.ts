import Papa from 'papaparse';
import { decodeText } from '../lib/decode-text.ts';

/**
 * Cells of a CSV file as a spreadsheet writes it: comma, semicolon or tab between them, with or without a byte-order
 * mark, in UTF-8 or, as older Chinese spreadsheets save it, GB 18030. Throws with the line where a quote is not closed.
 */
export function readCsv(bytes: Uint8Array): string[][] {
  const { data, errors } = Papa.parse<string[]>(decodeText(bytes), { delimitersToGuess: [',', ';', '\t'] });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw new Error(`line ${(broken.row ?? 0) + 1}: ${broken.message}`);
  return data;
}
