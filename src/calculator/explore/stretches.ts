import type { Result } from '../../scoring/evaluate.ts';
import type { Exact } from '../../scoring/exact.ts';
import { type Known, Undefined, Unknown, type Value } from '../../scoring/value.ts';
import { type Edge, valueIn } from './leaps.ts';
import type { Point, Sweep } from './sweep.ts';

/** Known; left open by the source; refused by the scheme; or not computed, as something is missing or does not apply. */
export type Standing = 'known' | 'undefined' | 'refused' | 'absent';

/** One end of a stretch: where it is, whether the value there belongs to it, and the result that it comes up to. */
export type End = { readonly at: Exact; readonly closed: boolean; readonly result: Result; readonly leap: boolean };

/** Neighbouring values over which an output does not leap. */
export type Stretch = {
  readonly standing: Standing;
  /** Places of the first and last point. */
  readonly first: number;
  readonly last: number;
  readonly low: End;
  readonly high: End;
  /** The value at the first point. */
  readonly value: Value;
};

export function standingOf(result: Result, output: string): Standing {
  if (result.kind === 'invalid') return 'refused';
  const value = valueIn(result, output);
  if (value instanceof Undefined) return 'undefined';
  return value instanceof Unknown ? 'absent' : 'known';
}

/** The stretches of one output, in the order of the values, without a hole. */
export function stretchesOf({ points, changes }: Sweep, output: string): Stretch[] {
  const leaps = new Map<number, { edge: Edge; near: readonly [Result, Result] | null }>();
  for (const { place, edge, effect, near } of changes) {
    if (effect.outcomes.includes(output)) leaps.set(place, { edge, near });
  }
  const found: Stretch[] = [];
  let first = 0;
  let low: End | null = null;
  points.forEach((point, place) => {
    const next = points[place + 1];
    const leap = leaps.get(place + 1) ?? (next && changesStanding(point, next, output) ? PLAIN : null);
    if (next && !leap) return;
    const start = points[first] as Point;
    const [high, then] = next && leap ? endsOf(point, next, leap) : [endAt(point), null];
    found.push({
      standing: standingOf(start.result, output),
      first,
      last: place,
      low: low ?? endAt(start),
      high,
      value: valueIn(start.result, output),
    });
    first = place + 1;
    low = then;
  });
  return found;
}

const PLAIN = { edge: 'inside', near: null } as const;

const changesStanding = (a: Point, b: Point, output: string): boolean =>
  standingOf(a.result, output) !== standingOf(b.result, output);

/** An end of the whole sweep: nothing leaps there. */
const endAt = ({ value, result }: Point): End => ({ at: value, closed: true, result, leap: false });

/** How one stretch ends and the next begins between two points. */
function endsOf(
  before: Point,
  after: Point,
  { edge, near }: { edge: Edge; near: readonly [Result, Result] | null },
): [End, End] {
  const last = { at: before.value, closed: true, result: before.result, leap: true };
  const first = { at: after.value, closed: true, result: after.result, leap: true };
  if (edge === 'to' && near) return [{ at: after.value, closed: false, result: near[1], leap: true }, first];
  if (edge === 'from' && near) return [last, { at: before.value, closed: false, result: near[0], leap: true }];
  return [last, first];
}

/** The values of an output that occur, in the order of first appearance. */
export function valuesIn(stretches: readonly Stretch[]): Known[] {
  const seen = new Map<string, Known>();
  for (const { standing, value } of stretches) {
    if (standing === 'known' && !seen.has(String(value))) seen.set(String(value), value as Known);
  }
  return [...seen.values()];
}
