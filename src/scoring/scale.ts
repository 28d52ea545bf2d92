import { readDay } from '../lib/calendar.ts';
import type { Input } from '../schema/scheme.ts';
import type { Exact } from './exact.ts';
import { exact, parseNumber, parseRange } from './number.ts';

/** The values that an input takes in the steps that it declares, by number; those between two steps are left out. */
export type Scale = {
  /** As it stands in the memory: a percentage is a share. */
  at(place: number): Exact;
  /** The last place that is not above the value, and the first that is not below it. */
  below(value: Exact): number;
  above(value: Exact): number;
  /** The first and last place; infinite where the range has no end. */
  readonly first: number;
  readonly last: number;
};

const DAYS = [readDay('0100-01-01') as number, readDay('9999-12-31') as number] as const;
const MONTHS = [0, 9999 * 12 + 11] as const;
const MINUTES = [0, 24 * 60] as const;

/** The scale of a numeric input, of the entries of a list, of a date, month or time; `null` for any other. */
export function scaleOf(input: Input): Scale | null {
  if ('date' in input) return wholeNumbers(DAYS);
  if ('month' in input) return wholeNumbers(MONTHS);
  if ('time' in input) return wholeNumbers(MINUTES);
  if ('integer' in input) return steps(input.integer, input);
  if ('number' in input) return steps(input.number, input);
  return 'list' in input ? steps(input.list, input) : null;
}

const wholeNumbers = ([first, last]: readonly [number, number]): Scale => ({
  at: exact,
  below: (value) => Number(value.floor()),
  above: (value) => Number(value.ceil()),
  first,
  last,
});

/** Steps are counted from the low end of the range, as a browser counts them; from 0 where there is none. */
function steps(text: string, { step = 1, unit }: { step?: number | undefined; unit?: string | undefined }): Scale {
  const range = parseRange(text);
  const by = parseNumber(step);
  const start = range.low ?? exact(0);
  const entered = (value: Exact): Exact => (unit === 'percent' ? value.mul(100) : value).sub(start).div(by);
  const at = (place: number): Exact => {
    const value = start.add(by.mul(place));
    return unit === 'percent' ? value.div(100) : value;
  };
  const end = range.high?.sub(start).div(by);
  return {
    at,
    below: (value) => Number(entered(value).floor()),
    above: (value) => Number(entered(value).ceil()),
    first: range.low === null ? Number.NEGATIVE_INFINITY : range.lowIncluded ? 0 : 1,
    last:
      end === undefined
        ? Number.POSITIVE_INFINITY
        : Number(end.floor()) - (!range.highIncluded && end.isWhole() ? 1 : 0),
  };
}
