import type { CohortStrings } from '../../i18n/cohort.ts';
import { fill } from '../../i18n/language.ts';
import { outrightIn } from '../../scoring/cohort/outright.ts';
import type { Exact } from '../../scoring/exact.ts';
import type { Memory, Words } from '../../scoring/node.ts';
import { formatNumber } from '../../scoring/number.ts';
import { isKnown, Undefined, Unknown, type Value } from '../../scoring/value.ts';
import type { Cell, Item, Page, View } from './messages.ts';
import type { Order } from './order.ts';
import { groupLabel, memoryOf, outcomeId, outputsIn, valueIn, type Worked } from './worked.ts';

export const PAGE = 100;

type Context = { worked: Worked; words: Words; t: CohortStrings; faultOf: (row: number) => string };

/** One page of a view: its rows, the lines between them, and the headings of groups. */
export function pageOf(context: Context, order: Order, view: View, beforeOf: (row: number) => string): Page {
  const { worked, words, t } = context;
  const all = [...order.computed, ...order.faulty];
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const page = Math.min(Math.max(0, view.page), pages - 1);
  const items: Item[] = [];
  const { groupOf, ranking } = worked;
  const inGroups = view.sort === 'place' && (ranking?.within.length ?? 0) > 0;
  const sizes = counted(order.computed.map((row) => groupOf[row] ?? ''));
  const tied = tiesOf(worked, order);
  for (let i = page * PAGE; i < Math.min(all.length, (page + 1) * PAGE); i += 1) {
    const row = all[i] as number;
    const isFaulty = i >= order.computed.length;
    if (isFaulty && (i === order.computed.length || i === page * PAGE))
      items.push({ kind: 'faulty', count: order.faulty.length });
    const previous = i > 0 && !isFaulty ? (all[i - 1] as number) : null;
    const group = groupOf[row] ?? '';
    const isNewGroup = previous === null || groupOf[previous] !== group;
    if (inGroups && !isFaulty && sizes.size > 1 && (isNewGroup || i === page * PAGE))
      items.push({
        kind: 'group',
        label: groupLabel(worked, group, words) || t.groupless,
        count: sizes.get(group) ?? 0,
      });
    if (view.sort === 'place' && view.cut !== null && previous !== null && !isNewGroup && !isFaulty)
      items.push(...cutBetween(context, view.cut, previous, row));
    const name = worked.rows[row]?.[0] ?? '';
    const cells = isFaulty ? [] : cellsOf(context, row, tied.get(row) ?? 1);
    const fault = isFaulty ? context.faultOf(row) : '';
    items.push({ kind: 'row', row, name, cells, fault, before: isFaulty ? '' : beforeOf(row) });
  }
  return { items, count: all.length, pages, page };
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const ties = new WeakMap<Order, ReadonlyMap<number, number>>();

/** How many rows share a row's place; found once for an order. */
function tiesOf(worked: Worked, order: Order): ReadonlyMap<number, number> {
  const known = ties.get(order) ?? countTies(worked, order);
  ties.set(order, known);
  return known;
}

function countTies(worked: Worked, { computed }: Order): ReadonlyMap<number, number> {
  const { ranking, groupOf } = worked;
  if (!ranking) return new Map();
  const keyOf = (row: number): string => {
    const memory = memoryOf(worked, row);
    const place = valueIn(worked, memory, ranking.place);
    if (place instanceof Unknown) return '';
    return `${groupOf[row]}\u0000${outcomeId(place)}\u0000${outcomeId(valueIn(worked, memory, ranking.value))}`;
  };
  const keys = computed.map(keyOf);
  const counts = counted(keys);
  return new Map(computed.map((row, i) => [row, keys[i] === '' ? 1 : (counts.get(keys[i] as string) ?? 1)]));
}

function cellsOf({ worked, words, t }: Context, row: number, tied: number): Cell[] {
  const memory = memoryOf(worked, row);
  const outright = new Set(outrightIn(worked.cohort, memory).map(({ output }) => output));
  const result = worked.results[row];
  const open = new Map(result?.kind === 'undefined' ? result.open.map((o) => [o.output, o.gaps]) : []);
  const given = result !== undefined && 'outputs' in result ? result.outputs : new Map();
  return outputsIn(worked).map((id) => {
    const gaps = open.get(id);
    if (gaps) return { text: words.named(id, new Undefined(gaps)), basis: 'undefined', gaps: [...gaps], ...plain };
    const value = given.get(id) as Value | undefined;
    if (value === undefined) return { text: '', basis: 'absent', gaps: [], ...plain };
    const isNumber = isKnown(value) && typeof value === 'object' && 'compare' in value;
    const note =
      id === worked.ranking?.place && tied > 1 ? fill(t.tied, { n: tied }) : outright.has(id) ? t.outright : '';
    return { text: words.named(id, value), basis: basisOf(worked, id, memory), gaps: [], isNumber, note };
  });
}

const plain = { isNumber: false, note: '' };

/** Assumed where a reading of a gap decides, else stated. */
function basisOf({ cohort }: Worked, id: string, memory: Memory): 'assumed' | 'stated' {
  const node = cohort.compiled.steps.find((step) => step.id === id)?.node;
  return node?.cites(memory).some((cite) => !cite.startsWith('R')) ? 'assumed' : 'stated';
}

/** A line between two rows of a group, where they differ in what the line is drawn by. */
function cutBetween({ worked, words, t }: Context, name: string, above: number, below: number): Item[] {
  const values = [above, below].map((row) => valueIn(worked, memoryOf(worked, row), name));
  const [a, b] = values.map(outcomeId);
  if (a === b || a === '' || b === '') return [];
  const told = (value: Value | undefined): string => {
    const text = words.named(name, value as Value);
    return typeof value === 'boolean' ? `${words.label(name)}${t.colon}${text}` : text;
  };
  return [
    { kind: 'cut', above: told(values[0]), below: told(values[1]), limit: limitAt(worked, name, values, above, t) },
  ];
}

/** The limit of places that a line stands for: of those above from the first, or of those below from the last. */
function limitAt(
  worked: Worked,
  name: string,
  values: readonly (Value | undefined)[],
  row: number,
  t: CohortStrings,
): string {
  const [above, below] = values.map(outcomeId);
  const quota = worked.quotas.find(
    ({ step, choice, from }) => step === name && (choice === null || choice === (from === 'first' ? above : below)),
  );
  if (!quota) return '';
  const limit = quota.limit.evaluate(memoryOf(worked, row));
  if (!isKnown(limit)) return '';
  return fill(quota.from === 'first' ? t.firstPlaces : t.lastPlaces, { n: formatNumber(limit as Exact) });
}
