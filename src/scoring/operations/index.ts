import type { Compile } from '../node.ts';
import { apportion } from './apportion.ts';
import { ceiling, difference, floor, greatest, halfUp, least, product, ratio, sum, weighted } from './arithmetic.ts';
import { bands, is, known, lookup } from './choice.ts';
import { above, atLeast, atMost, below, equals } from './compare.ts';
import { dayOfMonthOf, monthsBefore, weekday } from './date.ts';
import { assuming, first, open } from './first.ts';
import { collect, count, countTrue, largest, length, longestRun, smallest, total, which } from './list.ts';
import { all, any, not } from './logic.ts';

/** The closed set. What each takes is told in `src/schema/expression.ts`. */
export const compilers: Readonly<Record<string, Compile>> = {
  sum,
  product,
  difference,
  ratio,
  weighted,
  least,
  greatest,
  floor,
  ceiling,
  'half-up': halfUp,
  below,
  'at-least': atLeast,
  above,
  'at-most': atMost,
  equals,
  is,
  known,
  any,
  all,
  not,
  bands,
  lookup,
  first,
  total,
  length,
  smallest,
  largest,
  count,
  which,
  'longest-run': longestRun,
  'count-true': countTrue,
  collect,
  weekday,
  'day-of-month': dayOfMonthOf,
  'months-before': monthsBefore,
  apportion,
  assuming,
  open,
};
