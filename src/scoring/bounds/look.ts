import type { CompiledScheme } from '../compile.ts';
import type { Memory } from '../node.ts';
import { boundsOf } from './compile.ts';
import { maybe, mayLack, type Span, spanOf } from './span.ts';

/** What may stand in a slot; the others keep their value. */
export type Change = readonly [slot: number, span: Span];

/**
 * What every slot may hold with these changes, which may touch only the inputs that the look is made for; `null` where
 * the constraints refuse all of them. The answer is good until the next look.
 */
export type Look = (changes: readonly Change[]) => readonly Span[] | null;

/** A result as spans. A slot that was not computed may hold anything. */
export const spansOf = (memory: Memory): Span[] => [...memory].map((value) => spanOf(value));

/** Whether any of the names is among the others. */
export const meet = (names: readonly string[], others: ReadonlySet<string>): boolean =>
  names.some((name) => others.has(name));

/** Prepares looks at changes of these inputs: only what rests on them is worked out again. */
export function looksAt(compiled: CompiledScheme, spans: readonly Span[], inputs: readonly string[]): Look {
  const bounds = boundsOf(compiled);
  const steps = bounds.steps.filter(({ restsOn }) => meet(inputs, restsOn));
  const constraints = bounds.constraints.filter(({ restsOn }) => meet(inputs, restsOn));
  const memory = [...spans];
  return (changes) => {
    for (const [slot, span] of changes) memory[slot] = span;
    for (const { bound } of constraints) {
      const holds = bound(memory);
      if (!maybe(holds, true) && !mayLack(holds)) return null;
    }
    for (const { slot, bound } of steps) memory[slot] = bound(memory);
    return memory;
  };
}
