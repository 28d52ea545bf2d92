import { scaleLinear } from 'd3-scale';
import { Exact } from '../../scoring/exact.ts';
import { readNumber } from '../../scoring/number.ts';
import { isKnown, type Known } from '../../scoring/value.ts';
import { valueIn } from './leaps.ts';
import { type End, type Stretch, valuesIn } from './stretches.ts';
import type { Sweep } from './sweep.ts';

/** A place on an axis: an exact value for its words, and pixels. */
export type Tick = { value: Exact; at: number };
/** A line of a chart for one answer or choice. */
export type Lane = { value: Known; at: number };

export type ChartScale = {
  x: (value: Exact) => number;
  /** Pixels of an output's value; `null` where it has none. */
  y: (result: End['result']) => number | null;
  xTicks: readonly Tick[];
  /** Where the output is a number. */
  yTicks: readonly Tick[];
  /** Where it is not. */
  lanes: readonly Lane[];
  width: number;
  box: { left: number; right: number; top: number; bottom: number; height: number };
};

/** More lanes than this cannot be told apart. */
export const MOST_LANES = 12;
const LANE = 46;
const TOP = 24;
const FOOT = 58;
const PLOT = 220;
const LETTER = 7.6;
/** A number that takes no more values than these has a mark at each of them. */
const FEW = 6;

/** Exact numbers for round places of an axis; whole ones where the axis counts days, months or minutes. */
const exactTicks = (ticks: readonly number[], whole: boolean): Exact[] =>
  ticks
    .filter((tick) => !whole || Number.isInteger(tick))
    .flatMap((tick) => readNumber(Number(tick.toPrecision(12))) ?? []);

/** Positions for a sweep of one output. Only here are values made JavaScript numbers. */
export function chartScale(
  { grid, points }: Sweep,
  stretches: readonly Stretch[],
  output: string,
  width: number,
  options: {
    lanes: readonly Known[] | null;
    wholeX: boolean;
    wholeY: boolean;
    xText: (value: Exact) => string;
    yText: (value: Exact) => string;
  },
): ChartScale {
  const lanes = options.lanes;
  const numbers = lanes ? [] : numbersIn(points, stretches, output);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const pad = most > least ? 0 : Math.max(1, Math.abs(most)) / 10;
  const height = TOP + FOOT + (lanes ? Math.max(1, lanes.length) * LANE : PLOT);
  const [top, bottom] = [TOP, height - FOOT];
  const vertical = scaleLinear()
    .domain(numbers.length > 0 ? [least - pad, most + pad] : [0, 1])
    .range([bottom - 10, top + 12]);
  if (new Set(numbers).size > FEW && !options.wholeY) vertical.nice(5);
  const few = [...new Set(numbers)].toSorted((a, b) => a - b);
  const yTicks = few.length <= FEW ? few : vertical.ticks(5);
  const yValues = apart(
    exactTicks(yTicks, options.wholeY),
    (value) => vertical(Number(value)),
    () => 16,
  );
  const widest = Math.max(0, ...yValues.map((value) => textWidth(options.yText(value))));
  const [left, right] = [lanes ? 14 : Math.min(widest + 14, width / 3), width - 14];
  const [from, to] = [points[0], points.at(-1)].map((point) => Number(point?.value)) as [number, number];
  const horizontal = scaleLinear()
    .domain(to > from ? [from, to] : [from - Number(grid.step), from + Number(grid.step)])
    .range([left, right]);
  const xTicks = fitting(
    (count) => exactTicks(horizontal.ticks(count), options.wholeX),
    Math.floor((right - left) / 50),
    (value) => keptInside(horizontal(Number(value)), options.xText(value), width),
    (value) => textWidth(options.xText(value)) + 14,
  );
  const laneOf = new Map((lanes ?? []).map((value, i) => [String(value), top + LANE * (i + 0.68)]));
  return {
    x: (value) => horizontal(Number(value)),
    y: (result) => {
      const value = valueIn(result, output);
      if (!isKnown(value)) return null;
      return lanes ? (laneOf.get(String(value)) ?? null) : value instanceof Exact ? vertical(Number(value)) : null;
    },
    xTicks: xTicks.map((value) => ({ value, at: horizontal(Number(value)) })),
    yTicks: yValues.map((value) => ({ value, at: vertical(Number(value)) })),
    lanes: (lanes ?? []).map((value) => ({ value, at: laneOf.get(String(value)) as number })),
    width,
    box: { left, right, top, bottom, height },
  };
}

/** As many round values as have room beside each other. */
function fitting(
  round: (count: number) => Exact[],
  most: number,
  at: (value: Exact) => number,
  room: (value: Exact) => number,
): Exact[] {
  for (let count = most; count > 1; count -= 1) {
    const values = round(count);
    if (apart(values, at, room).length === values.length) return values;
  }
  return apart(round(2), at, room);
}

/** Leaves out what would stand in the way of the one before. */
function apart(values: readonly Exact[], at: (value: Exact) => number, room: (value: Exact) => number): Exact[] {
  const kept: Exact[] = [];
  for (const value of values) {
    const before = kept.at(-1);
    if (!before || Math.abs(at(value) - at(before)) >= (room(value) + room(before)) / 2) kept.push(value);
  }
  return kept;
}

/** Where the middle of a text may stand, so that all of it is inside the drawing. */
export function keptInside(at: number, text: string, width: number): number {
  const half = textWidth(text) / 2 + 1;
  return Math.min(Math.max(at, half), width - half);
}

/** Pixels that a text takes, about: a Han character is as wide as high. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 13 : LETTER), 0);

function numbersIn(points: Sweep['points'], stretches: readonly Stretch[], output: string): number[] {
  const results = [
    ...points.map(({ result }) => result),
    ...stretches.flatMap(({ low, high }) => [low.result, high.result]),
  ];
  return results.flatMap((result) => {
    const value = valueIn(result, output);
    return value instanceof Exact ? Number(value) : [];
  });
}

/** The lanes of an output that is no number: the values that occur, in this order. `null` where it is a number. */
export function lanesOf(stretches: readonly Stretch[], order: readonly string[]): Known[] | null {
  const known = stretches.filter(({ standing }) => standing === 'known');
  if (known.length > 0 && known.every(({ value }) => value instanceof Exact)) return null;
  return valuesIn(known).toSorted((a, b) => order.indexOf(String(a)) - order.indexOf(String(b)));
}
