import { Exact } from '../exact.ts';
import { exact } from '../number.ts';

/** How many values are at least `low` and below `high`. */
export type Bin = { low: Exact; high: Exact; count: number };

/**
 * Counts values in intervals of equal width that begin at a round number: a width of 1, 2 or 5 times a power of ten,
 * the smallest that needs no more than `most` intervals (2 or more). Every value is in exactly one; empty intervals in
 * between are kept.
 */
export function distributionOf(values: readonly Exact[], most = 24): Bin[] {
  const [first] = values;
  if (!first) return [];
  let [least, greatest] = [first, first];
  for (const value of values) {
    if (value.compare(least) < 0) least = value;
    if (value.compare(greatest) > 0) greatest = value;
  }
  const width = widthOf(least, greatest, most);
  const start = least.div(width).floor();
  const counts: number[] = [];
  for (const value of values) {
    const place = Number(value.div(width).floor().sub(start));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return Array.from(counts, (count = 0, i) => ({
    low: start.add(i).mul(width),
    high: start.add(i + 1).mul(width),
    count,
  }));
}

function widthOf(least: Exact, greatest: Exact, most: number): Exact {
  const span = Number(greatest.sub(least));
  if (span === 0) return exact(1);
  // One power of ten below what could do; then upwards until it does.
  for (let power = Math.floor(Math.log10(span / most)) - 1; ; power += 1) {
    for (const digit of [1, 2, 5]) {
      const width = power < 0 ? Exact.parse(`0.${'0'.repeat(-power - 1)}${digit}`) : exact(digit * 10 ** power);
      const bins = greatest.div(width).floor().sub(least.div(width).floor()).add(1);
      if (bins.compare(most) <= 0) return width;
    }
  }
}
