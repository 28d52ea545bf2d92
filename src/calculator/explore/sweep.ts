import type { Input } from '../../schema/scheme.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import { changes, type Result } from '../../scoring/evaluate.ts';
import type { Exact } from '../../scoring/exact.ts';
import type { AtValue } from './at-value.ts';
import { type Grid, typedValue } from './grid.ts';
import { type Leap, leapsOf, NEARNESS } from './leaps.ts';

/** A value that was tried, and its result. */
export type Point = { readonly value: Exact; readonly result: Result };

/** What leaps between the point before `place` and the one there. */
export type Change = Leap & { readonly place: number; readonly near: readonly [Result, Result] | null };

export type Sweep = {
  readonly grid: Grid;
  readonly points: readonly Point[];
  /** In the order of the values. */
  readonly changes: readonly Change[];
};

/**
 * Tries every value of the grid, and where two neighbours differ also next to each of them, so that the change is
 * placed exactly. Yields the part that is done.
 */
export function* sweep(compiled: CompiledScheme, grid: Grid, at: AtValue): Generator<number, Sweep> {
  const input = compiled.scheme.inputs[grid.input] as Input;
  const near = grid.step.mul(NEARNESS);
  const tried = (value: Exact): Result => at(typedValue(input, value));
  const points: Point[] = [];
  const found: Change[] = [];
  for (let place = 0; place < grid.count; place += 1) {
    const value = grid.at(place);
    const before = points[place - 1];
    const result = tried(value);
    if (before && differ(before.result, result)) {
      const inside = grid.dense ? ([tried(before.value.add(near)), tried(value.sub(near))] as const) : null;
      const leaps = leapsOf(compiled, { before: before.result, after: result, near: inside });
      found.push(...leaps.map((leap) => ({ ...leap, place, near: inside })));
    }
    points.push({ value, result });
    yield (place + 1) / grid.count;
  }
  return { grid, points, changes: found };
}

const differ = (a: Result, b: Result): boolean => changes(a, b) || openText(a) !== openText(b);
const openText = (result: Result): string => (result.kind === 'undefined' ? JSON.stringify(result.open) : '');

/** The part of a sweep from one place to another; every change that it has, it has inside. */
function part({ grid, points, changes }: Sweep, from: number, to: number): Sweep {
  return {
    grid: { ...grid, count: to - from + 1, at: (place) => grid.at(from + place) },
    points: points.slice(from, to + 1),
    changes: changes.map((change) => ({ ...change, place: change.place - from })),
  };
}

/**
 * The part of a sweep in which the result changes, with the present value and some room on both sides, where that is
 * much less than the whole.
 */
export function changing(whole: Sweep, present: number | null): Sweep {
  const places = [...whole.changes.flatMap(({ place }) => [place - 1, place]), ...(present === null ? [] : [present])];
  if (whole.changes.length === 0) return whole;
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const room = Math.max(12, Math.round((last - first) * 0.4));
  const [from, to] = [Math.max(0, first - room), Math.min(whole.points.length - 1, last + room)];
  return to - from < whole.points.length / 3 ? part(whole, from, to) : whole;
}

/** The place of the value, or of the last one that is not above it; `null` where it lies outside. */
export function placeOf(points: readonly Point[], value: Exact): number | null {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] as Point).value.compare(value) <= 0) low = middle + 1;
    else high = middle;
  }
  const found = low - 1;
  const beyond = found === points.length - 1 && points[found]?.value.compare(value) !== 0;
  return found < 0 || beyond ? null : found;
}
