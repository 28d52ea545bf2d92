import type { Exact } from '../exact.ts';
import { isKnown, isList, Undefined, type Value } from '../value.ts';

/** From `low` to `high`, both included. */
export type Range = { readonly low: Exact; readonly high: Exact };

/**
 * What a value may be while inputs run over ranges: some of the numbers of a range, some of these choices (yes and no
 * are `true` and `false`), or undefined or unknown in one of these ways. `any` holds everything of its sort. A span may
 * hold more than the value can be, never less.
 */
export type Span = {
  readonly numbers: Range | 'any' | null;
  readonly ids: readonly string[] | 'any';
  readonly lacks: readonly string[] | 'any';
  /** The entries, where it is a list of numbers. */
  readonly list?: readonly Range[];
};

const none: readonly string[] = [];
const span = (ids: readonly string[] | 'any'): Span => ({ numbers: null, ids, lacks: none });

export const YES = span(['true']);
export const NO = span(['false']);
const EITHER = span(['true', 'false']);
const NEVER = span(none);
export const ANYTHING: Span = { numbers: 'any', ids: 'any', lacks: 'any' };
export const ANY_NUMBER: Span = { numbers: 'any', ids: none, lacks: none };

export const ids = (some: readonly string[]): Span => span(some);
export const point = (value: Exact): Span => numbers({ low: value, high: value });
export const numbers = (range: Range | 'any' | null, lacks: Span['lacks'] = none): Span => ({
  numbers: range,
  ids: none,
  lacks,
});
export const list = (entries: readonly Range[]): Span => ({ numbers: null, ids: none, lacks: none, list: entries });

/** Yes and no, as far as each is possible. */
export function answer(yes: boolean, no: boolean, lacks: Span['lacks'] = none): Span {
  const plain = yes ? (no ? EITHER : YES) : no ? NO : NEVER;
  return lacks.length === 0 ? plain : { ...plain, lacks };
}

export const maybe = (of: Span, yes: boolean): boolean => of.ids === 'any' || of.ids.includes(String(yes));
export const mayLack = (of: Span): boolean => of.lacks.length > 0;

/** The name of a way to have no value: `u:G7` is undefined by G7, `?` is not computed. */
export const lackOf = (value: Value): string =>
  value instanceof Undefined ? `u:${value.gaps.toSorted().join()}` : '?';

/** A value that does not change. */
export function spanOf(value: Value): Span {
  if (!isKnown(value)) return { ...NEVER, lacks: [lackOf(value)] };
  if (typeof value === 'boolean') return value ? YES : NO;
  if (typeof value === 'string') return ids([value]);
  if (!isList(value)) return point(value);
  return value.some((entry) => typeof entry === 'string')
    ? ids([series(value as readonly string[])])
    : list((value as readonly Exact[]).map((entry) => ({ low: entry, high: entry })));
}

/** A list of choices as one id. */
export const series = (entries: readonly string[]): string => `[${entries.join()}]`;

export const isPoint = ({ low, high }: Range): boolean => low === high || low.equals(high);

/** Whether the value can be no other than this one. */
export function isJust(of: Span, value: Value): boolean {
  if (of.list) return isList(value) && isSameList(of.list, value) && of.lacks.length === 0;
  if (of.numbers === 'any' || of.ids === 'any' || of.lacks === 'any') return false;
  const sorts = (of.numbers ? 1 : 0) + of.ids.length + of.lacks.length;
  if (sorts !== 1) return false;
  if (!isKnown(value)) return of.lacks[0] === lackOf(value);
  if (isList(value)) return of.ids[0] === series(value.map(String));
  if (typeof value === 'object') return of.numbers !== null && isPoint(of.numbers) && of.numbers.low.equals(value);
  return of.ids[0] === String(value);
}

function isSameList(entries: readonly Range[], value: readonly unknown[]): boolean {
  return (
    entries.length === value.length &&
    entries.every((entry, i) => isPoint(entry) && entry.low.equals(value[i] as Exact))
  );
}

/** Whether the value can be only one at all. */
export function isSingle(of: Span): boolean {
  if (of.list) return of.lacks.length === 0 && of.list.every(isPoint);
  if (of.numbers === 'any' || of.ids === 'any' || of.lacks === 'any') return false;
  return (of.numbers ? 1 : 0) + of.ids.length + of.lacks.length === 1 && (!of.numbers || isPoint(of.numbers));
}

/** Whether the value is known, or lacks in the same way, wherever it may be. */
export function isSameSort(of: Span, value: Value): boolean {
  if (isKnown(value)) return of.lacks.length === 0;
  return !of.numbers && !of.list && of.ids.length === 0 && isJust(of, value);
}

export const unite = (a: readonly string[] | 'any', b: readonly string[] | 'any'): readonly string[] | 'any' => {
  if (a === b || b.length === 0) return a;
  if (a === 'any' || b === 'any') return 'any';
  return a.length === 0 ? b : [...new Set([...a, ...b])];
};

/** Either of the two. */
export function join(a: Span, b: Span): Span {
  if (a === b || b === NEVER) return a;
  if (a === NEVER) return b;
  const lacks = unite(a.lacks, b.lacks);
  if (a.list || b.list) return { numbers: null, ids: 'any', lacks };
  return { numbers: hull(a.numbers, b.numbers), ids: unite(a.ids, b.ids), lacks };
}

export const nothing = NEVER;

function hull(a: Span['numbers'], b: Span['numbers']): Span['numbers'] {
  if (a === null || b === null || a === b) return a ?? b;
  if (a === 'any' || b === 'any') return 'any';
  return { low: smaller(a.low, b.low), high: greater(a.high, b.high) };
}

/** Whether both may be the same value. */
export function meet(a: Span, b: Span): boolean {
  if (a.list || b.list || a.ids === 'any' || b.ids === 'any') return true;
  if (a.ids.some((id) => b.ids.includes(id))) return true;
  if (!a.numbers || !b.numbers) return false;
  if (a.numbers === 'any' || b.numbers === 'any') return true;
  return a.numbers.low.compare(b.numbers.high) <= 0 && b.numbers.low.compare(a.numbers.high) <= 0;
}

export const smaller = (a: Exact, b: Exact): Exact => (b.compare(a) < 0 ? b : a);
export const greater = (a: Exact, b: Exact): Exact => (b.compare(a) > 0 ? b : a);

/** Whether it may be a value at all. */
export const mayBeKnown = (of: Span): boolean => of.numbers !== null || of.list !== undefined || of.ids.length > 0;

/**
 * The ways in which a calculation of these values may lack one: gaps add up, and go before what is left out.
 * `present` says whether a value may be there without deciding the calculation alone.
 */
export function lacksOf(spans: readonly Span[], present = mayBeKnown): Span['lacks'] {
  let all: readonly (string | null)[] = [null];
  for (const each of spans) {
    if (each.lacks === 'any') return 'any';
    const ways = present(each) ? [null, ...each.lacks] : each.lacks;
    if (ways.length === 1 && ways[0] === null) continue;
    all = [...new Set(all.flatMap((one) => ways.map((other) => together(one, other))))];
    if (all.length > 16) return 'any';
  }
  return all.filter((way) => way !== null);
}

function together(one: string | null, other: string | null): string | null {
  if (one === null || one === other) return other;
  if (other === null || other === '?') return one;
  if (one === '?') return other;
  const gaps = [...one.slice(2).split(','), ...other.slice(2).split(',')].filter(Boolean);
  return `u:${[...new Set(gaps)].toSorted().join()}`;
}
