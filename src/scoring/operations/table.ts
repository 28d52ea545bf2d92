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
  told,
} from '../node.ts';
import { exact } from '../number.ts';
import { asNumber, isKnown, lacking, Undefined, Unknown, type Value } from '../value.ts';

const NOT_RANKED = new Unknown([]);

/** The rows of each group: those that agree in all of the columns named. */
export function groupsOf(memories: readonly Memory[], columns: readonly Node[]): Memory[][] {
  if (columns.length === 0) return memories.length > 0 ? [[...memories]] : [];
  const groups = new Map<string, Memory[]>();
  for (const memory of memories) {
    const key = columns.map((column) => keyOf(column.evaluate(memory))).join('\u0000');
    const group = groups.get(key);
    if (group) group.push(memory);
    else groups.set(key, [memory]);
  }
  return [...groups.values()];
}

const keyOf = (value: Value): string => (isKnown(value) ? String(value) : '');

/** How equal values are treated: a rule by its name, or an assumption whose options are such rules. */
function tieRule(operation: Record<string, unknown>, compiler: Compiler, rules: readonly string[]): Node {
  const named = operation['ties'];
  if (typeof named !== 'string') throw new Error(`it needs \`ties:\`, such as ${rules[0]}`);
  if (rules.includes(named))
    return { type: 'choice', evaluate: () => named, explain: () => '', cites: () => [], reads: [], literal: named };
  const node = compiler.node(named);
  const strange = (compiler.choicesOf(named) ?? ['none']).filter((id) => !rules.includes(id));
  if (strange.length > 0)
    throw new Error(`“ties” takes ${rules.join(' or ')}, and “${named}” has ${strange.join(', ')}`);
  return node;
}

/** Rows of a group that have the same value, with the places that they take up, from 1. */
type Tie = { rows: readonly Memory[]; best: number; worst: number; size: number };

type Order = {
  value: Node;
  /** Every node that the order rests on. */
  nodes: readonly Node[];
  /** Calls `place` for each tie of each group, and `leave` for each row that has no place. */
  arrange(
    memories: readonly Memory[],
    place: (tie: Tie) => void,
    leave: (row: Memory, why: Undefined | Unknown) => void,
  ): void;
};

/**
 * The order of the rows in each group (`within`), among those meant (`among`). A row without the value, or not among
 * those meant, has no place. Where the value or the membership of one row is undefined, so is every place of its
 * group.
 */
function orderOf(key: string, operation: Record<string, unknown>, compiler: Compiler): Order {
  const value = compiler.node(operation[key]);
  needType([value], 'number', `“${key}”`);
  const columns = compiler.nodes((operation['within'] as string[] | undefined) ?? []);
  const among = operation['among'] === undefined ? null : compiler.node(operation['among']);
  if (among) needType([among], 'yes-no', '“among”');
  const sign = operation['from'] === 'bottom' ? 1 : -1;
  return {
    value,
    nodes: [value, ...columns, ...(among ? [among] : [])],
    arrange(memories, place, leave) {
      for (const group of groupsOf(memories, columns)) {
        const entries: { row: Memory; score: Exact }[] = [];
        let open: Undefined | null = null;
        for (const row of group) {
          const member = among === null ? true : among.evaluate(row);
          const score = member === false ? NOT_RANKED : value.evaluate(row);
          const lack = lacking([member, score]);
          if (lack instanceof Undefined) open = lack;
          if (lack) leave(row, lack instanceof Undefined ? lack : NOT_RANKED);
          else if (member === true) entries.push({ row, score: asNumber(score as Exact) });
        }
        if (open) for (const { row } of entries) leave(row, open);
        else
          placeTies(
            entries.sort((a, b) => a.score.compare(b.score) * sign),
            place,
          );
      }
    },
  };
}

function placeTies(entries: readonly { row: Memory; score: Exact }[], place: (tie: Tie) => void): void {
  for (let first = 0; first < entries.length; ) {
    const { score } = entries[first] as { score: Exact };
    let end = first + 1;
    while (end < entries.length && entries[end]?.score.equals(score)) end += 1;
    const rows = entries.slice(first, end).map(({ row }) => row);
    place({ rows, best: first + 1, worst: end, size: entries.length });
    first = end;
  }
}

/**
 * `{ rank: annual, within: [subject, pool], among: rated, ties: best-place, from: top }`: the place of the row in its
 * group, from 1. The highest value is first; `from: bottom` begins with the lowest. Equal values take the best or the
 * worst of their places.
 */
