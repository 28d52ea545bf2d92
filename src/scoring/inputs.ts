import type { Input } from '../schema/scheme.ts';
import { allowed } from './allowed.ts';
import type { CompiledScheme } from './compile.ts';
import type { Memory, Node } from './node.ts';
import { contains, parseRange, readNumber } from './number.ts';
import { isBlank, type Reader, readerOf } from './read-value.ts';
import { Undefined, Unknown, type Value } from './value.ts';

/**
 * Inputs as they come from JSON, a form or an address: text, numbers, yes/no. `null`, `""` and absence are the same.
 * A percentage is given as 0 to 100 and computed with as a share: 50 is one half.
 */
export type Given = Readonly<Record<string, unknown>>;

/** Readings of assumptions: the id of an option, a number, or `off`. What is not named keeps its default. */
export type Readings = Readonly<Record<string, unknown>>;

/** What is wrong with an input: which, what was given, what is allowed. */
export type InputIssue = { input: string; given: string; allowed: { zh: string; en: string } };

export type ReadResult = { issues: InputIssue[]; memory: Memory; missing: string[] };

/** An input made ready to be read. */
type Field = {
  name: string;
  slot: number;
  input: Input;
  read: Reader;
  /** The value where it is left out. */
  absent: Value;
  exists: Node | undefined;
  required: Node | undefined;
};

type Ready = { fields: readonly Field[]; readings: readonly { name: string; slot: number; standard: Value }[] };

const ready = new WeakMap<CompiledScheme, Ready>();

/** The inputs and assumptions of a scheme, made ready once. */
function readyOf(compiled: CompiledScheme): Ready {
  const known = ready.get(compiled);
  if (known) return known;
  const slot = (name: string): number => compiled.slots.get(name) as number;
  const fields = compiled.inputs.map(([name, input]) => {
    const { exists, required } = compiled.conditions.get(name) ?? {};
    const read = readerOf(input);
    return { name, slot: slot(name), input, read, absent: absentValue(name, input, read), exists, required };
  });
  const readings = compiled.assumptions.map(([name, { default: standard }]) => ({
    name,
    slot: slot(name),
    standard: readReading(compiled, name, standard, []),
  }));
  const made = { fields, readings };
  ready.set(compiled, made);
  return made;
}

/**
 * Reads inputs and readings into a memory. Every issue is reported, none is thrown;
 * with issues the memory is not to be evaluated. `missing` are inputs that were needed and left out.
 */
export function readInputs(compiled: CompiledScheme, given: Given, readings: Readings = {}): ReadResult {
  const issues: InputIssue[] = [];
  const memory: Memory = new Array(compiled.slots.size);
  const { fields, readings: assumptions } = readyOf(compiled);
  let known = 0;
  for (const { name, slot, standard } of assumptions) {
    const reading = readings[name];
    if (reading !== undefined) known += 1;
    memory[slot] = isBlank(reading) ? standard : readReading(compiled, name, reading, issues);
  }
  for (const { name, slot, input, read, absent } of fields) {
    const entry = given[name];
    if (entry !== undefined) known += 1;
    const value = isBlank(entry) ? absent : read(entry);
    if (value === null) issues.push({ input: name, given: show(entry), allowed: allowed(input) });
    memory[slot] = value ?? absent;
  }
  if (known !== Object.keys(given).length + Object.keys(readings).length)
    issues.unshift(...strangers(compiled, given, readings));
  if (issues.length > 0) return { issues, memory, missing: [] };

  const missing: string[] = [];
  for (const { name, input, exists, required } of fields) {
    const blank = isBlank(given[name]);
    if (!blank && exists === undefined) continue;
    const applies = exists === undefined || exists.evaluate(memory) === true;
    if (!applies && !blank) issues.push({ input: name, given: show(given[name]), allowed: notHere });
    const needed = required ? required.evaluate(memory) === true : input.absent === undefined;
    if (applies && blank && needed) missing.push(name);
  }
  if (issues.length === 0) addBrokenConstraints(compiled, given, memory, issues);
  return { issues, memory, missing };
}

const fromTable = {
  zh: '由整张表算出，不要填这一列',
  en: 'is worked out from the whole table; leave this column out',
};

const notHere = {
  zh: '在当前选择下不适用，请留空',
  en: 'does not apply with the present choices; leave it out',
};

function addBrokenConstraints(compiled: CompiledScheme, given: Given, memory: Memory, issues: InputIssue[]): void {
  for (const { node, constraint } of compiled.constraints) {
    if (node.evaluate(memory) !== false) continue;
    for (const input of constraint.inputs)
      issues.push({ input, given: show(given[input]), allowed: constraint.message });
  }
}

/** Names that are no input and no assumption. */
function strangers(compiled: CompiledScheme, given: Given, readings: Readings): InputIssue[] {
  const { inputs, assumptions } = compiled.scheme;
  const unknownIn = (names: Readonly<Record<string, unknown>>, known: object, zh: string, en: string): InputIssue[] => {
    const list = Object.keys(known).join(', ');
    return Object.keys(names)
      .filter((name) => !Object.hasOwn(known, name))
      .map((name) => ({
        input: name,
        given: show(names[name]),
        allowed: compiled.computed.has(name)
          ? fromTable
          : { zh: `没有这个${zh}；可用：${list}`, en: `no ${en} of this name; there are: ${list}` },
      }));
  };
  return [...unknownIn(given, inputs, '输入项', 'input'), ...unknownIn(readings, assumptions, '假设', 'assumption')];
}

function absentValue(name: string, input: Input, read: Reader): Value {
  const { absent } = input;
  if (absent === undefined) return new Unknown([name]);
  if (absent === 'unknown' && !('choice' in input && 'unknown' in input.choice)) return new Unknown([name]);
  return read(absent) ?? new Unknown([name]);
}

function readReading(compiled: CompiledScheme, name: string, given: unknown, issues: InputIssue[]): Value {
  const assumption = compiled.scheme.assumptions[name];
  if (!assumption) throw new Error(`no assumption ${name}`);
  const off = new Undefined([assumption.gap].flat());
  if (given === 'off') return off;
  if (typeof given === 'string' && Object.hasOwn(assumption.options, given)) return given;
  if (assumption.number && (typeof given === 'number' || typeof given === 'string')) {
    const value = readNumber(given);
    if (value !== null && contains(parseRange(assumption.number), value)) {
      return assumption.unit === 'percent' ? value.div(100) : value;
    }
  }
  const options = [...Object.keys(assumption.options), ...(assumption.number ? [assumption.number] : []), 'off'].join(
    ', ',
  );
  issues.push({ input: name, given: show(given), allowed: { zh: `可选：${options}`, en: `one of: ${options}` } });
  return off;
}

const show = (given: unknown): string => {
  const text = isBlank(given) ? '' : typeof given === 'string' ? given : (JSON.stringify(given) ?? String(given));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** Inputs that exist with what is given so far: an input may exist only where another has a certain value. */
export function applicableInputs(compiled: CompiledScheme, given: Given, readings: Readings = {}): Set<string> {
  const { memory } = readInputs(compiled, given, readings);
  return new Set(
    compiled.inputs
      .map(([name]) => name)
      .filter((name) => {
        const { exists } = compiled.conditions.get(name) ?? {};
        return exists ? exists.evaluate(memory) === true : true;
      }),
  );
}
