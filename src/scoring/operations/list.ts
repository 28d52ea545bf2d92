import type { Operation } from '../../schema/expression.ts';
import type { Exact } from '../exact.ts';
import {
  type Compile,
  type Compiler,
  citesOf,
  clauses,
  type Memory,
  type Node,
  needType,
  readsOf,
  stated,
  told,
} from '../node.ts';
import { exact } from '../number.ts';
import { asList, type Known, type List, lacking, Undefined, type Value } from '../value.ts';
import { comparisons } from './compare.ts';

/** A value worked out from a whole list. */
function fromList(
  nodes: readonly [Node, ...Node[]],
  type: Node['type'],
  compute: (list: List, rest: readonly Known[]) => Value,
  explain: Node['explain'] = () => '',
): Node {
  return {
    type,
    evaluate(memory) {
      const values = nodes.map((node) => node.evaluate(memory));
      const [list, ...rest] = values;
      return lacking(values) ?? compute(asList(list as Known), rest as Known[]);
    },
    explain,
    cites: (memory) => citesOf(nodes, memory),
    reads: readsOf(nodes),
  };
}

const numbers = (list: List): Exact[] => list as Exact[];

const whole =
  (key: string, zh: string, en: string, compute: (list: Exact[]) => Exact): Compile =>
  (operation, compiler) => {
    const node = compiler.node(operation[key]);
    if (key !== 'length') needType([node], 'list', `“${key}”`);
    return {
      ...fromList([node], 'number', (list) => compute(numbers(list))),
      formula: (memory, words) =>
        words.language === 'zh' ? `${zh}：${told(node, memory, words)}` : `${en} ${told(node, memory, words)}`,
    };
  };

const listed: (node: Node, ...rest: Parameters<Node['explain']>) => string = (node, memory, words) =>
  stated(node, memory, words);

/** `{ total: per-member }`: the sum of a list. */
export const total: Compile = whole('total', '合计', 'sum of', (list) => list.reduce((a, b) => a.add(b), exact(0)));
/** `{ length: per-member }`: how many entries. */
export const length: Compile = whole('length', '个数', 'number of', (list) => exact(list.length));
/** `{ smallest: days }` */
export const smallest: Compile = whole('smallest', '其中最小', 'smallest of', (list) =>
  list.reduce((a, b) => (b.compare(a) < 0 ? b : a), list[0] ?? exact(0)),
);
/** `{ largest: days }` */
export const largest: Compile = whole('largest', '其中最大', 'largest of', (list) =>
  list.reduce((a, b) => (b.compare(a) > 0 ? b : a), list[0] ?? exact(0)),
);

/** `{ sum: [days, online-days] }`: entry by entry. A constraint keeps lists of unequal length out. */
export function sumOfLists(nodes: readonly Node[]): Node {
  needType(nodes, 'list', 'the sum of lists');
  return {
    type: 'list',
    evaluate(memory) {
      const values = nodes.map((node) => node.evaluate(memory));
      const lack = lacking(values);
      if (lack) return lack;
      const lists = (values as Known[]).map((value) => numbers(asList(value)));
      const lengths = new Set(lists.map((list) => list.length));
      if (lengths.size > 1) return new Undefined([]);
      return (lists[0] ?? []).map((_, i) => lists.reduce((all, list) => all.add(list[i] as Exact), exact(0)));
    },
    explain: () => '',
    formula: (memory, words) => nodes.map((node) => told(node, memory, words)).join(' + '),
    cites: (memory) => citesOf(nodes, memory),
    reads: readsOf(nodes),
  };
}

type Test = { nodes: Node[]; holds: (entry: Exact | string, rest: readonly Known[]) => boolean };

/** `where: { below: 10 }` for a list, `where: { is: unexcused }` for a series. */
function testOf(where: unknown, compiler: Compiler): Test {
  const [key, wanted] = Object.entries(where as Record<string, unknown>)[0] ?? [];
  if (key === 'is') return { nodes: [], holds: (entry) => [wanted].flat().includes(entry) };
  const comparison = comparisons[key ?? ''];
  if (!comparison) throw new Error(`“where” takes is, below, at-least, above, at-most or equals, not “${key}”`);
  const bound = compiler.node(wanted);
  needType([bound], 'number', '“where”');
  const { holds } = comparison;
  return { nodes: [bound], holds: (entry, [value]) => holds((entry as Exact).compare(value as Exact)) };
}

