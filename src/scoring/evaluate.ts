import type { CompiledScheme, CompiledStep } from './compile.ts';
import { type Given, type InputIssue, type Readings, readInputs } from './inputs.ts';
import type { Memory } from './node.ts';
import { isKnown, type Known, same, Undefined, type Value } from './value.ts';

/** An output (or a consequence) that the source leaves open, and the gaps that do so. */
export type OpenOutput = { output: string; gaps: readonly string[] };

export type Computed = {
  /** Outputs that have a value, in the order of the scheme. */
  outputs: ReadonlyMap<string, Known>;
  /** Ids of the consequences that follow. */
  consequences: readonly string[];
  /** Inputs of other parts, and optional ones, that would give more. */
  missing: readonly string[];
  /** Steps of parts that could not run. */
  skipped: ReadonlySet<string>;
  /** For the explanation, which is made only when it is shown. */
  memory: Memory;
};

export type Result =
  | { kind: 'invalid'; issues: readonly InputIssue[] }
  | { kind: 'incomplete'; missing: readonly string[] }
  | ({ kind: 'undefined'; open: readonly OpenOutput[] } & Computed)
  | ({ kind: 'scored' } & Computed);

/**
 * Evaluates one subject. Pure; never throws for any input.
 * - `invalid`: an input is unknown, out of range or not of its kind.
 * - `incomplete`: a needed input is missing (with parts: no part has all of its own).
 * - `undefined`: at least one output hangs on a gap of the source whose assumption is off.
 * - `scored`: everything that the inputs allow has a value.
 */
export function evaluate(compiled: CompiledScheme, given: Given, readings: Readings = {}): Result {
  const { issues, memory, missing } = readInputs(compiled, given, readings);
  if (issues.length > 0) return { kind: 'invalid', issues };
  const idle = idleInputs(compiled, missing);
  if (idle === null) return { kind: 'incomplete', missing };
  runSteps(compiled.steps, memory);
  return conclude(compiled, memory, missing, idle);
}

/** Fills in the slots of the steps. */
export function runSteps(steps: readonly CompiledStep[], memory: Memory): void {
  for (const { node, slot } of steps) memory[slot] = node.evaluate(memory);
}

const NONE: ReadonlySet<string> = new Set();

/** Required inputs of parts that do not run; `null` where nothing can run. */
export function idleInputs(compiled: CompiledScheme, missing: readonly string[]): ReadonlySet<string> | null {
  if (missing.length === 0) return NONE;
  if (!compiled.scheme.parts) return null;
  const parts = Object.values(compiled.scheme.parts).map(({ inputs }) => inputs);
  const absent = (name: string): boolean => missing.includes(name);
  if (missing.some((name) => !parts.some((inputs) => inputs.includes(name)))) return null;
  const idle = parts.filter((inputs) => inputs.some(absent));
  return idle.length === parts.length ? null : new Set(idle.flat().filter(absent));
}

/** What a memory with all of its steps amounts to. */
export function conclude(
  compiled: CompiledScheme,
  memory: Memory,
  missing: readonly string[],
  idle: ReadonlySet<string>,
): Result {
  const outputs = new Map<string, Known>();
  const open: OpenOutput[] = [];
  let lacking = missing;
  const runs = (name: string): boolean =>
    idle.size === 0 || ![...(compiled.restsOn.get(name) ?? [])].some((i) => idle.has(i));
  for (const { id: output, slot } of compiled.outputs) {
    if (!runs(output)) continue;
    const value = memory[slot] as Value;
    if (isKnown(value)) outputs.set(output, value);
    else if (value instanceof Undefined) open.push({ output, gaps: value.gaps });
    else if (value.inputs.length > 0) lacking = [...new Set([...lacking, ...value.inputs])];
  }
  const entry = offEntries(compiled, memory);
  if (entry.length > 0) {
    open.push(...[...outputs.keys()].map((output) => ({ output, gaps: entry })));
    outputs.clear();
  }
  if (outputs.size === 0 && open.length === 0) return { kind: 'incomplete', missing: lacking };
  const consequences = entry.length > 0 ? [] : drawConsequences(compiled, memory, idle.size === 0 ? null : runs, open);
  const skipped = idle.size === 0 ? NONE : new Set(compiled.steps.map(({ id }) => id).filter((id) => !runs(id)));
  if (open.length > 0) return { kind: 'undefined', open, outputs, consequences, missing: lacking, skipped, memory };
  return { kind: 'scored', outputs, consequences, missing: lacking, skipped, memory };
}

/** Consequences that follow; one that hangs on a gap which no output shows is added to what is open. */
function drawConsequences(
  compiled: CompiledScheme,
  memory: Memory,
  runs: ((name: string) => boolean) | null,
  open: OpenOutput[],
): string[] {
  const drawn: string[] = [];
  const outputs = open.length;
  const isShown = (gap: string): boolean => open.slice(0, outputs).some(({ gaps }) => gaps.includes(gap));
  for (const { node, consequence } of compiled.consequences) {
    if (runs && !node.reads.every(runs)) continue;
    const value = node.evaluate(memory);
    if (value === true) drawn.push(consequence.id);
    else if (value instanceof Undefined && !value.gaps.every(isShown)) {
      open.push({ output: consequence.id, gaps: value.gaps });
    }
  }
  return drawn;
}

/** Gaps of assumptions on how inputs are filled in that are switched off: nothing can be computed then. */
function offEntries(compiled: CompiledScheme, memory: Memory): string[] {
  const gaps: string[] = [];
  for (const slot of compiled.entries) {
    const value = memory[slot];
    if (value instanceof Undefined) gaps.push(...value.gaps);
  }
  return gaps;
}

export type ReliedOn = { id: string; gap: string; value: Known; default: string | number };

/**
 * The assumptions that the result rests on: with one of them switched off, an output or a consequence would be
 * another or undefined.
 * Costs one evaluation for each assumption.
 */
export function reliedOn(compiled: CompiledScheme, given: Given, readings: Readings, result: Result): ReliedOn[] {
  if (result.kind === 'invalid' || result.kind === 'incomplete') return [];
  return compiled.assumptions.flatMap(([id, assumption]) => {
    const value = result.memory[compiled.slots.get(id) as number] as Value;
    if (!isKnown(value) || !changes(result, evaluate(compiled, given, { ...readings, [id]: 'off' }))) return [];
    return [{ id, gap: [assumption.gap].flat().join(' '), value, default: assumption.default }];
  });
}

/** Whether two results differ in their kind, an output or a consequence. */
export function changes(before: Result, after: Result): boolean {
  if (!('outputs' in before) || !('outputs' in after)) return before.kind !== after.kind;
  if (before.outputs.size !== after.outputs.size) return true;
  if (before.consequences.join() !== after.consequences.join()) return true;
  return [...before.outputs].some(([id, value]) => {
    const other = after.outputs.get(id);
    return other === undefined || !same(value, other);
  });
}
