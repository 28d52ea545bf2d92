import {
  type Compile,
  clauses,
  type Memory,
  type Node,
  needType,
  reading,
  readsOf,
  sharedType,
  stated,
  told,
  valueIn,
} from '../node.ts';
import { contains, parseRange, type Range } from '../number.ts';
import { spaced } from '../spacing.ts';
import { asNumber, isKnown, type Known, same, Undefined, Unknown, type Value } from '../value.ts';

/** `{ is: [post, frontline] }`: the choice is one of those named. */
export const is: Compile = (operation, compiler) => {
  const [name, ...wanted] = operation['is'] as [string, ...string[]];
  const node = compiler.node(name);
  const choices = compiler.choicesOf(name);
  for (const id of wanted) {
    if (!choices?.includes(id))
      throw new Error(`“${name}” has no choice “${id}”${choices ? `; it has ${choices.join(', ')}` : ''}`);
  }
  return {
    type: 'yes-no',
    evaluate(memory) {
      const value = valueIn(node, memory);
      if (typeof value === 'string') return wanted.includes(value);
      return isKnown(value) ? false : value;
    },
    explain(memory, words) {
      const value = valueIn(node, memory);
      if (compiler.isAssumption(name)) return isKnown(value) ? reading(words.option(name, String(value)), words) : '';
      const is = stated(node, memory, words);
      if (!isKnown(value) || this.evaluate(memory) === true) return is;
      const names = wanted.map((id) => words.option(name, id)).join(words.language === 'zh' ? '、' : ' or ');
      return words.language === 'zh' ? `${is}，不是${names}` : `${is} (not ${names})`;
    },
    cites: () => compiler.gapsOf(name),
    reads: [name],
  };
};

/** `{ known: previous-rank }`: the input was given. */
export const known: Compile = (operation, compiler) => {
  const name = operation['known'] as string;
  const node = compiler.node(name);
  return {
    type: 'yes-no',
    evaluate: (memory) => !(valueIn(node, memory) instanceof Unknown),
    explain(memory, words) {
      if (this.evaluate(memory) === true) return '';
      return `${words.label(name)}${words.language === 'zh' ? '未填' : ': left out'}`;
    },
    cites: () => [],
    reads: [name],
  };
};

/** `{ bands: total, in: { none: "[0, 70)", 1: "[70, 80)" } }`: the choice whose range holds the value. */
export const bands: Compile = (operation, compiler) => {
  const node = compiler.node(operation['bands']);
  const table = Object.entries(operation['in'] as Record<string, string>).map(([id, text]) => ({
    id,
    range: parseRange(text),
  }));
  const find = (value: Value) =>
    isKnown(value) ? table.find(({ range }) => contains(range, asNumber(value))) : undefined;
  needType([node], 'number', '“bands”');
  proveBands(table.map(({ range }) => range));
  return {
    type: 'choice',
    evaluate(memory) {
      const value = valueIn(node, memory);
      return isKnown(value) ? (find(value)?.id ?? new Undefined([])) : value;
    },
    explain(memory, words) {
      const band = find(valueIn(node, memory));
      if (!band) return stated(node, memory, words);
      return words.language === 'zh'
        ? spaced(told(node, memory, words), '落在', band.range.text)
        : `${stated(node, memory, words)} (within ${band.range.text})`;
    },
    cites: () => [],
    reads: readsOf([node]),
  };
};

/** Bands follow each other without overlap or hole; throws where they do not. */
function proveBands(ranges: readonly Range[]): void {
  const byLow = ranges.toSorted((a, b) => (a.low === null ? -1 : b.low === null ? 1 : a.low.compare(b.low)));
  byLow.slice(1).forEach((range, i) => {
    const before = byLow[i] as Range;
    const meet = before.high !== null && range.low !== null && before.high.equals(range.low);
    if (!meet || before.highIncluded === range.lowIncluded) {
      throw new Error(`the bands ${before.text} and ${range.text} overlap or leave a hole`);
    }
  });
}

/**
 * `{ lookup: post, in: { frontline: 3000 } }`: the value for a choice.
 * With an assumption that is switched off, every reading is tried: where all agree the gap does not matter here,
 * else the result is undefined. `number:` stands for an assumption that is set to a number.
 */
export const lookup: Compile = (operation, compiler) => {
  const name = operation['lookup'] as string;
  const subject = compiler.node(name);
  const table = new Map<string, Node>();
  const choices = compiler.choicesOf(name);
  for (const [id, expression] of Object.entries(operation['in'] as Record<string, unknown>)) {
    if (id !== 'number' && !choices?.includes(id)) throw new Error(`“${name}” has no choice “${id}”`);
    table.set(id, compiler.node(expression));
  }
  for (const id of choices ?? []) if (!table.has(id)) throw new Error(`the table has no row for “${id}” of “${name}”`);
  const open = compiler.isAssumption(name);
  const gaps = compiler.gapsOf(name);

  const agreed = (memory: Memory): Known | null => {
    if (!open || table.size < 2 || table.has('number')) return null;
    const values = [...table.values()].map((node) => valueIn(node, memory));
    const first = values[0] as Value;
    return isKnown(first) && values.every((value) => isKnown(value) && same(first, value)) ? first : null;
  };
  const rowOf = (key: Value): Node | undefined =>
    isKnown(key) ? table.get(typeof key === 'string' ? key : 'number') : undefined;
  const row = (memory: Memory): Node | undefined => rowOf(valueIn(subject, memory));
  return {
    type: sharedType([...table.values()], '“lookup”'),
    evaluate(memory) {
      const key = valueIn(subject, memory);
      if (key instanceof Undefined) return agreed(memory) ?? key;
      if (!isKnown(key)) return key;
      const chosen = rowOf(key);
      return chosen ? valueIn(chosen, memory) : new Undefined([]);
    },
    explain(memory, words) {
      const chosen = row(memory);
      const inner = chosen?.literal === undefined ? chosen?.explain(memory, words) : '';
      const key = valueIn(subject, memory);
      if (!open) return clauses([stated(subject, memory, words), inner], words);
      if (!chosen) {
        const agree = agreed(memory) !== null;
        if (words.language === 'zh') return agree ? '各种读法结果相同' : '各种读法结果不同';
        return agree ? 'every reading gives the same' : 'the readings differ';
      }
      return clauses(
        [typeof key === 'string' && agreed(memory) === null ? reading(words.option(name, key), words) : '', inner],
        words,
      );
    },
    formula: (memory, words) => row(memory)?.formula?.(memory, words) ?? '',
    cites(memory) {
      const matters = open && row(memory) !== undefined && agreed(memory) === null;
      return [...(row(memory)?.cites(memory) ?? []), ...(matters ? gaps : [])];
    },
    reads: [...new Set([name, ...readsOf([...table.values()])])],
  };
};
