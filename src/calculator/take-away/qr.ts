import { encode } from 'uqr';

/** A QR code as the outline of its dark squares; one square has the side 1. */
export type Qr = { size: number; path: string };

/**
 * The most bytes of a code that a telephone still reads from paper, printed 4 cm wide: about 80 squares a side,
 * each half a millimetre.
 */
const MOST_BYTES = 580;

/** The code of a text, with the quiet margin that readers need; `null` where the text is too long to be read. */
export function qrOf(text: string): Qr | null {
  if (new TextEncoder().encode(text).length > MOST_BYTES) return null;
  const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: 4 });
  const rows = data.map((row, y) => {
    let path = '';
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
    }
    return path;
  });
  return { size, path: rows.join('') };
}