/**
 * `{ count: months, where: { is: unexcused } }`: how many entries fulfil it.
 * `within: rolling-12` counts in the fullest 12 entries in a row; `within: calendar-year` in the fullest year,
 * for a series of months that begins with the calendar month `first-month`.
 */
export const count: Compile = (operation, compiler) => {
  const list = compiler.node(operation['count']);
  const test = testOf(operation['where'], compiler);
  const within = operation['within'] as string | undefined;
  const first = within === 'calendar-year' ? [compiler.node(operation['first-month'])] : [];
  return fromList(
    [list, ...test.nodes, ...first],
    'number',
    (entries, rest) => {
      const hits = entries.map((entry) => test.holds(entry, rest));
      const start = first.length > 0 ? Number(rest.at(-1)) - 1 : 0;
      return exact(fullest(hits, within, start));
    },
    (memory, words) => listed(list, memory, words),
  );
};

function fullest(hits: readonly boolean[], within: string | undefined, start: number): number {
  const countOf = (some: readonly boolean[]): number => some.filter(Boolean).length;
  if (within === 'rolling-12') return Math.max(0, ...hits.map((_, i) => countOf(hits.slice(i, i + 12))));
  if (within !== 'calendar-year') return countOf(hits);
  const years = new Map<number, number>();
  hits.forEach((hit, i) => {
    const year = Math.floor((start + i) / 12);
    years.set(year, (years.get(year) ?? 0) + (hit ? 1 : 0));
  });
  return Math.max(0, ...years.values());
}

/** `{ which: per-member, where: { below: 10 } }`: the places (from 1) of the entries that fulfil it. */
export const which: Compile = (operation, compiler) => {
  const list = compiler.node(operation['which']);
  const test = testOf(operation['where'], compiler);
  return fromList([list, ...test.nodes], 'list', (entries, rest) =>
    entries.flatMap((entry, i) => (test.holds(entry, rest) ? [exact(i + 1)] : [])),
  );
};

/** `{ longest-run: months, of: unexcused, skip: [excused] }`: skipped entries neither add to a run nor break it. */
export const longestRun: Compile = (operation, compiler) => {
  const list = compiler.node(operation['longest-run']);
  const { of, skip = [] } = operation as { of?: string; skip?: string[] };
  const known = compiler.choicesOf(operation['longest-run'] as string) ?? [];
  for (const id of [of ?? '', ...skip])
    if (!known.includes(id)) throw new Error(`“longest-run”: the series has no choice “${id}”`);
  return fromList(
    [list],
    'number',
    (entries) => {
      let [run, longest] = [0, 0];
      for (const entry of entries) {
        if (entry === of) run += 1;
        else if (!skip.includes(entry as string)) run = 0;
        longest = Math.max(longest, run);
      }
      return exact(longest);
    },
    (memory, words) => listed(list, memory, words),
  );
};

/** `{ count-true: [a, b] }`: how many conditions hold. All must be known. */
export const countTrue: Compile = (operation, compiler) => {
  const nodes = compiler.nodes(operation['count-true'] as unknown[]);
  needType(nodes, 'yes-no', '“count-true”');
  return {
    type: 'number',
    evaluate(memory) {
      const values = nodes.map((node) => node.evaluate(memory));
      return lacking(values) ?? exact(values.filter((value) => value === true).length);
    },
    explain: () => '',
    cites: (memory) => citesOf(nodes, memory),
    reads: readsOf(nodes),
  };
};

/** `{ collect: { age: exit-age, terms: exit-terms } }`: the keys whose condition holds. */
export const collect: Compile = (operation, compiler) => {
  const entries = Object.entries(
    operation['collect'] as NonNullable<Extract<Operation, { collect: unknown }>['collect']>,
  );
  const nodes = entries.map(([, condition]) => compiler.node(condition));
  needType(nodes, 'yes-no', '“collect”');
  const hits = (memory: Memory): Node[] => nodes.filter((node) => node.evaluate(memory) === true);
  return {
    type: 'series',
    evaluate(memory) {
      const values = nodes.map((node) => node.evaluate(memory));
      return lacking(values) ?? entries.flatMap(([key], i) => (values[i] === true ? [key] : []));
    },
    explain: (memory, words) =>
      clauses(
        hits(memory).map((node) => node.explain(memory, words)),
        words,
      ),
    cites: (memory) => citesOf(hits(memory), memory),
    reads: readsOf(nodes),
  };
};
