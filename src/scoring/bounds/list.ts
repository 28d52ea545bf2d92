import type { Exact } from '../exact.ts';
import { exact } from '../number.ts';
import { comparisons } from '../operations/compare.ts';
import { orders, range } from './arithmetic.ts';
import type { BoundCompiler, CompileBound } from './bound.ts';
import {
  ANY_NUMBER,
  ANYTHING,
  ids,
  lacksOf,
  list,
  mayBeKnown,
  maybe,
  mayLack,
  nothing,
  numbers,
  type Range,
  type Span,
  series,
} from './span.ts';

/** The keys whose condition holds, where that is settled for each. */
export const collect: CompileBound = (operation, { bound }) => {
  const entries = Object.entries(operation['collect'] as Record<string, unknown>).map(
    ([key, condition]) => [key, bound(condition)] as const,
  );
  return (memory) => {
    const spans = entries.map(([key, each]) => [key, each(memory)] as const);
    const lacks = lacksOf(spans.map(([, span]) => span));
    if (spans.some(([, span]) => !mayBeKnown(span))) return { ...nothing, lacks };
    if (spans.some(([, span]) => maybe(span, true) && maybe(span, false))) return { ...nothing, ids: 'any', lacks };
    return { ...ids([series(spans.filter(([, span]) => maybe(span, true)).map(([key]) => key))]), lacks };
  };
};

/** A number worked out from the entries of a list. */
export const ofList =
  (key: string, compute: (entries: readonly Range[]) => Range): CompileBound =>
  (operation, { bound }) => {
    const subject = bound(operation[key]);
    return (memory) => {
      const { list: entries, lacks } = subject(memory);
      return entries ? numbers(compute(entries), lacks) : { ...ANY_NUMBER, lacks: 'any' };
    };
  };

export const zero = range(exact(0), exact(0));
export const ends = (pick: (a: Exact, b: Exact) => Exact) => (entries: readonly Range[]) =>
  entries.length === 0
    ? zero
    : range(entries.map(({ low }) => low).reduce(pick), entries.map(({ high }) => high).reduce(pick));

/** For each entry of a list whether it may fulfil `where`, and whether it may not; `null` where that is not worked out. */
const tested = (operation: Record<string, unknown>, key: string, { bound }: BoundCompiler) => {
  const subject = bound(operation[key]);
  const [test = '', wanted] = Object.entries(operation['where'] as Record<string, unknown>)[0] ?? [];
  const comparison = comparisons[test];
  const limit = comparison ? bound(wanted) : null;
  return (memory: readonly Span[]): readonly { yes: boolean; no: boolean }[] | null => {
    const { list: entries, lacks } = subject(memory);
    const than = limit?.(memory);
    if (!comparison || !entries || lacks.length > 0 || !than || mayLack(than)) return null;
    const { numbers: value } = than;
    if (!value || value === 'any') return null;
    return entries.map((entry) => {
      const verdicts = orders(entry, value).map(comparison.holds);
      return { yes: verdicts.includes(true), no: verdicts.includes(false) };
    });
  };
};

/** `count` */
export const count: CompileBound = (operation, compiler) => {
  const test = tested(operation, 'count', compiler);
  return (memory) => {
    const hits = operation['within'] === undefined ? test(memory) : null;
    if (!hits) return { ...ANY_NUMBER, lacks: 'any' };
    return numbers(range(exact(hits.filter(({ no }) => !no).length), exact(hits.filter(({ yes }) => yes).length)));
  };
};

/** `which` */
export const which: CompileBound = (operation, compiler) => {
  const test = tested(operation, 'which', compiler);
  return (memory) => {
    const hits = test(memory);
    if (!hits || hits.some(({ yes, no }) => yes && no)) return ANYTHING;
    return list(hits.flatMap(({ yes }, i) => (yes ? range(exact(i + 1), exact(i + 1)) : [])));
  };
};
