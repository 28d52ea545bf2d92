import type { CompiledScheme } from '../scoring/compile.ts';
import type { Exact } from '../scoring/exact.ts';
import type { Memory } from '../scoring/node.ts';
import { parseRange, type Range } from '../scoring/number.ts';
import type { Value } from '../scoring/value.ts';

/** A drawn scale: the bands of a step and the value that falls into one of them. */
export type Ruler = {
  step: string;
  of: string;
  value: Exact | null;
  bands: { id: string; range: Range; current: boolean }[];
};

/** The scales of the steps that sort a value into bands. */
export function bandsOf(compiled: CompiledScheme, memory: Memory): Ruler[] {
  return compiled.steps.flatMap(({ id, step }) => {
    if (!('bands' in step) || typeof step.bands !== 'string') return [];
    const at = (name: string): Value | undefined => memory[compiled.slots.get(name) as number];
    const value = at(step.bands);
    const current = at(id);
    const bands = Object.entries(step.in).map(([band, range]) => ({
      id: band,
      range: parseRange(range),
      current: band === current,
    }));
    bands.sort((a, b) => (a.range.low && b.range.low ? a.range.low.compare(b.range.low) : 0));
    return [{ step: id, of: step.bands, value: typeof value === 'object' && 'compare' in value ? value : null, bands }];
  });
}
