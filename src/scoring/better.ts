import type { Better } from '../schema/scheme.ts';
import { lackOf, type Span } from './bounds/span.ts';
import type { CompiledScheme } from './compile.ts';
import type { Computed } from './evaluate.ts';
import { Exact } from './exact.ts';
import { sameValue } from './outcome.ts';
import { isKnown, type Known, Undefined, type Value } from './value.ts';

/** An output of which the scheme says what is better, and its value before. */
export type Goal = { output: string; slot: number; better: Better; before: Value };

/** The outputs that the scheme names in `better` and that were computed or left open. */
export function goalsOf(compiled: CompiledScheme, { memory, skipped }: Computed): Goal[] {
  return Object.entries(compiled.scheme.better ?? {}).flatMap(([output, better]) => {
    const slot = compiled.slots.get(output);
    return slot === undefined || skipped.has(output) ? [] : [{ output, slot, better, before: memory[slot] as Value }];
  });
}

/**
 * Above 0 where `b` is better than `a`, below 0 where it is worse, 0 where it is neither; `null` where nobody can say.
 * From undefined to the best there is cannot be worse, nor from the worst to undefined; neither is called better.
 */
export function compareBy(better: Better, a: Value, b: Value): number | null {
  if (sameValue(a, b)) return 0;
  if (a instanceof Undefined && isKnown(b) && isBestValue(better, b)) return 0;
  if (b instanceof Undefined && isKnown(a) && isWorstValue(better, a)) return 0;
  if (!isKnown(a) || !isKnown(b)) return null;
  if (better === 'more' || better === 'less') {
    if (!(a instanceof Exact && b instanceof Exact)) return null;
    return better === 'more' ? b.compare(a) : a.compare(b);
  }
  const order = orderOf(better);
  const [from, to] = [order.indexOf(String(a)), order.indexOf(String(b))];
  return from < 0 || to < 0 ? null : to - from;
}

const orderOf = (better: Exclude<Better, 'more' | 'less'>): readonly string[] =>
  better === 'yes' ? ['false', 'true'] : better === 'no' ? ['true', 'false'] : better;

/** Whether at least one output is better and none is worse, or cannot be compared. */
export function isBetter(goals: readonly Goal[], after: (output: string) => Value): boolean {
  const verdicts = goals.map(({ output, better, before }) => compareBy(better, before, after(output)));
  return verdicts.every((verdict) => verdict !== null && verdict >= 0) && verdicts.some((verdict) => verdict !== 0);
}

/** Whether a better result is possible where these values are. */
export function mayBeBetter(goals: readonly Goal[], memory: readonly Span[]): boolean {
  let one = false;
  for (const goal of goals) {
    const span = memory[goal.slot] as Span;
    const best = bestOf(goal, span);
    if (best === null) return false;
    one ||= best;
  }
  return one;
}

/** Whether it may be better; `null` where it can be neither better nor the same. */
function bestOf({ better, before }: Goal, { numbers, ids, lacks }: Span): boolean | null {
  const mayOpen = lacks === 'any' || lacks.some((lack) => lack !== '?');
  if (!isKnown(before)) {
    const same = lacks === 'any' || lacks.includes(lackOf(before));
    const best = before instanceof Undefined ? bestValue(better) : undefined;
    return same || (best !== undefined && (ids === 'any' || ids.includes(best))) ? false : null;
  }
  const still = mayOpen && isWorstValue(better, before) ? false : null;
  if (better === 'more' || better === 'less') {
    if (numbers === null) return still;
    if (numbers === 'any') return true;
    const order = better === 'more' ? numbers.high.compare(before as Exact) : (before as Exact).compare(numbers.low);
    return order < 0 ? still : order > 0;
  }
  if (ids === 'any') return true;
  const order = orderOf(better);
  const from = order.indexOf(String(before));
  const reached = Math.max(-1, ...ids.map((id) => order.indexOf(id)));
  return reached < from ? still : reached > from;
}

const bestValue = (better: Better): string | undefined =>
  better === 'more' || better === 'less' ? undefined : orderOf(better).at(-1);

/** Whether nothing better is declared; of numbers that is not known. */
export const isBestValue = (better: Better, value: Known): boolean => bestValue(better) === String(value);

const isWorstValue = (better: Better, value: Known): boolean =>
  better !== 'more' && better !== 'less' && orderOf(better)[0] === String(value);
