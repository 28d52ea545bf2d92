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
  type Table,
  told,
} from '../node.ts';
import { exact } from '../number.ts';
import { asNumber, isKnown, lacking, openTogether, Undefined, Unknown, type Value } from '../value.ts';

const NOT_RANKED = new Unknown([]);

/** The rows of each group: those that agree in all of the columns named. Found once for a table. */
export function groupsOf(table: Table, columns: readonly Node[]): Memory[][] {
  const names = columns.map(({ name }) => name).join();
  const known = table.groups.get(names);
  if (known) return known;
  const groups = new Map<string, Memory[]>();
  for (const row of table.rows) {
    let key = '';
    for (const column of columns) key += `${keyOf(column.evaluate(row))}\u0000`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const found = [...groups.values()];
  table.groups.set(names, found);
  return found;
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

/** Rows that have the same value, with the places that they take up, from 1, and how many are placed with them. */
type Place = (rows: readonly Memory[], best: number, worst: number, size: number) => void;

type Order = {
  value: Node;
  /** Every node that the order rests on. */
  nodes: readonly Node[];
  /** Calls `place` for the rows of each value in each group, and `leave` for each row that has no place. */
  arrange(table: Table, place: Place, leave: (row: Memory, why: Undefined | Unknown) => void): void;
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
    arrange(table, place, leave) {
      for (const group of groupsOf(table, columns)) {
        const entries: { row: Memory; score: Exact }[] = [];
        const unsure: Value[] = [];
        for (const row of group) {
          const member = among === null ? true : among.evaluate(row);
          const score = member === false ? NOT_RANKED : value.evaluate(row);
          const lack = lacking([member, score]);
          if (lack instanceof Undefined) unsure.push(lack);
          if (lack) leave(row, lack instanceof Undefined ? lack : NOT_RANKED);
          else if (member === true) entries.push({ row, score: asNumber(score as Exact) });
        }
        const open = openTogether(unsure);
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

function placeTies(entries: readonly { row: Memory; score: Exact }[], place: Place): void {
  for (let first = 0; first < entries.length; ) {
    const { row, score } = entries[first] as { row: Memory; score: Exact };
    const rows = [row];
    for (let next = first + 1; entries[next]?.score.equals(score); next += 1)
      rows.push((entries[next] as { row: Memory }).row);
    place(rows, first + 1, first + rows.length, entries.length);
    first += rows.length;
  }
}

/** What the order of the table gives a row. */
type Standing = { value: Value; size: number; tied: number };

const standing = (value: Undefined | Unknown): Standing => ({ value, size: 0, tied: 0 });
const isShared = ({ value, tied }: Standing): boolean => isKnown(value) && tied > 1;

/**
 * `{ rank: annual, within: [subject, pool], among: rated, ties: best-place, from: top }`: the place of the row in its
 * group, from 1. The highest value is first; `from: bottom` begins with the lowest. Equal values take the best or the
 * worst of their places.
 */
const rank: Compile = (operation, compiler) => {
  const order = orderOf('rank', operation, compiler);
  const ties = tieRule(operation, compiler, ['best-place', 'worst-place']);
  const standingOf = compiler.table<Standing>((table, put) =>
    order.arrange(
      table,
      (rows, best, worst, size) => {
        const rule = best === worst ? 'best-place' : ties.evaluate(rows[0] as Memory);
        const value = isKnown(rule) ? exact(rule === 'best-place' ? best : worst) : rule;
        const shared = { value, size, tied: rows.length };
        for (const row of rows) put(row, shared);
      },
      (row, why) => put(row, standing(why)),
    ),
  );
  return {
    type: 'number',
    evaluate: (row) => standingOf(row).value,
    explain(row, words) {
      const { value, size, tied } = standingOf(row);
      if (!isKnown(value)) return '';
      const score = words.language === 'zh' ? told(order.value, row, words) : stated(order.value, row, words);
      const [top, best] = [operation['from'] !== 'bottom', ties.evaluate(row) === 'best-place'];
      const parts =
        words.language === 'zh'
          ? [
              `${score}，${size} 个一起从${top ? '高到低' : '低到高'}排`,
              `${tied} 个相同，取${best ? '最好' : '最后'}的名次`,
            ]
          : [
              `${score}, among ${size} from the ${top ? 'highest' : 'lowest'}`,
              `${tied} are equal and take the ${best ? 'best' : 'worst'} of their places`,
            ];
      return clauses(tied > 1 ? parts : parts.slice(0, 1), words);
    },
    cites: (row) => [...citesOf(order.nodes, row), ...(isShared(standingOf(row)) ? ties.cites(row) : [])],
    reads: [...new Set([...readsOf(order.nodes), ...ties.reads])],
  };
};

/**
 * `{ last-place: total, within: [post], ties: all-tied }`: yes where no value of the group is lower and one is higher.
 * Of equal values in last place, `all-tied` takes all, `none` takes none.
 */
const lastPlace: Compile = (operation, compiler) => {
  const order = orderOf('last-place', operation, compiler);
  const ties = tieRule(operation, compiler, ['all-tied', 'none']);
  const standingOf = compiler.table<Standing>((table, put) =>
    order.arrange(
      table,
      (rows, best, worst, size) => {
        const isLast = worst === size && best > 1;
        const rule = isLast && rows.length > 1 ? ties.evaluate(rows[0] as Memory) : 'all-tied';
        const value = isKnown(rule) ? isLast && rule === 'all-tied' : rule;
        const shared = { value, size, tied: isLast ? rows.length : 1 };
        for (const row of rows) put(row, shared);
      },
      (row, why) => put(row, standing(why)),
    ),
  );
  return {
    type: 'yes-no',
    evaluate: (row) => standingOf(row).value,
    explain(row, words) {
      const { value, size, tied } = standingOf(row);
      if (!isKnown(value)) return '';
      const score = words.language === 'zh' ? told(order.value, row, words) : stated(order.value, row, words);
      const parts =
        words.language === 'zh'
          ? [`${score}，${size} 个一起排`, tied > 1 ? `末尾 ${tied} 个相同` : '', value ? '在末尾' : '不在末尾']
          : [
              `${score}, among ${size}`,
              tied > 1 ? `${tied} are equal in last place` : '',
              value ? 'in last place' : 'not in last place',
            ];
      return clauses(parts, words);
    },
    cites: (row) => [...citesOf(order.nodes, row), ...(isShared(standingOf(row)) ? ties.cites(row) : [])],
    reads: [...new Set([...readsOf(order.nodes), ...ties.reads])],
  };
};

/** `{ count-rows: { known: annual }, within: [pool] }`: in how many rows of the group the condition holds. */
const countRows: Compile = (operation, compiler) => {
  const condition = compiler.node(operation['count-rows']);
  needType([condition], 'yes-no', '“count-rows”');
  const columns = compiler.nodes((operation['within'] as string[] | undefined) ?? []);
  const countOf = compiler.table<Value>((table, put) => {
    for (const group of groupsOf(table, columns)) {
      const values = group.map((row) => condition.evaluate(row));
      const found = openTogether(values) ?? exact(values.filter((value) => value === true).length);
      for (const row of group) put(row, found);
    }
  });
  return {
    type: 'number',
    evaluate: countOf,
    explain: () => '',
    cites: () => [],
    reads: readsOf([condition, ...columns]),
  };
};

/** Operations that stand only in the steps of a cohort; a single subject is delivered without them. */
export const tableCompilers: Readonly<Record<string, Compile>> = {
  rank,
  'last-place': lastPlace,
  'count-rows': countRows,
};
