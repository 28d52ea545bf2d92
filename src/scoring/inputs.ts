import { readDay, readMonth, readTime } from '../lib/calendar.ts';
import type { Input } from '../schema/scheme.ts';
import type { CompiledScheme } from './compile.ts';
import type { Memory } from './node.ts';
import { contains, type Exact, exact, parseRange, type Range, readNumber } from './number.ts';
import { type List, Undefined, Unknown, type Value } from './value.ts';

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

const ranges = new Map<string, Range>();
function rangeOf(text: string): Range {
  let range = ranges.get(text);
  if (!range) {
    range = parseRange(text);
    ranges.set(text, range);
  }
  return range;
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * Reads inputs and readings into a memory. Every issue is reported, none is thrown;
 * with issues the memory is not to be evaluated. `missing` are inputs that were needed and left out.
 */
export function readInputs(compiled: CompiledScheme, given: Given, readings: Readings = {}): ReadResult {
  const issues: InputIssue[] = [];
  const memory: Memory = new Array(compiled.slots.size);
  const put = (name: string, value: Value): void => {
    memory[compiled.slots.get(name) as number] = value;
  };
  refuseStrangers(compiled, given, readings, issues);
  for (const [name] of compiled.assumptions) {
    const reading = readings[name];
    put(name, isBlank(reading) ? defaultOf(compiled, name) : readReading(compiled, name, reading, issues));
  }
  for (const [name, input] of compiled.inputs) {
    const blank = isBlank(given[name]);
    const value = blank ? absentValue(name, input) : readInput(input, given[name]);
    if (value === null) issues.push({ input: name, given: show(given[name]), allowed: allowed(input) });
    put(name, value ?? new Unknown([name]));
  }
  if (issues.length > 0) return { issues, memory, missing: [] };

  const missing: string[] = [];
  for (const [name, input] of compiled.inputs) {
    const { exists, required } = compiled.conditions.get(name) ?? {};
    const applies = exists ? exists.evaluate(memory) === true : true;
    const blank = isBlank(given[name]);
    if (!applies && !blank) {
      issues.push({ input: name, given: show(given[name]), allowed: notHere });
    }
    const needed = required ? required.evaluate(memory) === true : input.absent === undefined;
    if (applies && blank && needed) missing.push(name);
  }
  if (issues.length === 0) issues.push(...brokenConstraints(compiled, given, memory));
  return { issues, memory, missing };
}

const notHere = {
  zh: '在当前选择下不适用，请留空',
  en: 'does not apply with the present choices; leave it out',
};

function brokenConstraints(compiled: CompiledScheme, given: Given, memory: Memory): InputIssue[] {
  return compiled.constraints
    .filter(({ node }) => node.evaluate(memory) === false)
    .flatMap(({ constraint }) =>
      constraint.inputs.map((input) => ({ input, given: show(given[input]), allowed: constraint.message })),
    );
}

function refuseStrangers(compiled: CompiledScheme, given: Given, readings: Readings, issues: InputIssue[]): void {
  const { inputs, assumptions } = compiled.scheme;
  const strangers = (names: Readonly<Record<string, unknown>>, known: object, zh: string, en: string): void => {
    for (const name of Object.keys(names)) {
      if (Object.hasOwn(known, name)) continue;
      const list = Object.keys(known).join(', ');
      issues.push({
        input: name,
        given: show(names[name]),
        allowed: { zh: `没有这个${zh}；可用：${list}`, en: `no ${en} of this name; there are: ${list}` },
      });
    }
  };
  strangers(given, inputs, '输入项', 'input');
  strangers(readings, assumptions, '假设', 'assumption');
}

function absentValue(name: string, input: Input): Value | null {
  const { absent } = input;
  if (absent === undefined) return new Unknown([name]);
  if (absent === 'unknown' && !('choice' in input && 'unknown' in input.choice)) return new Unknown([name]);
  return typeof absent === 'number' ? readInput(input, absent) : absent;
}

function readInput(input: Input, given: unknown): Value | null {
  if ('choice' in input) return typeof given === 'string' && Object.hasOwn(input.choice, given) ? given : null;
  if ('yes-no' in input) {
    if (typeof given === 'boolean') return given;
    return given === 'yes' || given === 'true' ? true : given === 'no' || given === 'false' ? false : null;
  }
  if ('list' in input || 'series' in input) return readList(input, given);
  if ('date' in input || 'month' in input || 'time' in input) {
    const read = 'date' in input ? readDay : 'month' in input ? readMonth : readTime;
    const whole = typeof given === 'string' ? read(given) : null;
    return whole === null ? null : exact(whole);
  }
  return readQuantity(input, given);
}

type Quantity = Extract<Input, { number: string } | { integer: string }>;

function readQuantity(input: Quantity, given: unknown): Exact | null {
  if (typeof given !== 'number' && typeof given !== 'string') return null;
  const value = readNumber(given);
  if (value === null || !contains(rangeOf('integer' in input ? input.integer : input.number), value)) return null;
  if (typeof given === 'string' && /[/%]/.test(given)) return null;
  if ('integer' in input && value.d !== 1n) return null;
  return input.unit === 'percent' ? value.div(100) : value;
}

/** Entries of a JSON list, or of text with commas or spaces between them: `1, 2、3`. */
function readList(input: Extract<Input, { list: string } | { series: object }>, given: unknown): List | null {
  const entries: unknown = typeof given === 'string' ? given.trim().split(/[\s,，、;；]+/) : given;
  if (!Array.isArray(entries) || entries.length > 10_000) return null;
  if ('series' in input) {
    return entries.every((id): id is string => typeof id === 'string' && Object.hasOwn(input.series, id))
      ? entries
      : null;
  }
  const quantity = {
    ...input,
    ...(input.whole ? { integer: input.list } : { number: input.list }),
  } as unknown as Quantity;
  const values = entries.map((entry) => readQuantity(quantity, entry));
  const complete =
    values.every((value) => value !== null) && (input.size === undefined || values.length === input.size);
  return complete ? (values as Exact[]) : null;
}

const defaults = new WeakMap<CompiledScheme, Map<string, Value>>();

/** The default reading of an assumption, read once. */
function defaultOf(compiled: CompiledScheme, name: string): Value {
  let all = defaults.get(compiled);
  if (!all) {
    all = new Map(
      compiled.assumptions.map(([id, { default: standard }]) => [id, readReading(compiled, id, standard, [])]),
    );
    defaults.set(compiled, all);
  }
  return all.get(name) as Value;
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

/** What an input takes, in words: `a number in [0, 45]`. */
export function allowed(input: Input): { zh: string; en: string } {
  if ('choice' in input) {
    const ids = Object.keys(input.choice).join(', ');
    const names = Object.entries(input.choice).map(([id, label]) => `${label.zh}（${id}）`);
    return { zh: `请选其一：${names.join('、')}`, en: `one of: ${ids}` };
  }
  if ('yes-no' in input) return { zh: '请填是（yes）或否（no）', en: 'yes or no (true or false)' };
  if ('series' in input) {
    const names = Object.entries(input.series).map(([id, label]) => `${label.zh}（${id}）`);
    return { zh: `请逐期填：${names.join('、')}`, en: `a list of: ${Object.keys(input.series).join(', ')}` };
  }
  if ('list' in input) {
    const [zh, en] = input.size ? [`${input.size} 个`, `${input.size} `] : ['一列', ''];
    return {
      zh: `应为${zh} ${input.list} 内的${input.whole ? '整数' : '数'}，用逗号隔开`,
      en: `a list of ${en}${input.whole ? 'whole ' : ''}numbers in ${input.list}`,
    };
  }
  if ('date' in input) return { zh: '应为日期，如 2026-05-01', en: 'a date such as 2026-05-01' };
  if ('month' in input) return { zh: '应为月份，如 2026-05', en: 'a month such as 2026-05' };
  if ('time' in input) return { zh: '应为时刻，如 08:30', en: 'a time such as 08:30' };
  const whole = 'integer' in input;
  const range = whole ? input.integer : input.number;
  return { zh: `应为 ${range} 内的${whole ? '整数' : '数'}`, en: `a ${whole ? 'whole ' : ''}number in ${range}` };
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
