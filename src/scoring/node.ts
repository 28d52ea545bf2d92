import type { Value } from './value.ts';

export type Language = 'zh' | 'en';

/** All values of one evaluation, by slot. Steps are filled in order. */
export type Memory = Value[];

/** All rows of a cohort, and their groups by the columns that were asked for. */
export type Table = { readonly rows: readonly Memory[]; readonly groups: Map<string, Memory[][]> };

/** Words for values: labels, units and choices of the scheme, in one language. */
export interface Words {
  readonly language: Language;
  /** A value with its unit, or the name of a choice. */
  value(node: Node, value: Value): string;
  /** A value of the named input, assumption or step, with its unit. */
  named(name: string, value: Value): string;
  /** The label of a name. */
  label(name: string): string;
  /** The label of an option of an assumption or choice. */
  option(name: string, option: string): string;
}

/** What a value is; `any` is not known before it is computed. */
export type ValueType = 'number' | 'yes-no' | 'choice' | 'list' | 'series' | 'text' | 'any';

const typeNames: Record<ValueType, string> = {
  number: 'a number',
  'yes-no': 'yes or no',
  choice: 'a choice',
  list: 'a list of numbers',
  series: 'a list of choices',
  text: 'text',
  any: 'anything',
};

/** Throws where a node is of another type than its place needs. */
export function needType(nodes: readonly Node[], type: ValueType, place: string): void {
  for (const node of nodes) {
    if (node.type === type || node.type === 'any') continue;
    const what = node.name ?? node.literal;
    throw new Error(
      `${place} needs ${typeNames[type]}, and ${what ? `“${what}”` : 'its value'} is ${typeNames[node.type]}`,
    );
  }
}

/** The type that all branches share; throws where they differ. */
export function sharedType(nodes: readonly Node[], place: string): ValueType {
  const types = new Set(nodes.map((node) => node.type).filter((type) => type !== 'any'));
  if (types.size > 1)
    throw new Error(`the branches of ${place} differ: ${[...types].map((type) => typeNames[type]).join(', ')}`);
  return [...types][0] ?? 'any';
}

/** A compiled expression. */
export interface Node {
  readonly type: ValueType;
  evaluate(memory: Memory): Value;
  /**
   * Why it has the value that it has, as part of a sentence: `重点项得分 39.5 低于 40`.
   * Called only when the explanation is shown.
   */
  explain(memory: Memory, words: Words): string;
  /** The calculation, where the value was calculated: `重点项得分 45 + 基础项得分 30`; else empty. */
  formula?: ((memory: Memory, words: Words) => string) | undefined;
  /** Rules that decided the value in this memory, and gaps whose reading it rests on. */
  cites(memory: Memory): readonly string[];
  /** Names that it reads, directly. */
  readonly reads: readonly string[];
  /** The input, assumption or step it stands for, where it is only a name. */
  readonly name?: string | undefined;
  /** Where the memory keeps the value, if the node is only a name. */
  readonly slot?: number | undefined;
  /** The number as written, where it is a literal. */
  readonly literal?: string | undefined;
}

/**
 * All nodes get one shape, whatever operation made them: engines read the fields of objects of one shape several
 * times as fast. `evaluate` must not use `this`.
 */
class Shaped implements Node {
  readonly type: ValueType;
  readonly evaluate: Node['evaluate'];
  readonly explain: Node['explain'];
  readonly formula: Node['formula'];
  readonly cites: Node['cites'];
  readonly reads: Node['reads'];
  readonly name: string | undefined;
  readonly literal: string | undefined;
  readonly slot: number | undefined;

  constructor(node: Node) {
    this.type = node.type;
    this.evaluate = node.evaluate;
    this.explain = (memory, words) => node.explain(memory, words);
    this.formula = node.formula && ((memory, words) => node.formula?.(memory, words) ?? '');
    this.cites = (memory) => node.cites(memory);
    this.reads = node.reads;
    this.name = node.name;
    this.literal = node.literal;
    this.slot = node.slot;
  }
}

/** The node in the one shape that all nodes have. */
export const shaped = (node: Node): Node => new Shaped(node);

/** The value of a node; what is only a name is read without a call. */
export const valueIn = (node: Node, memory: Memory): Value =>
  node.slot === undefined ? node.evaluate(memory) : (memory[node.slot] as Value);

/** What an operation needs from the compiler. */
export interface Compiler {
  node(expression: unknown): Node;
  nodes(expressions: readonly unknown[]): Node[];
  /** Slot of a name; throws where nothing of this name is declared before. */
  slot(name: string): number;
  /** The name is an assumption. */
  isAssumption(name: string): boolean;
  /** Gaps of an assumption; empty for any other name. */
  gapsOf(name: string): readonly string[];
  /**
   * What is worked out from the whole table, in a cohort: `fill` puts the answer of every row, and is called once for
   * a table, when a row is first asked for its own.
   */
  table<T>(fill: (table: Table, put: (row: Memory, answer: T) => void) => void): (row: Memory) => T;
  /** Option ids of a choice input, an assumption or a step with choices; `null` where it has none. */
  choicesOf(name: string): readonly string[] | null;
}

/** One operation: how its arguments become a node. Registered in `operations/index.ts`. */
export type Compile = (operation: Record<string, unknown>, compiler: Compiler) => Node;

/** A name with its value, a literal, or the operation's own calculation in brackets. */
export const told = (node: Node, memory: Memory, words: Words): string => {
  if (node.literal !== undefined) return node.literal;
  const value = words.value(node, node.evaluate(memory));
  if (node.name !== undefined) return `${words.label(node.name)} ${value}`;
  const formula = node.formula?.(memory, words);
  return formula ? `(${formula} = ${value})` : value;
};

/** A name and its value as a clause of its own: `重点项得分为39.5`, `Key items: 39.5`. */
export const stated = (node: Node, memory: Memory, words: Words): string => {
  if (node.name === undefined) return told(node, memory, words);
  const value = words.value(node, node.evaluate(memory));
  return `${words.label(node.name)}${words.language === 'zh' ? '为' : ': '}${value}`;
};

/** Clauses of one sentence. Empty ones are left out. */
export const clauses = (parts: readonly (string | undefined)[], words: Words): string =>
  [...new Set(parts.filter(Boolean))].join(words.language === 'zh' ? '，' : ', ');

/** Names the reading of an assumption that was used. */
export const reading = (option: string, words: Words): string =>
  words.language === 'zh' ? `按“${option}”的读法` : `by the reading “${option}”`;

export const citesOf = (nodes: readonly Node[], memory: Memory): string[] => [
  ...new Set(nodes.flatMap((node) => node.cites(memory))),
];

export const readsOf = (nodes: readonly Node[]): string[] => [...new Set(nodes.flatMap((node) => node.reads))];
