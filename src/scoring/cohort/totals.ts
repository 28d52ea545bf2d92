import type { Total } from '../../schema/scheme.ts';
import type { CompiledScheme } from '../compile.ts';
import type { Exact } from '../exact.ts';
import { type Memory, type Node, needType, type Table } from '../node.ts';
import { exact } from '../number.ts';
import { groupsOf } from '../operations/table.ts';
import { asNumber, isKnown, type Known, openTogether, same, Undefined, Unknown, type Value } from '../value.ts';

export type CompiledTotal = {
  readonly id: string;
  readonly total: Total;
  readonly within: readonly Node[];
  compute(group: readonly Memory[]): TotalValue;
};

/** A number, how many rows have each choice, names, or what the source leaves open; `null` where the rows differ. */
export type TotalValue = Exact | ReadonlyMap<string, number> | readonly string[] | Undefined | null;

/** One figure of the table, for all of it (`group` is empty) or for each group of rows. */
export type TotalResult = { id: string; groups: { group: readonly string[]; value: TotalValue }[] };

export function compileTotals(totals: Record<string, Total>, compiled: CompiledScheme): CompiledTotal[] {
  return Object.entries(totals).map(([id, total]) => {
    const node = (key: string, expression: unknown): Node => compiled.also(['cohort', 'totals', id, key], expression);
    const named = (name: string): Node => node('sum', name);
    const where = total.where === undefined ? null : node('where', total.where);
    const chosen = (group: readonly Memory[]): Memory[] =>
      where ? group.filter((memory) => where.evaluate(memory) === true) : [...group];
    const within = (total.within ?? []).map(named);
    const choices = choicesOf(compiled, total['count-by'] ?? '');
    return { id, total, within, compute: computeOf(total, node, named, chosen, choices) };
  });
}

function computeOf(
  total: Total,
  node: (key: string, expression: unknown) => Node,
  named: (name: string) => Node,
  chosen: (group: readonly Memory[]) => Memory[],
  choices: readonly string[],
): CompiledTotal['compute'] {
  if (total.sum !== undefined) {
    const term = node('sum', total.sum);
    needType([term], 'number', '“sum”');
    return (group) => added(chosen(group).map((memory) => term.evaluate(memory)));
  }
  if (total.count !== undefined) {
    const condition = node('count', total.count);
    return (group) => {
      const values = chosen(group).map((memory) => condition.evaluate(memory));
      return openTogether(values) ?? exact(values.filter((value) => value === true).length);
    };
  }
  if (total['count-by'] !== undefined) {
    const key = named(total['count-by']);
    return (group) =>
      countBy(
        chosen(group).map((memory) => key.evaluate(memory)),
        choices,
      );
  }
  if (total.same !== undefined) {
    const shared = named(total.same);
    return (group) => sharedBy(group.map((memory) => shared.evaluate(memory)));
  }
  const name = named(total.list as string);
  return (group) => [...new Set(chosen(group).map((memory) => textOf(name, memory)))].filter(Boolean).sort();
}

/** The one value of all; open where the source leaves one of them open and the others do not differ. */
function sharedBy(values: readonly Value[]): Exact | Undefined | null {
  const [value, ...others] = values.filter(isKnown);
  if (others.some((other) => !same(other, value as Known))) return null;
  return openTogether(values) ?? (value === undefined || values.some((it) => !isKnown(it)) ? null : asNumber(value));
}

/** How many of the values are each choice, in the order of the choices; what is undefined stands last. */
function countBy(values: readonly Value[], choices: readonly string[]): Map<string, number> {
  const ids = values.map((value) => (value instanceof Undefined ? 'undefined' : isKnown(value) ? String(value) : ''));
  return new Map(
    [...choices, 'undefined']
      .map((id) => [id, ids.filter((it) => it === id).length] as const)
      .filter(([, count]) => count > 0),
  );
}

function choicesOf({ scheme }: CompiledScheme, name: string): string[] {
  const input = scheme.inputs[name];
  return Object.keys((input && 'choice' in input ? input.choice : scheme.steps[name]?.choices) ?? {});
}

/** Rows whose value was not asked for add nothing; one that the source leaves open leaves the sum open. */
function added(values: readonly Value[]): Exact | Undefined {
  const open = openTogether(values);
  return (
    open ?? values.reduce<Exact>((all, value) => (value instanceof Unknown ? all : all.add(value as Exact)), exact(0))
  );
}

/** The totals of the rows that were computed. */
export function totalsOf(totals: readonly CompiledTotal[], table: Table): TotalResult[] {
  return totals.map(({ id, within, compute }) => ({
    id,
    groups: groupsOf(table, within)
      .map((group) => ({ group: within.map((column) => textOf(column, group[0] as Memory)), value: compute(group) }))
      .sort((a, b) => (a.group.join() < b.group.join() ? -1 : 1)),
  }));
}

function textOf(column: Node, memory: Memory): string {
  const value = column.evaluate(memory);
  return isKnown(value) ? String(value) : '';
}
