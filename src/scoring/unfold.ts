import type { Expression, FirstClause } from '../schema/expression.ts';
import type { CompiledScheme } from './compile.ts';
import { Exact } from './exact.ts';
import type { Memory, Node } from './node.ts';
import { parseNumber } from './number.ts';
import { Undefined, type Value } from './value.ts';

/** Reads the expressions of a scheme as they stand, in one memory: for what is drawn of them, not for results. */
export type Unfold = {
  /** A value that no input changes, such as a weight or a line; `null` for any other. */
  constant(expression: Expression): Exact | null;
  /** What a conditional operation hands on here; `null` where it is not one, or where that is not known. */
  branch(expression: Expression): Expression | null;
  /** What a name stands for here. */
  named(name: string): Value | undefined;
};

const made = new WeakMap<CompiledScheme, Map<unknown, Node>>();

export function unfold(compiled: CompiledScheme, memory: Memory): Unfold {
  const nodes = made.get(compiled) ?? new Map<unknown, Node>();
  made.set(compiled, nodes);
  const evaluate = (expression: unknown, as: 'when' | 'sum'): Value => {
    const node = nodes.get(expression) ?? compiled.also(['unfold', as], expression);
    nodes.set(expression, node);
    return node.evaluate(memory);
  };
  const named = (name: string): Value | undefined => memory[compiled.slots.get(name) ?? -1];
  return {
    named,
    constant(expression) {
      if (typeof expression === 'boolean') return null;
      if (typeof expression === 'number') return parseNumber(expression);
      if (namesIn(expression).some((name) => compiled.restsOn.get(name)?.size)) return null;
      const value = evaluate(expression, 'sum');
      return value instanceof Exact ? value : null;
    },
    branch(expression) {
      if (typeof expression !== 'object') return null;
      if ('lookup' in expression) {
        const key = named(expression.lookup);
        if (key instanceof Exact) return expression.in['number'] ?? null;
        return typeof key === 'string' ? (expression.in[key] ?? null) : null;
      }
      if ('assuming' in expression) {
        const [name, given] = expression.assuming;
        return named(name) instanceof Undefined ? null : given;
      }
      if (!('first' in expression)) return null;
      for (const { when, give, otherwise } of expression.first as readonly FirstClause[]) {
        const holds = when === undefined ? true : evaluate(when, 'when');
        if (holds === true) return give ?? otherwise ?? null;
        if (holds !== false) return null;
      }
      return null;
    },
  };
}

/** The operation of a step, or the value that it is. */
export const expressionOf = (step: object): Expression => ('value' in step ? step.value : step) as Expression;

/** Every name that an expression may read. */
function namesIn(expression: unknown): string[] {
  if (typeof expression === 'string') return [expression];
  return typeof expression === 'object' && expression !== null ? Object.values(expression).flatMap(namesIn) : [];
}
