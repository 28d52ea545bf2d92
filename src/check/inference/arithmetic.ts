import type { Assumption, Input } from '../../schema/scheme.ts';
import { parseNumber, parseRange } from '../../scoring/number.ts';
import {
  add,
  anyWhole,
  ceiling,
  divide,
  floor,
  from,
  fromInterval,
  greatest,
  halfUp,
  intersection,
  least,
  multiply,
  point,
  type Range,
  subtract,
  union,
  upTo,
  wholeFrom,
} from './range.ts';
import type { OperationName, OperationTerm } from './terms.ts';

/** Numbers that a term can give; of a list its entries, and how many there can be. `null` gives no number. */
export type Value = { readonly range: Range; readonly size?: Range } | null;

/** What is known of the arguments beside their ranges: whether the one at `a` is at most, or below, the one at `b`. */
export type Known = { atMost: (a: number, b: number) => boolean; below: (a: number, b: number) => boolean };

/** A list has at least one entry: with none the input counts as left out. */
const entries = wholeFrom(1, 10_000);
const minutes = wholeFrom(0, 24 * 60);
const none = wholeFrom(0, 0);

export function ofInput(input: Input): Value {
  if ('list' in input) {
    const range = fromInterval(parseRange(input.list), input.whole, scaleOf(input.unit));
    return { range, size: input.size === undefined ? entries : wholeFrom(input.size, input.size) };
  }
  if ('series' in input) return { range: anyWhole, size: entries };
  if ('number' in input) return { range: fromInterval(parseRange(input.number), false, scaleOf(input.unit)) };
  if ('integer' in input) return { range: fromInterval(parseRange(input.integer), true, scaleOf(input.unit)) };
  if ('time' in input) return { range: minutes };
  return 'date' in input || 'month' in input ? { range: anyWhole } : null;
}

export const ofAssumption = ({ number, unit }: Assumption): Value =>
  number === undefined ? null : { range: fromInterval(parseRange(number), false, scaleOf(unit)) };

/** A percentage is entered as 0 to 100 and computed with as a share. */
const scaleOf = (unit: string | undefined): number => (unit === 'percent' ? 100 : 1);

/** Whatever one of them can be. */
export function joined(values: readonly Value[]): Value {
  return values.reduce((all, value) => {
    if (!all || !value) return all ?? value;
    const size = all.size && value.size ? { size: union(all.size, value.size) } : {};
    return { range: union(all.range, value.range), ...size };
  }, null);
}

/** The value of any operation but `first`, whose clauses narrow each other. */
export function calculated(term: OperationTerm, values: readonly Value[], known: Known): Value {
  const { key } = term;
  if (key === 'lookup' || key === 'assuming') return joined(values);
  const calculate = calculations[key];
  const given = values.filter((value) => value !== null);
  if (calculate === null || given.length < values.length) return null;
  const sizes = given.flatMap(({ size }) => size ?? []);
  const ranges = given.map(({ range }) => range);
  const range = calculate(ranges, term, known, sizes[0] ?? none);
  const [size] = sizes;
  if (key === 'sum' && size) return { range, size: sizes.reduce((a, b) => intersection(a, b) ?? a) };
  return key === 'which' && size ? { range, size: upToAll(size) } : { range };
}

type Arithmetic = (values: readonly Range[], term: OperationTerm, known: Known, size: Range) => Range;

/** What each operation gives; `null` is no number, or not worked out here. */
const calculations: Record<OperationName, Arithmetic | null> = {
  sum: (values) => values.reduce(add),
  product: (values) => values.reduce(multiply),
  least: (values) => values.reduce(least),
  greatest: (values) => values.reduce(greatest),
  difference: ([a, b], _, { atMost, below }) => {
    const all = subtract(a as Range, b as Range);
    return atMost(1, 0) ? (intersection(all, from(none, below(1, 0))) ?? all) : all;
  },
  ratio: ([a, b], _, { atMost, below }) => {
    const all = divide(a as Range, b as Range);
    const isPart = atMost(0, 1) && intersection(b as Range, upTo(none, true)) === null;
    return isPart ? (intersection(all, upTo(wholeFrom(1, 1), below(0, 1))) ?? all) : all;
  },
  weighted: (values, { operation }) => {
    const weights = Object.values(operation['weighted'] as Record<string, string | number>);
    return values.map((value, i) => multiply(value, point(parseNumber(weights[i] as string)))).reduce(add);
  },
  floor: ([value]) => floor(value as Range),
  ceiling: ([value]) => ceiling(value as Range),
  'half-up': ([value]) => halfUp(value as Range),
  total: ([list], _, __, size) => multiply(list as Range, size),
  length: (_, __, ___, size) => size,
  smallest: ([list], _, __, size) => orNone(list as Range, size),
  largest: ([list], _, __, size) => orNone(list as Range, size),
  count: (_, { operation }, __, size) =>
    operation['within'] === undefined ? upToAll(size) : least(upToAll(size), wholeFrom(0, 12)),
  which: (_, __, ___, size) => greatest(wholeFrom(1, 1), upToAll(size)),
  'longest-run': (_, __, ___, size) => upToAll(size),
  'count-true': (_, { conditions }) => wholeFrom(0, conditions.length),
  'day-of-month': () => wholeFrom(1, 31),
  'months-before': () => anyWhole,
  apportion: ([places]) => upToAll(floor(places as Range)),
  rank: () => wholeFrom(1, null),
  'count-rows': () => wholeFrom(0, null),
  first: null,
  lookup: null,
  assuming: null,
  bands: null,
  below: null,
  'at-least': null,
  above: null,
  'at-most': null,
  equals: null,
  is: null,
  known: null,
  any: null,
  all: null,
  not: null,
  collect: null,
  'last-place': null,
  weekday: null,
  open: null,
};

/** From none to all of the entries. */
const upToAll = (size: Range): Range => union(none, size);
/** The smallest and the largest of no entries are 0. */
const orNone = (list: Range, size: Range): Range => (intersection(size, none) === null ? list : union(list, none));
