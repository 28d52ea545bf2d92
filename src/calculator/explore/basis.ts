import type { Input } from '../../schema/scheme.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import { sameValue } from '../../scoring/outcome.ts';
import type { State } from '../state.ts';
import { atValue } from './at-value.ts';
import { typedValue } from './grid.ts';
import { valueIn } from './leaps.ts';
import type { Stretch } from './stretches.ts';
import type { Point, Sweep } from './sweep.ts';

/** Names of the assumptions that a stretch rests on, by its first place. */
export type Basis = ReadonlyMap<number, ReadonlySet<string>>;

/**
 * The assumptions that an output rests on at the ends of each stretch: with one switched off, the value there would be
 * another or undefined. Yields the part that is done.
 */
export function* basisOf(
  compiled: CompiledScheme,
  state: State,
  { grid, points }: Sweep,
  stretches: readonly Stretch[],
  output: string,
): Generator<number, Basis> {
  const input = compiled.scheme.inputs[grid.input] as Input;
  const basis = new Map<number, Set<string>>(stretches.map(({ first }) => [first, new Set<string>()]));
  const on = compiled.assumptions.filter(([name]) => state.readings[name] !== 'off');
  let done = 0;
  for (const [name] of on) {
    const off = atValue(compiled, { ...state, readings: { ...state.readings, [name]: 'off' } }, grid.input);
    for (const { first, last, standing } of stretches) {
      if (standing !== 'known') continue;
      for (const place of new Set([first, last])) {
        const { value, result } = points[place] as Point;
        const without = valueIn(off(typedValue(input, value)), output);
        if (!sameValue(valueIn(result, output), without)) basis.get(first)?.add(name);
        yield done / on.length;
      }
    }
    done += 1;
  }
  return basis;
}
