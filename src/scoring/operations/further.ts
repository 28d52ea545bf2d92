import type { Compile } from '../node.ts';
import { apportion } from './apportion.ts';
import { dayOfMonthOf, monthsBefore, weekday } from './date.ts';
import { collect, count, countTrue, largest, length, longestRun, smallest, total, which } from './list.ts';

/** Lists, dates and shares: a page loads them only for a scheme that has such steps. */
export const further: Readonly<Record<string, Compile>> = {
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
};
