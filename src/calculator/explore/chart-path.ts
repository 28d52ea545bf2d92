import { line } from 'd3-shape';
import type { ChartScale } from './chart-scale.ts';
import type { Stretch } from './stretches.ts';
import type { Sweep } from './sweep.ts';

type Place = [x: number, y: number];

/** The line of a stretch. Points that lie less than a third of a pixel apart are drawn once. */
export function stretchPath({ points }: Sweep, { first, last, low, high }: Stretch, { x, y }: ChartScale): string {
  const places: Place[] = [];
  const add = (at: Parameters<typeof x>[0], result: Parameters<typeof y>[0], always: boolean): void => {
    const height = y(result);
    const place: Place = [x(at), height ?? 0];
    const before = places.at(-1);
    if (height === null || (before && !always && place[0] - before[0] < 0.33)) return;
    places.push(place);
  };
  add(low.at, low.result, true);
  for (let i = first; i <= last; i += 1) {
    const point = points[i];
    if (point) add(point.value, point.result, i === last);
  }
  add(high.at, high.result, true);
  return line()(places) ?? '';
}

/** Dots that touch each other are dashed by leaving out some: so many pixels are drawn, and so many are not. */
const DASH = 8;
const GAP = 4;

/** A dot for every point of a stretch, as one path with round ends. */
export function dotsPath(
  { points }: Sweep,
  { first, last }: Stretch,
  { x, y, box }: ChartScale,
  dashed: boolean,
): string {
  const touch = dashed && (box.right - box.left) / points.length < GAP;
  return points
    .slice(first, last + 1)
    .filter(({ value }) => !touch || x(value) % (DASH + GAP) < DASH)
    .map(({ value, result }) => `M${x(value)} ${y(result) ?? 0}h0`)
    .join('');
}
