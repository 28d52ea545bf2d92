import type { Exact } from '../../scoring/exact.ts';
import { exact, formatNumber, type Range as Interval, parseNumber } from '../../scoring/number.ts';

/** One end of a range; `null` is no end. */
type End = { readonly value: Exact; readonly closed: boolean } | null;

/** Numbers that a value can be. Of whole numbers both ends are closed. */
export type Range = { readonly low: End; readonly high: End; readonly whole: boolean };

const NONE: End = null;

function range(low: End, high: End, whole: boolean): Range {
  return whole ? { low: low && wholeLow(low), high: high && wholeHigh(high), whole } : { low, high, whole };
}

const closed = (value: Exact): End => ({ value, closed: true });
const wholeLow = ({ value, closed: held }: NonNullable<End>): End =>
  closed(held || !value.isWhole() ? value.ceil() : value.add(1));
const wholeHigh = ({ value, closed: held }: NonNullable<End>): End =>
  closed(held || !value.isWhole() ? value.floor() : value.sub(1));

export const point = (value: Exact): Range => ({ low: closed(value), high: closed(value), whole: value.isWhole() });
export const wholeFrom = (low: number, high: number | null): Range =>
  range(closed(exact(low)), high === null ? NONE : closed(exact(high)), true);
export const anyWhole: Range = { low: NONE, high: NONE, whole: true };

/** The interval of an input or a band, divided by `by`. */
export function fromInterval(interval: Interval, whole: boolean, by = 1): Range {
  const end = (value: Exact | null, held: boolean): End => value && { value: value.div(by), closed: held };
  return range(end(interval.low, interval.lowIncluded), end(interval.high, interval.highIncluded), whole && by === 1);
}

/** Below 0 where the first end reaches further down. */
function lowOrder(a: End, b: End): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return a.value.compare(b.value) || Number(b.closed) - Number(a.closed);
}
/** Above 0 where the first end reaches further up. */
function highOrder(a: End, b: End): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.value.compare(b.value) || Number(a.closed) - Number(b.closed);
}
const lower = (a: End, b: End): End => (lowOrder(a, b) <= 0 ? a : b);
const laterLow = (a: End, b: End): End => (lowOrder(a, b) >= 0 ? a : b);
const higher = (a: End, b: End): End => (highOrder(a, b) >= 0 ? a : b);
const earlierHigh = (a: End, b: End): End => (highOrder(a, b) <= 0 ? a : b);

export const union = (a: Range, b: Range): Range =>
  range(lower(a.low, b.low), higher(a.high, b.high), a.whole && b.whole);
export const least = (a: Range, b: Range): Range =>
  range(lower(a.low, b.low), earlierHigh(a.high, b.high), a.whole && b.whole);
export const greatest = (a: Range, b: Range): Range =>
  range(laterLow(a.low, b.low), higher(a.high, b.high), a.whole && b.whole);

/** `null` where the ranges have no number in common. */
export function intersection(a: Range, b: Range): Range | null {
  const both = range(laterLow(a.low, b.low), earlierHigh(a.high, b.high), a.whole || b.whole);
  return both.low && both.high && isBelow(both.high, both.low) ? null : both;
}

/** Whether every number up to the end `high` is below every number from the end `low` on. */
function isBelow(high: End, low: End): boolean {
  if (high === null || low === null) return false;
  const order = high.value.compare(low.value);
  return order < 0 || (order === 0 && !(high.closed && low.closed));
}
const isAtMost = (high: End, low: End): boolean => high !== null && low !== null && high.value.compare(low.value) <= 0;

/** What of the first range lies below the second, and what above it. */
export function beyond(a: Range, b: Range): Range[] {
  const turned = (end: NonNullable<End>): End => ({ value: end.value, closed: !end.closed });
  const below = b.low && intersection(a, { low: NONE, high: turned(b.low), whole: false });
  const above = b.high && intersection(a, { low: turned(b.high), high: NONE, whole: false });
  return [below, above].filter((rest): rest is Range => rest !== null);
}

/** Numbers below (or at) the end of a range, and above (or at) its beginning. */
export const upTo = ({ high }: Range, open: boolean): Range => ({ low: NONE, high: opened(high, open), whole: false });
export const from = ({ low }: Range, open: boolean): Range => ({ low: opened(low, open), high: NONE, whole: false });
const opened = (end: End, open: boolean): End => end && { value: end.value, closed: end.closed && !open };

