import type { Input } from '../../schema/scheme.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import { Exact } from '../../scoring/exact.ts';
import { asGiven } from '../../scoring/moves.ts';
import { parseNumber } from '../../scoring/number.ts';
import { isBlank, readerOf } from '../../scoring/read-value.ts';
import { scaleOf } from '../../scoring/scale.ts';

/** So many values of an input are tried at most. */
export const MOST = 5000;

/** The values of an input that are tried, one step apart, as they stand in the memory: a percentage is a share. */
export type Grid = {
  readonly input: string;
  readonly count: number;
  /** Counted from 0. */
  at(place: number): Exact;
  readonly step: Exact;
  /** Values between two steps may be entered too. */
  readonly dense: boolean;
  /** Values of the range that lie below or above and are not tried. */
  readonly cut: { readonly below: boolean; readonly above: boolean };
  /** Whether `MOST` values hold the whole range. */
  readonly fits: boolean;
};

/** How an input is swept: number by number, or choice by choice. */
export type SweepKind = 'numbers' | 'choices';

/** `null` for lists, series and texts: they have no one order in which to go through them. */
export function sweepKind(input: Input): SweepKind | null {
  if ('choice' in input || 'yes-no' in input) return 'choices';
  return 'list' in input || scaleOf(input) === null ? null : 'numbers';
}

/** The value as typed, as the engine reads it; `null` where there is none or it is not allowed. */
export function presentValue(input: Input, typed: string | undefined): Exact | null {
  if (isBlank(typed)) return null;
  const value = readerOf(input)(typed);
  return value instanceof Exact ? value : null;
}

/** Dates, months and times have a long way to go: by default so many steps to each side. */
export const DATED_REACH = 31;

/**
 * The whole range where it has at most `MOST` steps, else a window of as many around the present value.
 * `reach` is a number of steps to each side of it. `null` where there is nothing to begin with: no range and no value.
 */
export function gridOf(
  compiled: CompiledScheme,
  name: string,
  present: Exact | null,
  reach: number | null,
): Grid | null {
  const input = compiled.scheme.inputs[name] as Input;
  const scale = scaleOf(input);
  if (!scale) return null;
  const { first, last } = scale;
  const from = present === null ? (isDated(input) ? null : Number.isFinite(first) ? first : 0) : scale.below(present);
  const fits = last - first < MOST;
  if (from === null && !fits) return null;
  const whole = fits && (reach === null || from === null);
  const side = reach ?? (isDated(input) ? DATED_REACH : MOST / 2 - 1);
  const [low, high] = whole ? [first, last] : windowOf(first, last, from ?? first, side);
  return {
    input: name,
    count: high - low + 1,
    at: (place) => scale.at(low + place),
    step: stepOf(input),
    dense: 'number' in input,
    cut: { below: low > first, above: high < last },
    fits,
  };
}

/** As many steps as fit around a place, moved inside the range. */
function windowOf(first: number, last: number, from: number, side: number): [number, number] {
  const low = Math.max(first, Math.min(from - side, last - 2 * side));
  return [low, Math.min(last, low + 2 * side)];
}

export const isDated = (input: Input): boolean => 'date' in input || 'month' in input || 'time' in input;

/** One step, as in the memory. */
function stepOf(input: Input): Exact {
  const step = parseNumber(('step' in input && input.step) || 1);
  return 'unit' in input && input.unit === 'percent' ? step.div(100) : step;
}

/** A value of the memory as it is typed into the field. */
export const typedValue = (input: Input, value: Exact): string => String(asGiven(input, value));

/** The choices of an input with the text that is typed for each. */
export function choicesOf(input: Input): readonly { typed: string; value: string | boolean }[] {
  if ('choice' in input) return Object.keys(input.choice).map((id) => ({ typed: id, value: id }));
  return [
    { typed: 'yes', value: true },
    { typed: 'no', value: false },
  ];
}
