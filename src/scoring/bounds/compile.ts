import { readTime } from '../../lib/calendar.ts';
import type { CompiledScheme } from '../compile.ts';
import { exact, isNumberText, parseNumber } from '../number.ts';
import type { Bound, BoundCompiler } from './bound.ts';
import { bounders } from './operations.ts';
import { ANYTHING, ids, point, spanOf } from './span.ts';

/** A bound with the names of the inputs that it rests on. */
export type Rested = { readonly bound: Bound; readonly restsOn: ReadonlySet<string> };

/** The bounds of a scheme: of its steps in order, its constraints and the conditions of its consequences. */
export type Bounds = {
  readonly steps: readonly (Rested & { readonly id: string; readonly slot: number })[];
  readonly constraints: readonly Rested[];
  readonly consequences: readonly (Rested & { readonly id: string })[];
};

const compiledBefore = new WeakMap<CompiledScheme, Bounds>();

/** Made once for each scheme. */
export function boundsOf(compiled: CompiledScheme): Bounds {
  const known = compiledBefore.get(compiled);
  if (known) return known;
  const { slots, scheme } = compiled;
  const inputsOf = (names: readonly string[]): Set<string> =>
    new Set(names.flatMap((name) => [...(compiled.restsOn.get(name) ?? [])]));
  const made: Bounds = {
    steps: compiled.steps.map(({ id, step }) => ({
      id,
      slot: slots.get(id) as number,
      bound: compilerFor(slots.get(id), Object.keys(step.choices ?? {})).bound('value' in step ? step.value : step),
      restsOn: compiled.restsOn.get(id) ?? new Set(),
    })),
    constraints: compiled.constraints.map(({ constraint, node }) => ({
      bound: compilerFor().bound(constraint.must),
      restsOn: inputsOf(node.reads),
    })),
    consequences: compiled.consequences.map(({ consequence, node }) => ({
      id: consequence.id,
      bound: compilerFor().bound(consequence.when),
      restsOn: inputsOf(node.reads),
    })),
  };
  compiledBefore.set(compiled, made);
  return made;

  /** A step reads what stands before it; the name of a later one may be a choice of it. */
  function compilerFor(before = slots.size, choices: readonly string[] = []): BoundCompiler {
    const compiler: BoundCompiler = {
      bound(expression) {
        if (typeof expression === 'object' && expression !== null) {
          const operation = expression as Record<string, unknown>;
          const name = Object.keys(operation).find((key) => key in bounders);
          return name === undefined ? () => ANYTHING : (bounders[name]?.(operation, compiler) ?? (() => ANYTHING));
        }
        if (typeof expression !== 'string')
          return constant(spanOf(typeof expression === 'number' ? parseNumber(expression) : expression === true));
        const slot = slots.get(expression);
        if (slot !== undefined && slot < before) return (memory) => memory[slot] ?? ANYTHING;
        if (choices.includes(expression)) return constant(ids([expression]));
        if (isNumberText(expression)) return constant(point(parseNumber(expression)));
        const minutes = readTime(expression);
        return constant(minutes === null ? ANYTHING : point(exact(minutes)));
      },
      isAssumption: (name) => name in scheme.assumptions,
    };
    return compiler;
  }
}

const constant =
  (span: ReturnType<Bound>): Bound =>
  () =>
    span;
