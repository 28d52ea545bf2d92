import { formatDay, formatMonth, formatTime } from '../lib/calendar.ts';
import { type Interval, parseInterval } from '../lib/interval.ts';
import { Exact } from './exact.ts';

const literal = /^-?\d+(\.\d+)?(\/\d+)?%?$/;

/** A whole number. */
export const exact = (value: number): Exact => Exact.of(value);

/** Whether the text is a number as schemes write it: `70`, `0.7`, `1/3`, `40%`. */
export const isNumberText = (text: string): boolean => literal.test(text);

/** Numbers read before: the same few scores come again and again. Exact numbers are immutable. */
const readBefore = new Map<number | string, Exact | null>();
const REMEMBERED = 5000;

/** Reads `39.5`, `"39.5"`, `1/3` or `40%` exactly; `null` where it is not such a number. */
export function readNumber(given: number | string): Exact | null {
  const known = readBefore.get(given);
  if (known !== undefined) return known;
  const value = readAnew(given);
  if (readBefore.size >= REMEMBERED) readBefore.clear();
  readBefore.set(given, value);
  return value;
}

function readAnew(given: number | string): Exact | null {
  const text = typeof given === 'number' ? plain(given) : given.trim();
  if (text === null || !literal.test(text) || text.length > 40) return null;
  const percent = text.endsWith('%');
  const [top, bottom] = (percent ? text.slice(0, -1) : text).split('/') as [string, string?];
  if (bottom !== undefined && /^0+$/.test(bottom)) return null;
  const value = bottom === undefined ? Exact.parse(top) : Exact.parse(top).div(Exact.parse(bottom));
  return percent ? value.div(100) : value;
}

/** A JavaScript number as decimal digits without an exponent; `null` for NaN and infinities. */
function plain(given: number): string | null {
  if (!Number.isFinite(given)) return null;
  const text = String(given);
  return text.includes('e') ? null : text;
}

/** Reads a literal of a scheme; throws where it is none. */
export function parseNumber(given: number | string): Exact {
  const value = readNumber(given);
  if (value === null) throw new Error(`“${given}” is not a number`);
  return value;
}

/** Decimal digits where the number has finitely many, else lowest terms: `79.9`, `1/3`. */
export const formatNumber = (value: Exact): string => value.toString();

/** Lowest terms: `1/3`, `1/4`, `0`, `1`. */
export const formatFraction = (value: Exact): string => value.toFraction();

/** Per cent without losing anything: `40%`, or `100/3%`. */
export const formatPercent = (value: Exact): string => `${formatNumber(value.mul(100))}%`;

/** A date, month or time of day as text; `null` for any other unit. */
export function formatDate(value: Exact, unit: string | undefined): string | null {
  if (unit === 'date') return formatDay(Number(value));
  if (unit === 'month') return formatMonth(Number(value));
  return unit === 'time' ? formatTime(Number(value)) : null;
}

/** An interval with exact ends. */
export type Range = {
  readonly text: string;
  readonly low: Exact | null;
  readonly high: Exact | null;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
};

export function parseRange(text: string): Range {
  const interval: Interval = parseInterval(text);
  return {
    text,
    low: interval.low === null ? null : Exact.parse(interval.low),
    high: interval.high === null ? null : Exact.parse(interval.high),
    lowIncluded: interval.lowIncluded,
    highIncluded: interval.highIncluded,
  };
}

export function contains(range: Range, value: Exact): boolean {
  if (range.low !== null) {
    const c = value.compare(range.low);
    if (c < 0 || (c === 0 && !range.lowIncluded)) return false;
  }
  if (range.high !== null) {
    const c = value.compare(range.high);
    if (c > 0 || (c === 0 && !range.highIncluded)) return false;
  }
  return true;
}
