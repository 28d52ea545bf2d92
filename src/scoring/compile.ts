import { readTime } from '../lib/calendar.ts';
import type { Assumption, Consequence, Input, Scheme, Step } from '../schema/scheme.ts';
import type { Exact } from './exact.ts';
import { type Compile, type Compiler, type Node, needType, shaped, type ValueType } from './node.ts';
import { exact, isNumberText, parseNumber } from './number.ts';
import type { Value } from './value.ts';

/** A scheme with the id of its file. */
export type IdentifiedScheme = Scheme & { id: string };

export type CompiledStep = { id: string; slot: number; step: Step; node: Node; rules: readonly string[] };

/** A scheme made ready to compute with. Make it once, evaluate it often. */
export type CompiledScheme = {
  readonly scheme: IdentifiedScheme;
  /** Slot of each input, assumption and step in the memory. */
  readonly slots: ReadonlyMap<string, number>;
  readonly inputs: readonly [string, Input][];
  readonly assumptions: readonly [string, Assumption][];
  readonly steps: readonly CompiledStep[];
  /** The steps that are results, in the order of the scheme. */
  readonly outputs: readonly { id: string; slot: number }[];
  /** Slots of the assumptions on how inputs are filled in. */
  readonly entries: readonly number[];
  readonly constraints: readonly { node: Node; constraint: Scheme['constraints'][number] }[];
  readonly consequences: readonly { consequence: Consequence; node: Node }[];
  /** Conditions under which an input exists or is needed. */
  readonly conditions: ReadonlyMap<string, { exists?: Node; required?: Node }>;
  /** For each name: every input that it rests on, directly or through other steps. */
  readonly restsOn: ReadonlyMap<string, ReadonlySet<string>>;
  /** Where a row keeps its table; -1 for a single subject. */
  readonly tableSlot: number;
  /** Inputs of the scheme that a table yields; empty for a single subject. */
  readonly computed: ReadonlySet<string>;
  /** Compiles one more condition or value, which may read every name. */
  also(path: string[], expression: unknown): Node;
};

/** An error in a scheme, with the path that leads to it. */
export class SchemeError extends Error {
  readonly path: readonly string[];
  constructor(path: readonly string[], message: string) {
    super(message);
    this.path = path;
  }
}

/**
 * Compiles a scheme that its schema has accepted, with the operations that it may use. Throws `SchemeError` for names
 * that lead nowhere. `onTables`: its steps may look at all rows of a table, which `evaluateCohort` puts into
 * `tableSlot`.
 */
export function compileWith(
  operations: Readonly<Record<string, Compile>>,
  scheme: IdentifiedScheme,
  { onTables = false } = {},
): CompiledScheme {
  const slots = new Map<string, number>();
  const declare = (name: string, path: string[]): void => {
    if (slots.has(name)) throw new SchemeError(path, `the name “${name}” is used twice`);
    slots.set(name, slots.size);
  };
  for (const name of Object.keys(scheme.inputs)) declare(name, ['inputs', name]);
  for (const name of Object.keys(scheme.assumptions)) declare(name, ['assumptions', name]);

  const nodes = new Map<string, Node>();
  const hidden = (): number => {
    slots.set(`#${slots.size}`, slots.size);
    return slots.size - 1;
  };
  const tableSlot = onTables ? hidden() : -1;
  const table: Compiler['table'] = (fill) => {
    const own = hidden();
    return (row) => {
      if (row[own] === undefined)
        fill(row[tableSlot] as never, (other, answer) => {
          other[own] = answer as never;
        });
      return row[own] as never;
    };
  };
  const at = (path: string[], expression: unknown, choices?: readonly string[]): Node => {
    try {
      const node = builder(scheme, slots, nodes, operations, table, choices).node(expression);
      if (path[0] === 'steps') needType([node], typeWanted(choices, node), 'the step');
      else if (path.at(-1) !== 'sum') needType([node], 'yes-no', `“${path.at(-1)}”`);
      return node;
    } catch (error) {
      throw error instanceof SchemeError ? error : new SchemeError(path, (error as Error).message);
    }
  };

  const conditions = new Map<string, { exists?: Node; required?: Node }>();
  for (const [name, input] of Object.entries(scheme.inputs)) {
    const exists =
      input['only-when'] === undefined ? {} : { exists: at(['inputs', name, 'only-when'], input['only-when']) };
    const required = input.required === undefined ? {} : { required: at(['inputs', name, 'required'], input.required) };
    conditions.set(name, { ...exists, ...required });
  }
  const steps = Object.entries(scheme.steps).map(([id, step]) => {
    const node = at(['steps', id], 'value' in step ? step.value : step, Object.keys(step.choices ?? {}));
    declare(id, ['steps', id]);
    nodes.set(id, node);
    return { id, slot: slots.get(id) as number, step, node, rules: [step.rule ?? []].flat() };
  });
  return {
    scheme,
    slots,
    inputs: Object.entries(scheme.inputs),
    assumptions: Object.entries(scheme.assumptions),
    steps,
    outputs: scheme.outputs.filter((id) => slots.has(id)).map((id) => ({ id, slot: slots.get(id) as number })),
    entries: Object.entries(scheme.assumptions).flatMap(([name, { entry }]) => (entry ? (slots.get(name) ?? []) : [])),
    conditions,
    constraints: scheme.constraints.map((constraint, i) => ({
      constraint,
      node: at(['constraints', String(i), 'must'], constraint.must),
    })),
    consequences: scheme.consequences.map((consequence, i) => ({
      consequence,
      node: at(['consequences', String(i), 'when'], consequence.when),
    })),
    restsOn: restsOn(scheme, steps),
    also: at,
    computed: new Set(),
    tableSlot,
  };
}

