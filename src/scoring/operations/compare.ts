import { Exact } from '../exact.ts';
import {
  type Compile,
  citesOf,
  clauses,
  type Memory,
  type Node,
  needType,
  readsOf,
  stated,
  told,
  valueIn,
  type Words,
} from '../node.ts';
import { spaced } from '../spacing.ts';
import { asNumber, isKnown, type Known, lacking } from '../value.ts';

type Comparison = {
  holds: (order: number) => boolean;
  /** Words where it holds, and where it does not. */
  zh: [string, string];
  en: [string, string];
};

/** The comparisons: whether each holds for the order of two numbers. */
export const comparisons: Record<string, Comparison> = {
  below: { holds: (o) => o < 0, zh: ['低于', '不低于'], en: ['below', 'not below'] },
  'at-least': { holds: (o) => o >= 0, zh: ['达到', '未达到'], en: ['at least', 'less than'] },
  above: { holds: (o) => o > 0, zh: ['超过', '未超过'], en: ['above', 'not above'] },
  'at-most': { holds: (o) => o <= 0, zh: ['不超过', '超过'], en: ['at most', 'more than'] },
  equals: { holds: (o) => o === 0, zh: ['等于', '不等于'], en: ['equal to', 'not equal to'] },
};

/** What keeps a comparison from an answer: `评星的总分原文未规定`. */
const lackWords = (nodes: readonly Node[], memory: Memory, words: Words): string =>
  clauses(
    nodes
      .filter((node) => !isKnown(valueIn(node, memory)))
      .map((node) =>
        words.language === 'zh' && node.name !== undefined
          ? words.label(node.name) + words.value(node, valueIn(node, memory))
          : stated(node, memory, words),
      ),
    words,
  );

/** `{ below: [total, 70] }` and its kin: exact, the end belongs to at-least, at-most and equals. */
const compare =
  (key: string): Compile =>
  (operation, compiler) => {
    const nodes = compiler.nodes(operation[key] as unknown[]);
    const [left, right] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
    needType(nodes, 'number', `“${key}”`);
    const { holds, zh, en } = comparisons[key] as Comparison;
    return {
      type: 'yes-no',
      evaluate(memory) {
        const a = valueIn(left, memory);
        const b = valueIn(right, memory);
        if (a instanceof Exact && b instanceof Exact) return holds(a.compare(b));
        return lacking([a, b]) ?? holds(asNumber(a as Known).compare(asNumber(b as Known)));
      },
      explain(memory, words) {
        const answer = this.evaluate(memory);
        if (!isKnown(answer)) return lackWords(nodes, memory, words);
        const yes = answer === true;
        if (yes && key === 'equals' && right.literal !== undefined) return stated(left, memory, words);
        const verb = (words.language === 'zh' ? zh : en)[yes ? 0 : 1];
        if (words.language === 'zh') return spaced(told(left, memory, words), verb ?? '', told(right, memory, words));
        return `${stated(left, memory, words)} (${verb} ${told(right, memory, words)})`;
      },
      cites: (memory) => citesOf(nodes, memory),
      reads: readsOf(nodes),
    };
  };

export const below = compare('below');
export const atLeast = compare('at-least');
export const above = compare('above');
export const atMost = compare('at-most');
export const equals = compare('equals');