export const rank: Compile = (operation, compiler) => {
  const order = orderOf('rank', operation, compiler);
  const ties = tieRule(operation, compiler, ['best-place', 'worst-place']);
  const [place, size, tied] = compiler.table(3, (memories) =>
    order.arrange(
      memories,
      (tie) => {
        for (const row of tie.rows) {
          const rule = tie.best === tie.worst ? 'best-place' : ties.evaluate(row);
          row[place] = isKnown(rule) ? exact(rule === 'best-place' ? tie.best : tie.worst) : rule;
          row[size] = exact(tie.size);
          row[tied] = exact(tie.rows.length);
        }
      },
      (row, why) => {
        row[place] = why;
      },
    ),
  ) as [number, number, number];
  const isShared = (row: Memory): boolean => isKnown(row[place] as Value) && Number(row[tied]) > 1;
  return {
    type: 'number',
    evaluate: (row) => row[place] as Value,
    explain(row, words) {
      if (!isKnown(row[place] as Value)) return '';
      const zh = words.language === 'zh';
      const fromTop = operation['from'] !== 'bottom';
      const order_ = zh ? (fromTop ? '从高到低' : '从低到高') : fromTop ? 'from the highest' : 'from the lowest';
      const score = told(order.value, row, words);
      const best = ties.evaluate(row) === 'best-place';
      const shared = zh
        ? `${row[tied]} 个相同，取${best ? '最好' : '最后'}的名次`
        : `${row[tied]} are equal and take the ${best ? 'best' : 'worst'} of their places`;
      return clauses(
        [
          zh ? `${score}，${row[size]} 个一起${order_}排` : `${score} among ${row[size]}, ${order_}`,
          isShared(row) ? shared : '',
        ],
        words,
      );
    },
    cites: (row) => [...citesOf(order.nodes, row), ...(isShared(row) ? ties.cites(row) : [])],
    reads: [...new Set([...readsOf(order.nodes), ...ties.reads])],
  };
};

/**
 * `{ last-place: total, within: [post], ties: all-tied }`: yes where no value of the group is lower and one is higher.
 * Of equal values in last place, `all-tied` takes all, `none` takes none.
 */
export const lastPlace: Compile = (operation, compiler) => {
  const order = orderOf('last-place', operation, compiler);
  const ties = tieRule(operation, compiler, ['all-tied', 'none']);
  const [last, size, tied] = compiler.table(3, (memories) =>
    order.arrange(
      memories,
      (tie) => {
        const isLast = tie.worst === tie.size && tie.best > 1;
        for (const row of tie.rows) {
          const rule = isLast && tie.rows.length > 1 ? ties.evaluate(row) : 'all-tied';
          row[last] = isKnown(rule) ? isLast && rule === 'all-tied' : rule;
          row[size] = exact(tie.size);
          row[tied] = exact(isLast ? tie.rows.length : 1);
        }
      },
      (row, why) => {
        row[last] = why;
      },
    ),
  ) as [number, number, number];
  const isShared = (row: Memory): boolean => isKnown(row[last] as Value) && Number(row[tied]) > 1;
  return {
    type: 'yes-no',
    evaluate: (row) => row[last] as Value,
    explain(row, words) {
      const value = row[last] as Value;
      if (!isKnown(value)) return '';
      const zh = words.language === 'zh';
      const score = told(order.value, row, words);
      const is = value === true;
      const shared = zh ? `末尾 ${row[tied]} 个相同` : `${row[tied]} are equal in last place`;
      return clauses(
        zh
          ? [`${score}，${row[size]} 个一起排`, isShared(row) ? shared : '', is ? '在末尾' : '不在末尾']
          : [`${score} among ${row[size]}`, isShared(row) ? shared : '', is ? 'in last place' : 'not in last place'],
        words,
      );
    },
    cites: (row) => [...citesOf(order.nodes, row), ...(isShared(row) ? ties.cites(row) : [])],
    reads: [...new Set([...readsOf(order.nodes), ...ties.reads])],
  };
};

/** `{ count-rows: { known: annual }, within: [pool] }`: in how many rows of the group the condition holds. */
export const countRows: Compile = (operation, compiler) => {
  const condition = compiler.node(operation['count-rows']);
  needType([condition], 'yes-no', '“count-rows”');
  const columns = compiler.nodes((operation['within'] as string[] | undefined) ?? []);
  const [slot] = compiler.table(1, (memories) => {
    for (const group of groupsOf(memories, columns)) {
      const values = group.map((memory) => condition.evaluate(memory));
      const open = lacking(values);
      const found = open instanceof Undefined ? open : exact(values.filter((value) => value === true).length);
      for (const memory of group) memory[slot] = found;
    }
  }) as [number];
  return {
    type: 'number',
    evaluate: (memory) => memory[slot] as Value,
    explain: () => '',
    cites: () => [],
    reads: readsOf([condition, ...columns]),
  };
};
