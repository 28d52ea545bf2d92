import { distributionOf } from '../../scoring/cohort/distribution.ts';
import { Exact } from '../../scoring/exact.ts';
import type { Chart } from './messages.ts';
import { byPlace } from './order.ts';
import type { Telling } from './summary.ts';
import { computedRows, memoryOf, outcomeId, valueIn, type Worked } from './worked.ts';

/** What is ranked or, without a ranking, the first figure that the rows have. */
function valueName(worked: Worked, rows: readonly number[]): string | null {
  if (worked.ranking) return worked.ranking.value;
  const { steps, outputs } = worked.cohort.compiled;
  const isNumber = (id: string): boolean => steps.find((step) => step.id === id)?.node.type === 'number';
  const isGiven = (id: string): boolean =>
    rows.some((row) => valueIn(worked, memoryOf(worked, row), id) instanceof Exact);
  return outputs.map(({ id }) => id).find((id) => isNumber(id) && isGiven(id)) ?? null;
}

/** How the figure of the rows is spread, and where the ranking is cut. `null` where there is none, or all are the same. */
export function chartOf(
  worked: Worked,
  { group, cut }: { group: string | null; cut: string | null },
  { words, t }: Telling,
): Chart | null {
  const rows = computedRows(worked).filter((row) => group === null || worked.groupOf[row] === group);
  const name = valueName(worked, rows);
  if (name === null) return null;
  const valued = rows.flatMap((row) => {
    const value = valueIn(worked, memoryOf(worked, row), name);
    return value instanceof Exact ? [{ row, value }] : [];
  });
  const bins = distributionOf(valued.map(({ value }) => value));
  if (bins.length < 2) return null;
  const mixed = new Set(valued.map(({ row }) => worked.groupOf[row])).size > 1;
  const told = (value: Exact): string => words.named(name, value);
  return {
    label: words.label(name),
    bins: bins.map(({ low, high, count }) => ({
      range: `[${told(low)}, ${told(high)})`,
      low: told(low),
      high: told(high),
      from: Number(low),
      to: Number(high),
      count,
    })),
    cuts: mixed || cut === null || !worked.ranking ? [] : cutsIn(),
    without: rows.length - valued.length,
    mixed,
  };

  function cutsIn(): Chart['cuts'] {
    const step = cut as string;
    const scores = new Map(valued.map(({ row, value }) => [row, value]));
    const ordered = byPlace(worked, [...scores.keys()]);
    const option = (row: number) => valueIn(worked, memoryOf(worked, row), step);
    const label = (row: number): string => {
      const value = option(row);
      const text = words.named(step, value);
      return typeof value === 'boolean' ? `${words.label(step)}${t.colon}${text}` : text;
    };
    return ordered.slice(1).flatMap((row, i) => {
      const previous = ordered[i] as number;
      const ids = [previous, row].map((it) => outcomeId(option(it)));
      if (ids[0] === ids[1] || ids.includes('')) return [];
      const [a, b] = [Number(scores.get(previous)), Number(scores.get(row))];
      return [{ at: (a + b) / 2, above: label(previous), below: label(row) }];
    });
  }
}
