import type { Expression } from '../schema/expression.ts';
import type { Input, Scheme } from '../schema/scheme.ts';
import type { CompiledScheme } from './compile.ts';
import type { Result } from './evaluate.ts';
import { compilers } from './operations/index.ts';
import { tableCompilers } from './operations/table.ts';
import { isKnown, type Known, same, Undefined, Unknown, type Value } from './value.ts';

const decided = new WeakMap<CompiledScheme, ReadonlySet<string>>();

/**
 * The outputs that come in steps: choices, answers, and numbers that a table or a rule gives. A number that arithmetic
 * makes of numeric inputs moves with every step of them and is none; where a scheme has nothing else, not even a
 * consequence, all of its outputs are outcomes.
 */
export function outcomesOf(compiled: CompiledScheme): ReadonlySet<string> {
  const known = decided.get(compiled);
  if (known) return known;
  const { scheme } = compiled;
  const stepped = scheme.outputs.filter((output) => {
    const node = compiled.steps.find(({ id }) => id === output)?.node;
    return (node?.type !== 'number' && node?.type !== 'list' && node?.type !== 'any') || !isQuantity(scheme, output);
  });
  const all = stepped.length === 0 && scheme.consequences.length === 0;
  const outcomes = new Set(all ? scheme.outputs : stepped);
  decided.set(compiled, outcomes);
  return outcomes;
}

/** Operations whose result does not move with every step of a number: conditions, choices, places in a list. */
const stepped = new Set([
  'below',
  'at-least',
  'above',
  'at-most',
  'equals',
  'is',
  'known',
  'any',
  'all',
  'not',
  'bands',
  'count-true',
  'collect',
  'which',
  'weekday',
  'open',
]);

/** Whether a number moves with every step of an input. An assumption does not: no input changes it. */
function isQuantity(scheme: Scheme, expression: unknown): boolean {
  if (typeof expression === 'string') {
    const input = scheme.inputs[expression];
    if (input) return isNumeric(input);
    const step = scheme.steps[expression];
    return step !== undefined && isQuantity(scheme, 'value' in step ? step.value : step);
  }
  if (typeof expression !== 'object' || expression === null) return false;
  const operation = expression as Record<string, unknown>;
  if (stepped.has(nameOf(operation))) return false;
  return givenBranches(operation).some((branch) => isQuantity(scheme, branch));
}

const isNumeric = (input: Input): boolean => !('choice' in input || 'yes-no' in input || 'text' in input);

/** What an operation may hand on, or computes with. */
function givenBranches(operation: Record<string, unknown>): Expression[] {
  if ('lookup' in operation) return Object.values(operation['in'] as Record<string, Expression>);
  if ('first' in operation) {
    const clauses = operation['first'] as { give?: Expression; otherwise?: Expression }[];
    return clauses.flatMap(({ give, otherwise }) => give ?? otherwise ?? []);
  }
  if ('assuming' in operation) return [(operation['assuming'] as [string, Expression])[1]];
  if ('weighted' in operation) return Object.keys(operation['weighted'] as object);
  // How many entries lie below a line changes where one crosses it; how many months were missed, with every month.
  if ('count' in operation) return 'is' in (operation['where'] as object) ? [operation['count'] as string] : [];
  return [operation[nameOf(operation)]].flat() as Expression[];
}

const nameOf = (operation: Record<string, unknown>): string =>
  Object.keys(operation).find((key) => key in compilers || key in tableCompilers) ?? '';

/** An output, or a consequence that the source leaves open, before and after. What is not computed is unknown. */
export type OutputChange = { output: string; before: Value; after: Value };

/** What differs between two results. */
export type Effect = {
  kind: { before: Result['kind']; after: Result['kind'] };
  /** Every output that differs, in the order of the scheme. */
  outputs: readonly OutputChange[];
  /** Those that make it another outcome, and not only another number. */
  outcomes: readonly string[];
  /** Consequences that follow now, and those that no longer do. */
  appear: readonly string[];
  disappear: readonly string[];
  /** Inputs that are asked for now. */
  missing: readonly string[];
};

const ABSENT = new Unknown([]);

/** What differs; `null` where it is the same outcome. */
export function effectOf(compiled: CompiledScheme, before: Result, after: Result): Effect | null {
  const { outputs: results } = compiled.scheme;
  const doubtful = new Set([...openIn(before), ...openIn(after)].filter((id) => !results.includes(id)));
  const names = [...results, ...doubtful];
  const [was, now] = [valuesOf(before, doubtful), valuesOf(after, doubtful)];
  const outputs = names.flatMap((output) => {
    const [a, b] = [was.get(output) ?? ABSENT, now.get(output) ?? ABSENT];
    return sameValue(a, b) ? [] : [{ output, before: a, after: b }];
  });
  const stepped = outcomesOf(compiled);
  const outcomes = outputs
    .filter(({ output, before: a, after: b }) => stepped.has(output) || !isKnown(a) || !isKnown(b))
    .map(({ output }) => output);
  const [had, has] = [consequencesOf(before), consequencesOf(after)];
  const appear = has.filter((id) => !had.includes(id));
  const disappear = had.filter((id) => !has.includes(id));
  const kind = { before: before.kind, after: after.kind };
  if (outcomes.length + appear.length + disappear.length === 0 && before.kind === after.kind) return null;
  const asked = new Set(missingOf(before));
  const missing = missingOf(after).filter((input) => !asked.has(input));
  return { kind, outputs, outcomes, appear, disappear, missing };
}

const openIn = (result: Result): string[] =>
  result.kind === 'undefined' ? result.open.map(({ output }) => output) : [];

/** Values of the outputs and of doubtful consequences, with the gaps of what is open; what is not computed has none. */
function valuesOf(result: Result, doubtful: ReadonlySet<string>): Map<string, Value> {
  if (!('outputs' in result)) return new Map();
  const values = new Map<string, Value>(result.outputs);
  for (const id of doubtful) values.set(id, result.consequences.includes(id));
  if (result.kind === 'undefined') for (const { output, gaps } of result.open) values.set(output, new Undefined(gaps));
  return values;
}

const consequencesOf = (result: Result): readonly string[] => ('consequences' in result ? result.consequences : []);
const missingOf = (result: Result): readonly string[] => ('missing' in result ? result.missing : []);

/** The same value, or without one for the same gaps. */
export function sameValue(a: Value, b: Value): boolean {
  if (isKnown(a) && isKnown(b)) return same(a as Known, b as Known);
  if (a instanceof Undefined && b instanceof Undefined) return a.gaps.toSorted().join() === b.gaps.toSorted().join();
  return a instanceof Unknown && b instanceof Unknown;
}
