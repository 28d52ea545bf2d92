import type { Exact } from '../../scoring/exact.ts';
import { isKnown, type Value } from '../../scoring/value.ts';
import type { Sort, View } from './messages.ts';
import { computedRows, isComputed, memoryOf, outcomeId, outcomeNames, valueIn, type Worked } from './worked.ts';

export type Order = {
  /** Rows that were worked out, as they are shown. */
  computed: readonly number[];
  /** Rows that were not; they stand last, in the order of the table. */
  faulty: readonly number[];
};

/** The rows of a view, all pages. `moved` are the rows that another reading moved. */
export function orderOf(worked: Worked, view: View, moved: ReadonlySet<number>): Order {
  const { filter, group } = view;
  const computed = computedRows(worked).filter((row) => {
    if (group !== null && worked.groupOf[row] !== group) return false;
    if (filter === null) return true;
    if (filter === 'moved') return moved.has(row);
    if (filter === 'faulty') return false;
    return outcomeId(valueIn(worked, memoryOf(worked, row), filter.outcome)) === filter.option;
  });
  const withFaulty = group === null && (filter === null || filter === 'faulty');
  const faulty = withFaulty
    ? [...worked.rows.keys()].filter((row) => !isComputed(worked.results[row]) && worked.rows[row]?.some(Boolean))
    : [];
  return { computed: sorted(worked, computed, view), faulty };
}

function sorted(worked: Worked, rows: number[], { sort, filter }: View): number[] {
  if (sort === 'table') return rows;
  if (sort === 'name') return sortedBy(rows, (row) => worked.rows[row]?.[0] ?? '', byName);
  const placed = byPlace(worked, rows);
  if (sort === 'place') return placed;
  const outcome = filter !== null && typeof filter === 'object' ? filter.outcome : outcomeNames(worked.cohort)[0];
  return outcome === undefined ? placed : sortedBy(placed, outcomePlace(worked, outcome), (a, b) => a - b);
}

const collator = new Intl.Collator('zh-CN', { numeric: true });
const byName = (a: string, b: string): number => collator.compare(a, b);

/** Sorted by a key that is worked out once for each row; equal ones keep their order. */
function sortedBy<K>(rows: readonly number[], keyOf: (row: number) => K, compare: (a: K, b: K) => number): number[] {
  return rows
    .map((row) => [keyOf(row), row] as const)
    .sort(([a], [b]) => compare(a, b))
    .map(([, row]) => row);
}

/** Those ranked together one after the other, each by what is ranked; rows without it last. */
export function byPlace(worked: Worked, rows: readonly number[]): number[] {
  const { ranking, groupOf } = worked;
  if (!ranking) return [...rows];
  const groups = [...new Set(rows.map((row) => groupOf[row] ?? ''))].sort(byName);
  const placeOf = new Map(groups.map((group, i) => [group, i]));
  const sign = ranking.fromTop ? -1 : 1;
  return sortedBy(
    rows,
    (row) => ({
      group: placeOf.get(groupOf[row] ?? '') ?? 0,
      value: valueIn(worked, memoryOf(worked, row), ranking.value),
    }),
    (a, b) => {
      if (a.group !== b.group) return a.group - b.group;
      const [left, right] = [isKnown(a.value), isKnown(b.value)];
      if (!left || !right) return Number(right) - Number(left);
      return (a.value as Exact).compare(b.value as Exact) * sign;
    },
  );
}

/** Choices in the order of the scheme, from the best where it says so; yes before no; what is open last. */
function outcomePlace(worked: Worked, name: string): (row: number) => number {
  const { scheme } = worked.cohort.compiled;
  const better = scheme.better?.[name];
  const input = scheme.inputs[name];
  const choices = Object.keys((input && 'choice' in input ? input.choice : scheme.steps[name]?.choices) ?? {});
  const order = [...(Array.isArray(better) ? better.toReversed() : choices), 'true', 'false', 'undefined', ''];
  return (row) => {
    const value: Value = valueIn(worked, memoryOf(worked, row), name);
    const place = order.indexOf(outcomeId(value));
    return place === -1 ? order.length : place;
  };
}

/** The sorting that a table begins with. */
export const firstSort = (ranked: boolean): Sort => (ranked ? 'place' : 'table');
