import type { Expression } from '../schema/expression.ts';
import type { Input } from '../schema/scheme.ts';
import type { CompiledScheme } from './compile.ts';
import type { Computed } from './evaluate.ts';
import { Exact } from './exact.ts';
import type { Memory } from './node.ts';
import { exact, parseRange, type Range } from './number.ts';
import { expressionOf, unfold } from './unfold.ts';

/** What one input or step adds to a score, and the most that it can add. */
export type Part = { name: string; value: Exact; most: Exact };
/** A score and its parts, which add up to it. */
export type PartedScore = { step: string; value: Exact; most: Exact; parts: readonly Part[] };

/**
 * The scores that are put together from two or more parts, each with a known maximum: sums, weighted sums, means. A
 * conditional step counts as what its branch gives here. Other calculations are left out, as are sums of anything but
 * points: votes and days have no maximum worth showing.
 */
export function partedScores(compiled: CompiledScheme, { memory, skipped }: Computed): PartedScore[] {
  const { parts } = reader(compiled, memory);
  return compiled.steps.flatMap(({ id, slot, step }) => {
    const value = memory[slot];
    if (step.unit !== 'points' || skipped.has(id) || !(value instanceof Exact)) return [];
    const found = parts(expressionOf(step))?.filter(({ most }) => most.sign() > 0) ?? [];
    return found.length < 2 ? [] : [{ step: id, value, most: total(found), parts: found }];
  });
}

/** The ends of an input, or of a step that is put together from inputs; `null` where an end is not known. */
export function limitsOf(compiled: CompiledScheme, memory: Memory, name: string): Pick<Range, 'low' | 'high'> {
  const range = rangeOf(compiled.scheme.inputs[name]);
  if (range) return range;
  const high = reader(compiled, memory).highest(name);
  return { low: high && exact(0), high };
}

function rangeOf(input: Input | undefined): Range | null {
  if (!input) return null;
  const text = 'number' in input ? input.number : 'integer' in input ? input.integer : null;
  return text === null ? null : parseRange(text);
}

const total = (parts: readonly Part[]): Exact => parts.reduce((all, { most }) => all.add(most), exact(0));

const times = (parts: readonly Part[] | null, by: Exact | null): Part[] | null =>
  parts && by ? parts.map(({ name, value, most }) => ({ name, value: value.mul(by), most: most.mul(by) })) : null;

const joined = (all: readonly (Part[] | null)[]): Part[] | null =>
  all.includes(null) ? null : all.flatMap((parts) => parts ?? []);

function reader(compiled: CompiledScheme, memory: Memory) {
  const { constant, branch, named: present } = unfold(compiled, memory);

  const named = (name: string): Part[] | null => {
    const [value, most] = [present(name), highest(name)];
    return value instanceof Exact && most ? [{ name, value, most }] : null;
  };

  const highest = (name: string): Exact | null => {
    const input = compiled.scheme.inputs[name];
    if (input) {
      const range = rangeOf(input);
      return range?.low?.sign() === 0 ? range.high : null;
    }
    const step = compiled.scheme.steps[name];
    const inner = step?.unit === 'points' ? parts(expressionOf(step)) : null;
    return inner && total(inner);
  };

  /** One expression as parts that add up to it; `null` where it is not put together like that. */
  const parts = (expression: Expression): Part[] | null => {
    if (typeof expression === 'string') return named(expression);
    if (typeof expression !== 'object') return null;
    if ('sum' in expression) return joined(expression.sum.map(parts));
    if ('weighted' in expression) {
      const rows = Object.entries(expression.weighted);
      return joined(rows.map(([name, weight]) => times(named(name), constant(weight))));
    }
    if ('product' in expression) {
      const weights = expression.product.map(constant);
      const variable = expression.product.filter((_, i) => weights[i] === null);
      const factor = weights.reduce<Exact>((all, weight) => (weight ? all.mul(weight) : all), exact(1));
      return variable.length === 1 ? times(parts(variable[0] as Expression), factor) : null;
    }
    if ('ratio' in expression) {
      const [over, under] = expression.ratio;
      const by = constant(under);
      return by && by.sign() !== 0 ? times(parts(over), exact(1).div(by)) : null;
    }
    const inner = branch(expression);
    return inner === null ? null : parts(inner);
  };
  return { parts, highest };
}
