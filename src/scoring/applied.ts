import type { CompiledScheme } from './compile.ts';
import type { Computed } from './evaluate.ts';
import { Exact } from './exact.ts';
import { isKnown, type Value } from './value.ts';

/** The rules that the scheme names, in its order: those that decided something here, and those that did not. */
export type Applied = { applied: readonly string[]; idle: readonly string[] };

/**
 * A rule is applied where a step that has a value rests on it, other than a condition that does not hold or a count of
 * nothing, or where a consequence that follows names it. Rules of parts that could not run are in neither list.
 */
export function rulesApplied(compiled: CompiledScheme, { memory, skipped, consequences }: Computed): Applied {
  const applied = new Set<string>();
  const named = new Set<string>();
  for (const { id, slot, step, node, rules } of compiled.steps) {
    if (skipped.has(id)) continue;
    for (const rule of [...rules, ...rulesIn(step)]) named.add(rule);
    if (isWithoutEffect(memory[slot] as Value)) continue;
    for (const cite of node.cites(memory)) if (cite.startsWith('R')) applied.add(cite);
  }
  for (const { consequence } of compiled.consequences) {
    const rules = [consequence.rule].flat();
    for (const rule of rules) named.add(rule);
    if (consequences.includes(consequence.id)) for (const rule of rules) applied.add(rule);
  }
  return { applied: [...named].filter((id) => applied.has(id)), idle: [...named].filter((id) => !applied.has(id)) };
}

/** A condition that does not hold, a count of nothing, or no value at all. */
const isWithoutEffect = (value: Value): boolean =>
  !isKnown(value) || value === false || value === 'none' || (value instanceof Exact && value.sign() === 0);

/** Every rule named anywhere in a step. */
function rulesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'rule' ? ([inner].flat() as string[]) : rulesIn(inner),
  );
}
