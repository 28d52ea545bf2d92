import { readDay, readMonth, readTime } from '../lib/calendar.ts';
import type { Input } from '../schema/scheme.ts';
import { contains, exact, parseRange, readNumber } from './number.ts';
import type { List, Value } from './value.ts';

/** Reads one value as it comes from JSON, a form, a table or an address; `null` where it is not allowed. */
export type Reader = (given: unknown) => Value | null;

/** The most entries that a list may have. */
const LONGEST = 10_000;

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** How values of an input are read. Made once for each input. */
export function readerOf(input: Input): Reader {
  if ('choice' in input) return oneOf(input.choice);
  if ('text' in input) return readText;
  if ('yes-no' in input) return readAnswer;
  if ('date' in input) return whole(readDay);
  if ('month' in input) return whole(readMonth);
  if ('time' in input) return whole(readTime);
  if ('series' in input) return entries(oneOf(input.series));
  if ('list' in input) return entries(quantity(input.list, input.whole, input.unit), input.size);
  return 'integer' in input ? quantity(input.integer, true, input.unit) : quantity(input.number, false, input.unit);
}

const oneOf = (choices: Readonly<Record<string, unknown>>): Reader => {
  const ids = new Set(Object.keys(choices));
  return (given) => (typeof given === 'string' && ids.has(given) ? given : null);
};

const answers = new Map<unknown, boolean>([
  [true, true],
  ['yes', true],
  ['true', true],
  [false, false],
  ['no', false],
  ['false', false],
]);
const readAnswer: Reader = (given) => answers.get(given) ?? null;

const readText: Reader = (given) => {
  const text = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
  return text !== '' && text.length <= 200 ? text : null;
};

const whole =
  (read: (text: string) => number | null): Reader =>
  (given) => {
    const found = typeof given === 'string' ? read(given) : null;
    return found === null ? null : exact(found);
  };

/** A number of the range, in digits; a percentage becomes a share. */
function quantity(interval: string, isWhole: boolean, unit: string | undefined): Reader {
  const range = parseRange(interval);
  return (given) => {
    if (typeof given !== 'number' && typeof given !== 'string') return null;
    const value = readNumber(given);
    if (value === null || !contains(range, value) || (isWhole && !value.isWhole())) return null;
    if (typeof given === 'string' && /[/%]/.test(given)) return null;
    return unit === 'percent' ? value.div(100) : value;
  };
}

/** Entries of a JSON list, or of text with commas or spaces between them: `1, 2、3`. */
const entries =
  (read: Reader, size?: number): Reader =>
  (given) => {
    const parts: unknown = typeof given === 'string' ? given.trim().split(/[\s,，、;；]+/) : given;
    if (!Array.isArray(parts) || parts.length > LONGEST || (size !== undefined && parts.length !== size)) return null;
    const values = parts.map(read);
    return values.includes(null) ? null : (values as unknown as List);
  };
