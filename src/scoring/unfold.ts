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
      if (wordsIn(expression).some((name) => compiled.restsOn.get(name)?.size)) return null;
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

/**
 * The steps that take part in what the result says: those that outputs and consequences read, in the branches that they
 * take here. Where it is not known which branch is taken, all of them.
 */
export function stepsInForce(compiled: CompiledScheme, memory: Memory): ReadonlySet<string> {
  const { branch } = unfold(compiled, memory);
  const steps = new Map(compiled.steps.map((step) => [step.id, step]));
  const found = new Set<string>();
  const visitStep = (id: string): void => {
    const step = steps.get(id);
    if (!step || found.has(id)) return;
    found.add(id);
    visit(expressionOf(step.step), new Set(step.node.reads));
  };
  /** `reads`: what the whole step reads, so that no choice is taken for a name. */
  const visit = (expression: Expression | undefined, reads: ReadonlySet<string>): void => {
    const taken = expression === undefined ? null : branch(expression);
    if (typeof expression !== 'object' || taken === null) {
      for (const word of wordsIn(expression)) if (reads.has(word)) visitStep(word);
      return;
    }
    if ('lookup' in expression) visit(expression.lookup, reads);
    for (const { when } of 'first' in expression ? expression.first : []) {
      visit(when, reads);
      if (when === undefined || branch({ first: [{ when, give: true }] }) === true) break;
    }
    visit(taken, reads);
  };
  for (const { id } of compiled.outputs) visitStep(id);
  for (const { node } of compiled.consequences) for (const name of node.reads) visitStep(name);
  return found;
}

/** The operation of a step, or the value that it is. */
export const expressionOf = (step: object): Expression => ('value' in step ? step.value : step) as Expression;

/** Every word of an expression: all the names that it may read are among them. */
function wordsIn(expression: unknown): string[] {
  if (typeof expression === 'string') return [expression];
  if (typeof expression !== 'object' || expression === null) return [];
  return Array.isArray(expression)
    ? expression.flatMap(wordsIn)
    : Object.entries(expression).flatMap(([key, value]) => [key, ...wordsIn(value)]);
}
