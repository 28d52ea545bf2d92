import { Exact } from '../exact.ts';
import {
  type Compile,
  citesOf,
  type Memory,
  type Node,
  needType,
  readsOf,
  told,
  valueIn,
  type Words,
} from '../node.ts';
import { exact, parseNumber } from '../number.ts';
import { spaced } from '../spacing.ts';
import { asNumber, type Known, lacking, Undefined, type Value } from '../value.ts';
import { sumOfLists } from './list.ts';

/** A calculation that needs all of its arguments. */
export function strict(
  nodes: readonly Node[],
  compute: (values: Exact[]) => Value,
  formula: (memory: Memory, words: Words) => string,
): Node {
  needType(nodes, 'number', 'a calculation');
  return {
    type: 'number',
    evaluate(memory) {
      const values: Value[] = [];
      let known = true;
      for (const node of nodes) {
        const value = valueIn(node, memory);
        if (!(value instanceof Exact)) known = false;
        values.push(value);
      }
      return known ? compute(values as Exact[]) : (lacking(values) ?? compute((values as Known[]).map(asNumber)));
    },
    explain: () => '',
    formula,
    cites: (memory) => citesOf(nodes, memory),
    reads: readsOf(nodes),
  };
}

const joined =
  (nodes: readonly Node[], sign: string) =>
  (memory: Memory, words: Words): string =>
    nodes.map((node) => told(node, memory, words)).join(` ${sign} `);

/** `{ sum: [key, basic] }`; lists are added entry by entry. */
export const sum: Compile = (operation, compiler) => {
  const nodes = compiler.nodes(operation['sum'] as unknown[]);
  if (nodes.some(({ type }) => type === 'list')) return sumOfLists(nodes);
  return strict(nodes, (values) => values.reduce((a, b) => a.add(b)), joined(nodes, '+'));
};

/** `{ product: [stake, coefficient] }` */
export const product: Compile = (operation, compiler) => {
  const nodes = compiler.nodes(operation['product'] as unknown[]);
  return strict(nodes, (values) => values.reduce((a, b) => a.mul(b)), joined(nodes, '×'));
};

/** `{ difference: [ballots, invalid] }` */
export const difference: Compile = (operation, compiler) => {
  const nodes = compiler.nodes(operation['difference'] as unknown[]);
  return strict(nodes, ([a, b]) => (a as Exact).sub(b as Exact), joined(nodes, '−'));
};

/** `{ ratio: [votes, voters] }`: exact; a divisor of 0 is an error of the scheme, kept out by a constraint. */
export const ratio: Compile = (operation, compiler) => {
  const nodes = compiler.nodes(operation['ratio'] as unknown[]);
  return strict(
    nodes,
    ([a, b]) => ((b as Exact).sign() === 0 ? new Undefined([]) : (a as Exact).div(b as Exact)),
    joined(nodes, '÷'),
  );
};

/** `{ weighted: { mid: 40%, end: 60% } }`: the weights add up to 100%. */
export const weighted: Compile = (operation, compiler) => {
  const entries = Object.entries(operation['weighted'] as Record<string, string | number>);
  const nodes = entries.map(([name]) => compiler.node(name));
  const weights = entries.map(([, weight]) => parseNumber(weight));
  const total = weights.reduce((a, b) => a.add(b), exact(0));
  if (!total.equals(1)) throw new Error(`the weights add up to ${total.mul(100).toFraction()}%, not to 100%`);
  return strict(
    nodes,
    (values) => values.reduce((all, value, i) => all.add(value.mul(weights[i] as Exact)), exact(0)),
    (memory, words) => nodes.map((node, i) => `${told(node, memory, words)} × ${entries[i]?.[1]}`).join(' + '),
  );
};

const extreme =
  (key: 'least' | 'greatest', zh: string, en: string): Compile =>
  (operation, compiler) => {
    const nodes = compiler.nodes(operation[key] as unknown[]);
    const sign = key === 'least' ? 1 : -1;
    return strict(
      nodes,
      (values) => values.reduce((a, b) => (b.compare(a) * sign < 0 ? b : a)),
      (memory, words) => {
        const values = nodes.map((node) => told(node, memory, words));
        if (words.language === 'en') return `${en} ${values.join(' and ')}`;
        return zh + values.reduce((all, value) => spaced(all, '与', value));
      },
    );
  };

/** `{ least: [a, b] }` */
export const least: Compile = extreme('least', '取较小者：', 'the smaller of');
/** `{ greatest: [a, b] }` */
export const greatest: Compile = extreme('greatest', '取较大者：', 'the greater of');

const HALF = parseNumber('1/2');
const rounding =
  (key: string, zh: string, en: string, round: (value: Exact) => Exact): Compile =>
  (operation, compiler) => {
    const node = compiler.node(operation[key]);
    return strict(
      [node],
      ([value]) => round(value as Exact),
      (memory, words) => {
        const value = valueIn(node, memory);
        const inner = node.formula?.(memory, words) ?? '';
        if (value instanceof Exact && round(value).equals(value)) return inner || told(node, memory, words);
        const exactly = inner ? `${inner} = ${words.value(node, value)}` : told(node, memory, words);
        return `${exactly}${words.language === 'zh' ? `，${zh}` : `, ${en}`}`;
      },
    );
  };

/** `{ floor: x }`: to the next whole number below. */
export const floor: Compile = rounding('floor', '舍去小数', 'rounded down', (v) => v.floor());
/** `{ ceiling: x }`: to the next whole number above. */
export const ceiling: Compile = rounding('ceiling', '进到整数', 'rounded up', (v) => v.ceil());
/** `{ half-up: x }`: to the nearest whole number, a half upwards. */
export const halfUp: Compile = rounding('half-up', '四舍五入', 'rounded half up', (v) => v.add(HALF).floor());
