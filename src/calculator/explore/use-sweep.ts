import { useEffect, useState } from 'preact/hooks';
import type { CompiledScheme } from '../../scoring/compile.ts';
import type { State } from '../state.ts';
import { atValue } from './at-value.ts';
import { type Basis, basisOf } from './basis.ts';
import type { Grid } from './grid.ts';
import { inSlices, onPage } from './slices.ts';
import type { Stretch } from './stretches.ts';
import { type Sweep, sweep as sweepWork } from './sweep.ts';

/** The last sweep that was finished, with the state that it was made from; how far the next one is, 1 where there is none. */
export type Sweeping = { found: { sweep: Sweep; state: State } | null; done: number };

/** Sweeps in slices whenever another input, the range or a reading changes; a sweep that is no longer wanted is dropped. */
export function useSweep(compiled: CompiledScheme, state: State, grid: Grid | null): Sweeping {
  const [sweeping, setSweeping] = useState<Sweeping & { key: string }>({ found: null, done: 1, key: '' });
  const key = grid === null ? '' : keyOf(state, grid);
  useEffect(() => {
    if (grid === null) return;
    let gone = false;
    setSweeping((now) => ({ ...now, done: 0 }));
    inSlices(sweepWork(compiled, grid, atValue(compiled, state, grid.input)), {
      ...onPage(),
      cancelled: () => gone,
      onProgress: (done) => !gone && setSweeping((now) => ({ ...now, done })),
    }).then((found) => found && !gone && setSweeping({ found: { sweep: found, state }, done: 1, key }));
    return () => {
      gone = true;
    };
  }, [compiled, key]);
  return grid === null || sweeping.found?.sweep.grid.input !== grid.input
    ? { found: null, done: sweeping.done }
    : sweeping;
}

/** What a sweep depends on: everything but the present value of the swept input. */
function keyOf({ given, readings }: State, grid: Grid): string {
  const { [grid.input]: _, ...others } = given;
  return JSON.stringify([grid.input, grid.count, String(grid.at(0)), others, readings]);
}

const NONE: Basis = new Map();

/** Which assumptions each stretch rests on; nothing until that is known. */
export function useBasis(
  compiled: CompiledScheme,
  sweep: Sweep,
  state: State,
  stretches: readonly Stretch[],
  output: string,
): Basis {
  const [basis, setBasis] = useState<{ of: readonly Stretch[]; basis: Basis }>({ of: [], basis: NONE });
  useEffect(() => {
    let gone = false;
    const work = basisOf(compiled, state, sweep, stretches, output);
    inSlices(work, { ...onPage(), cancelled: () => gone }).then(
      (it) => it && !gone && setBasis({ of: stretches, basis: it }),
    );
    return () => {
      gone = true;
    };
  }, [compiled, state, stretches, output]);
  return basis.of === stretches ? basis.basis : NONE;
}