/** A range without a number that stands at one of its ends. */
export function without(a: Range, number: Range): Range {
  if (!isPoint(number) || isPoint(a)) return a;
  const cut = (end: End): End =>
    end && (end.value.equals((number.low as NonNullable<End>).value) ? opened(end, true) : end);
  return range(cut(a.low), cut(a.high), a.whole);
}
export const isPoint = ({ low, high }: Range): boolean => low !== null && high !== null && low.value.equals(high.value);

/** Whether a comparison holds for all numbers of two ranges, for none, or (`null`) for some. */
export function decide(key: string, a: Range, b: Range): boolean | null {
  if (key === 'above' || key === 'at-least') return decide(key === 'above' ? 'below' : 'at-most', b, a);
  if (key === 'equals') return intersection(a, b) === null ? false : isPoint(a) && isPoint(b) ? true : null;
  const [always, never] = key === 'below' ? [isBelow, isAtMost] : [isAtMost, isBelow];
  return always(a.high, b.low) ? true : never(b.high, a.low) ? false : null;
}

const sumOf = (a: End, b: End): End => a && b && { value: a.value.add(b.value), closed: a.closed && b.closed };
const negated = (end: End): End => end && { value: end.value.negated(), closed: end.closed };

export const add = (a: Range, b: Range): Range => range(sumOf(a.low, b.low), sumOf(a.high, b.high), a.whole && b.whole);
export const negate = (a: Range): Range => range(negated(a.high), negated(a.low), a.whole);
export const subtract = (a: Range, b: Range): Range => add(a, negate(b));

/** An end, or an infinity by its sign. */
type Corner = NonNullable<End> | 1 | -1;
const signOf = (corner: Corner): number => (typeof corner === 'number' ? corner : corner.value.sign());

function timesCorner(a: Corner, b: Corner): Corner {
  const zero = [a, b].filter((corner) => signOf(corner) === 0) as NonNullable<End>[];
  if (zero.length > 0) return { value: exact(0), closed: zero.some((end) => end.closed) };
  if (typeof a === 'number' || typeof b === 'number') return signOf(a) * signOf(b) > 0 ? 1 : -1;
  return { value: a.value.mul(b.value), closed: a.closed && b.closed };
}

export function multiply(a: Range, b: Range): Range {
  const endsOf = ({ low, high }: Range): Corner[] => [low ?? -1, high ?? 1];
  const corners = endsOf(a).flatMap((x) => endsOf(b).map((y) => timesCorner(x, y)));
  const ends = corners.filter((corner) => typeof corner !== 'number');
  const end = (infinity: 1 | -1, further: (a: End, b: End) => End): End =>
    corners.includes(infinity) ? NONE : ends.reduce<End>(further, ends[0] ?? NONE);
  return range(end(-1, lower), end(1, higher), a.whole && b.whole);
}

/** Quotients, wherever the divisor is not 0. */
export function divide(a: Range, b: Range): Range {
  const inverse = (end: NonNullable<End>): End => ({ value: exact(1).div(end.value), closed: end.closed });
  if (b.low && b.low.value.sign() >= 0 && b.high?.value.sign() !== 0) {
    const low = b.high === null ? { value: exact(0), closed: false } : inverse(b.high);
    return multiply(a, { low, high: b.low.value.sign() === 0 ? NONE : inverse(b.low), whole: false });
  }
  if (b.high && b.high.value.sign() <= 0 && b.low?.value.sign() !== 0) return negate(divide(a, negate(b)));
  return { low: NONE, high: NONE, whole: false };
}

export function floor(a: Range): Range {
  return { low: a.low && closed(a.low.value.floor()), high: a.high && wholeHigh(a.high), whole: true };
}
export const ceiling = (a: Range): Range => negate(floor(negate(a)));
export const halfUp = (a: Range): Range => floor(add(a, point(parseNumber('1/2'))));

/** `[0, 110]`, `(0, ∞)`; a single number stands alone. */
export function show({ low, high }: Range): string {
  if (low && high && low.value.equals(high.value)) return formatNumber(low.value);
  const left = low === null ? '(-∞' : `${low.closed ? '[' : '('}${formatNumber(low.value)}`;
  return `${left}, ${high === null ? '∞)' : `${formatNumber(high.value)}${high.closed ? ']' : ')'}`}`;
}
