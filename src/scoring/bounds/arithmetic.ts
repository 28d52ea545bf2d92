import type { Exact } from '../exact.ts';
import { parseNumber } from '../number.ts';
import { comparisons } from '../operations/compare.ts';
import type { Bound, CompileBound } from './bound.ts';
import {
  ANYTHING,
  answer,
  greater,
  isPoint,
  lacksOf,
  list,
  mayBeKnown,
  numbers,
  type Range,
  type Span,
  smaller,
} from './span.ts';

export const range = (low: Exact, high: Exact): Range => ({ low, high });

/** A calculation that needs all of its arguments and is worked out on the ends of their ranges. */
const strict = (bounds: readonly Bound[], compute: (ranges: readonly Range[]) => Span['numbers']): Bound => {
  return (memory) => {
    const spans = bounds.map((bound) => bound(memory));
    const lacks = lacksOf(spans);
    if (spans.some((span) => !mayBeKnown(span))) return numbers(null, lacks);
    const ranges = spans.map((span) => span.numbers);
    return numbers(ranges.some((each) => each === null || each === 'any') ? 'any' : compute(ranges as Range[]), lacks);
  };
};

const about = (values: readonly Exact[]): Range => range(values.reduce(smaller), values.reduce(greater));
export const plus = (a: Range, b: Range): Range => range(a.low.add(b.low), a.high.add(b.high));
export const times = (a: Range, b: Range): Range => {
  if (isPoint(a) && isPoint(b)) {
    const value = a.low.mul(b.low);
    return range(value, value);
  }
  return about([a.low.mul(b.low), a.low.mul(b.high), a.high.mul(b.low), a.high.mul(b.high)]);
};

/** An operation on two or more numbers. */
export const many =
  (key: string, compute: (ranges: readonly Range[]) => Range): CompileBound =>
  (operation, { bound }) =>
    strict((operation[key] as unknown[]).map(bound), compute);

/** `sum` */
export const sum: CompileBound = (operation, { bound }) => {
  const bounds = (operation['sum'] as unknown[]).map(bound);
  const plain = strict(bounds, (ranges) => ranges.reduce(plus));
  return (memory) => {
    const lists = bounds.map((each) => each(memory).list);
    if (lists.every((each) => each === undefined)) return plain(memory);
    const [first, ...rest] = lists;
    if (!first || rest.some((each) => each?.length !== first.length)) return ANYTHING;
    return list(first.map((entry, i) => rest.reduce((all, each) => plus(all, each?.[i] as Range), entry)));
  };
};

/** `ratio` */
export const ratio: CompileBound = (operation, { bound }) => {
  const bounds = (operation['ratio'] as unknown[]).map(bound);
  return (memory) => {
    const divisor = bounds[1]?.(memory).numbers;
    const byZero = divisor && divisor !== 'any' && divisor.low.sign() <= 0 && divisor.high.sign() >= 0;
    if (byZero) return ANYTHING;
    return strict(bounds, ([a, b]) => {
      const [x, y] = [a as Range, b as Range];
      return about([x.low.div(y.low), x.low.div(y.high), x.high.div(y.low), x.high.div(y.high)]);
    })(memory);
  };
};

/** `weighted` */
export const weighted: CompileBound = (operation, { bound }) => {
  const entries = Object.entries(operation['weighted'] as Record<string, string | number>);
  const weights = entries.map(([, weight]) => range(parseNumber(weight), parseNumber(weight)));
  return strict(
    entries.map(([name]) => bound(name)),
    (ranges) => ranges.map((each, i) => times(each, weights[i] as Range)).reduce(plus),
  );
};

/** A rounding, which keeps the order of numbers. */
export const rounded =
  (key: string, round: (value: Exact) => Exact): CompileBound =>
  (operation, { bound }) =>
    strict([bound(operation[key])], ([a]) => range(round((a as Range).low), round((a as Range).high)));

/** Which orders of two numbers are possible: below, equal, above. */
export function orders(a: Range, b: Range): number[] {
  const below = a.low.compare(b.high) < 0 ? [-1] : [];
  const above = a.high.compare(b.low) > 0 ? [1] : [];
  const meet = a.low.compare(b.high) <= 0 && a.high.compare(b.low) >= 0 ? [0] : [];
  return [...below, ...meet, ...above];
}

/** A comparison of two numbers. */
export const compare =
  (key: string): CompileBound =>
  (operation, { bound }) => {
    const bounds = (operation[key] as unknown[]).map(bound);
    const { holds } = comparisons[key] as (typeof comparisons)[string];
    return (memory) => {
      const spans = bounds.map((each) => each(memory));
      const lacks = lacksOf(spans);
      if (spans.some((span) => !mayBeKnown(span))) return answer(false, false, lacks);
      const [a, b] = spans.map((span) => span.numbers) as [Span['numbers'], Span['numbers']];
      if (!a || !b || a === 'any' || b === 'any') return answer(true, true, lacks);
      const verdicts = orders(a, b).map(holds);
      return answer(verdicts.includes(true), verdicts.includes(false), lacks);
    };
  };
