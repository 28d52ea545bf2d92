import Papa from 'papaparse';

/**
 * Cells of a CSV file as a spreadsheet writes it: comma, semicolon or tab between them, with or without a byte-order
 * mark, in UTF-8 or, as older Chinese spreadsheets save it, GB 18030. Throws with the line where a quote is not closed.
 */
export function readCsv(bytes: Uint8Array): string[][] {
  const { data, errors } = Papa.parse<string[]>(decode(bytes), { delimitersToGuess: [',', ';', '\t'] });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw new Error(`line ${(broken.row ?? 0) + 1}: ${broken.message}`);
  return data;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
