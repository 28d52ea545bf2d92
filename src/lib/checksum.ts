/** The largest prime below 2³⁰. It leaves 2 when divided by 3, so that different remainders have different cubes. */
const PRIME = 1_073_741_789;
/** Below 2²³, so that its product with a remainder is a safe integer. */
const BASE = 1_000_003;
/** No i, l, o, u: nothing that is taken for 1, 0 or v. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** How many characters a checksum has. */
export const checksumLength = 6;

/**
 * Six characters that tell whether one of the parts was changed. The order of the parts does not matter.
 *
 * Each part becomes the remainder of a polynomial of its characters; the cubes of the remainders are added.
 *
 * - One changed character is always noticed. It moves the remainder of its part by (new − old) · BASEⁱ, which the
 *   prime does not divide; other remainder, other cube; and one changed term changes the sum. All 30 bits are written.
 * - Two exchanged characters of one part are always noticed, by the same reckoning: (a − b) · (BASEⁱ − BASEʲ).
 * - Anything else escapes once in 10⁹. Cubes, because plain sums would not notice two parts that exchange their values.
 *
 * It is made against slips of the pen, not against forgers.
 */
export function checksum(parts: readonly string[]): string {
  const sum = parts.reduce((before, part) => before + BigInt(remainder(part)) ** 3n, 0n) % BigInt(PRIME);
  const bits = sum.toString(2).padStart(5 * checksumLength, '0');
  return bits.replace(/.{5}/g, (five) => DIGITS.charAt(Number.parseInt(five, 2)));
}

function remainder(text: string): number {
  let rest = 1;
  for (let i = 0; i < text.length; i += 1) rest = (rest * BASE + text.charCodeAt(i)) % PRIME;
  return rest;
}
