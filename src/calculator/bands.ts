import type { CompiledScheme } from '../scoring/compile.ts';
import { Exact } from '../scoring/exact.ts';
import type { Memory } from '../scoring/node.ts';
import { contains, parseRange, type Range } from '../scoring/number.ts';
import type { Known, Value } from '../scoring/value.ts';

/** A drawn scale: the bands of a step and the value that falls into one of them. */
export type Ruler = {
  step: string;
  of: string;
  value: Exact | null;
  bands: { name: Known; range: Range; current: boolean }[];
};

/** The scales of the steps that sort a value into bands. */
export function bandsOf(compiled: CompiledScheme, memory: Memory): Ruler[] {
  return compiled.steps.flatMap(({ id, step }) => {
    if (!('bands' in step) || typeof step.bands !== 'string') return [];
    const at = (name: string): Value | undefined => memory[compiled.slots.get(name) as number];
    const value = at(step.bands);
    const current = at(id);
    const bands = Object.entries(step.in).map(([band, range]) => ({
      name: band,
      range: parseRange(range),
      current: band === current,
    }));
    bands.sort((a, b) => (a.range.low && b.range.low ? a.range.low.compare(b.range.low) : 0));
    return [{ step: id, of: step.bands, value: value instanceof Exact ? value : null, bands }];
  });
}

type Placed = Ruler['bands'][number] & { left: number; right: number };

/** A band is at least so wide, as a share of the line, so that its ends can be told apart. */
const NARROWEST = 0.1;
/** How much of the line a band without an end gets. */
const ENDLESS = 0.4;

/**
 * Where the bands and the value are drawn on a line of this length. Within a band the scale is even; a band that would
 * be too narrow, such as a single number, is drawn wider, and one without an end gets a fixed share.
 */
export function placesOf({ bands, value }: Ruler, length: number): { bands: Placed[]; at: number | null } {
  const widths = bands.map(({ range: { low, high } }) => (low && high ? Number(high.sub(low)) : null));
  const span = widths.reduce<number>((all, width) => all + (width ?? 0), 0);
  const shares = widths.map((width) => (width === null ? ENDLESS : Math.max(NARROWEST, span === 0 ? 0 : width / span)));
  const total = shares.reduce((all, share) => all + share, 0);
  let from = 0;
  const placed = bands.map((band, i) => {
    const left = from;
    from += ((shares[i] as number) / total) * length;
    return { ...band, left, right: from };
  });
  const holding = placed.findIndex(({ range }) => value !== null && contains(range, value));
  if (value === null || holding < 0) return { bands: placed, at: null };
  const { left, right, range } = placed[holding] as Placed;
  const width = widths[holding];
  const share = width && range.low ? Number(value.sub(range.low)) / width : 0.5;
  return { bands: placed, at: left + share * (right - left) };
}