/** A step that names choices gives one of them, and only such a step does. */
const typeWanted = (choices: readonly string[] | undefined, node: Node): ValueType =>
  choices && choices.length > 0
    ? node.type === 'series'
      ? 'series'
      : 'choice'
    : node.type === 'choice'
      ? 'number'
      : node.type;

function restsOn(scheme: Scheme, steps: readonly CompiledStep[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const name of Object.keys(scheme.inputs)) found.set(name, new Set([name]));
  for (const { id, node } of steps) {
    found.set(id, new Set(node.reads.flatMap((name) => [...(found.get(name) ?? [])])));
  }
  return found;
}

function builder(
  scheme: Scheme,
  slots: ReadonlyMap<string, number>,
  steps: ReadonlyMap<string, Node>,
  operations: Readonly<Record<string, Compile>>,
  table: Compiler['table'],
  choices: readonly string[] = [],
): Compiler {
  const made = (expression: unknown): Node => {
    if (typeof expression === 'number') return literal(parseNumber(expression), String(expression));
    if (typeof expression === 'boolean') return literal(expression, expression ? '是' : '否');
    if (typeof expression === 'string')
      return named(
        expression,
        { type: typeOf(scheme, expression), gaps: compiler.gapsOf(expression) },
        slots,
        steps,
        choices,
      );
    const operation = expression as Record<string, unknown>;
    const name = Object.keys(operation).find((key) => key in operations);
    if (name === undefined) throw new Error(`“${Object.keys(operation)[0]}” stands only in the steps of a cohort`);
    const node = (operations[name] as Compile)(operation, compiler);
    const rule = operation['rule'];
    return rule === undefined ? node : ruled(node, [rule].flat() as string[]);
  };
  const compiler: Compiler = {
    table,
    node: (expression) => shaped(made(expression)),
    nodes: (expressions) => expressions.map((expression) => compiler.node(expression)),
    slot(name) {
      const slot = slots.get(name);
      if (slot === undefined) throw new Error(`nothing before this is called “${name}”`);
      return slot;
    },
    isAssumption: (name) => name in scheme.assumptions,
    gapsOf: (name) => [scheme.assumptions[name]?.gap ?? []].flat(),
    choicesOf(name) {
      const input = scheme.inputs[name];
      if (input)
        return 'choice' in input ? Object.keys(input.choice) : 'series' in input ? Object.keys(input.series) : null;
      const assumption = scheme.assumptions[name];
      if (assumption) return Object.keys(assumption.options);
      const step = scheme.steps[name];
      return step?.choices ? Object.keys(step.choices) : null;
    },
  };
  return compiler;
}

/** The type of an input or an assumption. */
function typeOf(scheme: Scheme, name: string): ValueType {
  const input = scheme.inputs[name];
  if (input) {
    if ('choice' in input) return 'choice';
    if ('yes-no' in input) return 'yes-no';
    if ('list' in input) return 'list';
    if ('series' in input) return 'series';
    return 'text' in input ? 'text' : 'number';
  }
  const assumption = scheme.assumptions[name];
  if (!assumption?.number) return 'choice';
  return Object.keys(assumption.options).length === 0 ? 'number' : 'any';
}

const literal = (value: Exact | boolean | string, text: string): Node => ({
  type: typeof value === 'boolean' ? 'yes-no' : typeof value === 'string' ? 'choice' : 'number',
  evaluate: () => value,
  explain: () => text,
  cites: () => [],
  reads: [],
  literal: text,
});

function named(
  name: string,
  { type, gaps }: { type: ValueType; gaps: readonly string[] },
  slots: ReadonlyMap<string, number>,
  steps: ReadonlyMap<string, Node>,
  choices: readonly string[],
): Node {
  const slot = slots.get(name);
  if (slot !== undefined) {
    return {
      type: steps.get(name)?.type ?? type,
      evaluate: (memory) => memory[slot] as Value,
      explain(memory, words) {
        const value = memory[slot] as Value;
        if (typeof value !== 'boolean') return '';
        const because = steps.get(name)?.explain(memory, words);
        const colon = words.language === 'zh' ? '：' : ': ';
        return because || `${words.label(name)}${colon}${words.value(this, value)}`;
      },
      cites: (memory) => (typeof memory[slot] === 'boolean' ? (steps.get(name)?.cites(memory) ?? []) : gaps),
      reads: [name],
      name,
      slot,
    };
  }
  if (choices.includes(name)) return literal(name, name);
  if (isNumberText(name)) return literal(parseNumber(name), name);
  const minutes = readTime(name);
  if (minutes !== null) return literal(exact(minutes), name);
  throw new Error(`nothing before this is called “${name}”`);
}

const ruled = (node: Node, rules: string[]): Node => ({
  ...node,
  explain: (memory, words) => node.explain(memory, words),
  formula: node.formula && ((memory, words) => node.formula?.(memory, words) ?? ''),
  cites: (memory) => [...new Set([...rules, ...node.cites(memory)])],
});
