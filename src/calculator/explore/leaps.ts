import type { CompiledScheme } from '../../scoring/compile.ts';
import type { Result } from '../../scoring/evaluate.ts';
import { Exact } from '../../scoring/exact.ts';
import { type Effect, effectOf, type OutputChange, sameValue } from '../../scoring/outcome.ts';
import { Undefined, Unknown, type Value } from '../../scoring/value.ts';

/**
 * Where between two neighbouring values of an input an outcome leaps: at the second, which is the first with the new
 * outcome (`to`); just above the first, which is the last with the old one (`from`); somewhere between the two
 * (`inside`); or there is nothing between them (`step`).
 */
export type Edge = 'from' | 'inside' | 'to' | 'step';

/** The results at two neighbouring values, and just inside of each; `null` where nothing lies between them. */
export type Cell = { before: Result; after: Result; near: readonly [Result, Result] | null };

/** What leaps at one place of a cell. */
export type Leap = { edge: Edge; effect: Effect };

/** The results inside a cell are taken one millionth of a step from its ends. */
export const NEARNESS = Exact.of(1, 1_000_000);

/** What leaps in a cell, by place: outputs, consequences, or whether there is a result. A gliding number does not. */
export function leapsOf(compiled: CompiledScheme, cell: Cell): Leap[] {
  const { before, after, near } = cell;
  const effect = effectOf(compiled, before, after) ?? (near && otherNumbers(compiled, before, after));
  if (!effect) return [];
  if (!near) return [{ edge: 'step', effect }];
  const all = [before, ...near, after];
  const outputs = grouped(effect.outputs, ({ output }) => edgeOf(all.map((result) => valueIn(result, output))));
  const follows = (id: string) => edgeOf(all.map((result) => 'outputs' in result && result.consequences.includes(id)));
  const appear = grouped(effect.appear, follows);
  const disappear = grouped(effect.disappear, follows);
  const kinds = new Map<Edge, unknown[]>();
  if (outputs.size + appear.size + disappear.size === 0 && before.kind !== after.kind) {
    kinds.set(edgeOf(all.map(({ kind }) => kind)) ?? 'inside', []);
  }
  return (['from', 'inside', 'to'] as const)
    .filter((edge) => [outputs, appear, disappear, kinds].some((group) => group.has(edge)))
    .map((edge) => {
      const told = outputs.get(edge) ?? [];
      const outcomes = told.map(({ output }) => output);
      const moved = { outputs: told, outcomes, appear: appear.get(edge) ?? [], disappear: disappear.get(edge) ?? [] };
      return { edge, effect: { ...effect, ...moved } };
    });
}

/** Numbers that differ where the outcome is the same: they may leap too. */
function otherNumbers(compiled: CompiledScheme, before: Result, after: Result): Effect | null {
  const outputs = compiled.scheme.outputs.flatMap((output): OutputChange[] => {
    const [a, b] = [valueIn(before, output), valueIn(after, output)];
    return a instanceof Exact && b instanceof Exact && !a.equals(b) ? [{ output, before: a, after: b }] : [];
  });
  if (outputs.length === 0) return null;
  const kind = { before: before.kind, after: after.kind };
  return { kind, outputs, outcomes: [], appear: [], disappear: [], missing: [] };
}

function grouped<Item>(items: readonly Item[], edge: (item: Item) => Edge | null): Map<Edge, Item[]> {
  const groups = new Map<Edge, Item[]>();
  for (const item of items) {
    const at = edge(item);
    if (at) groups.set(at, [...(groups.get(at) ?? []), item]);
  }
  return groups;
}

/** The value of an output, or of a consequence that the source leaves open; unknown where it is not computed. */
export function valueIn(result: Result, output: string): Value {
  if (!('outputs' in result)) return NONE;
  const value = result.outputs.get(output);
  if (value !== undefined) return value;
  const open = result.kind === 'undefined' ? result.open.find((it) => it.output === output) : undefined;
  if (open) return new Undefined(open.gaps);
  return result.consequences.includes(output) ? true : NONE;
}

const NONE = new Unknown([]);

/** Where four values in a row leap; `null` where they only glide. */
function edgeOf(values: readonly Value[]): Edge | null {
  if (values.every((value) => value instanceof Exact)) return edgeOfNumbers(values.map(Number));
  const [first, middle, last] = [0, 1, 2].map((i) => differs(values[i] as Value, values[i + 1] as Value));
  if (middle || (first && last)) return 'inside';
  return first ? 'from' : last ? 'to' : null;
}

const differs = (a: Value, b: Value): boolean => !(a instanceof Exact && b instanceof Exact) && !sameValue(a, b);

/**
 * The two outer pairs lie a millionth of a step apart, the inner one nearly a step: a number that glides moves about a
 * million times as far between the inner ones. Only for the drawing: no score is computed here.
 */
function edgeOfNumbers([a, b, c, d]: readonly number[]): Edge | null {
  const [first, middle, last] = [distance(a, b), distance(b, c), distance(c, d)];
  const leapsFirst = first > middle / 1000;
  const leapsLast = last > middle / 1000;
  if (leapsFirst && leapsLast) return 'inside';
  if (leapsFirst) return 'from';
  if (leapsLast) return 'to';
  return middle > 2_000_000 * Math.max(first, last) ? 'inside' : null;
}

const distance = (a = 0, b = 0): number => Math.abs(b - a);
