import { Exact } from './exact.ts';

/** The source does not define this value: the gaps (`G1`) or contradictions (`C1`) that leave it open. */
export class Undefined {
  readonly gaps: readonly string[];
  constructor(gaps: readonly string[]) {
    this.gaps = gaps;
  }
}

/** Not computed, because these inputs were left out. */
export class Unknown {
  readonly inputs: readonly string[];
  constructor(inputs: readonly string[]) {
    this.inputs = inputs;
  }
}

/** Entries of a list (numbers) or a series (ids of choices). */
export type List = readonly (Exact | string)[];

export const isList = (value: unknown): value is List => Array.isArray(value);

/** A number, yes/no, the id of a choice, or a list of numbers or choices. */
export type Known = Exact | boolean | string | List;
export type Value = Known | Undefined | Unknown;

export const isKnown = (value: Value): value is Known => !(value instanceof Undefined) && !(value instanceof Unknown);

/** The first reason why not all of the values are known: gaps before missing inputs. `null` where all are. */
export function lacking(values: readonly Value[]): Undefined | Unknown | null {
  let unknown: Unknown | null = null;
  let open: Undefined | null = null;
  for (const value of values) {
    if (value instanceof Undefined) open = open ? new Undefined(union(open.gaps, value.gaps)) : value;
    else if (value instanceof Unknown) unknown = unknown ? new Unknown(union(unknown.inputs, value.inputs)) : value;
  }
  return open ?? unknown;
}

/** All gaps that leave one of the values open, in one order whatever the order of the values; `null` where none does. */
export function openTogether(values: readonly Value[]): Undefined | null {
  const open = values.filter((value) => value instanceof Undefined);
  if (open.length === 0) return null;
  const gaps = [...new Set(open.flatMap((value) => value.gaps))];
  return new Undefined(gaps.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })));
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

export function same(a: Known, b: Known): boolean {
  if (a instanceof Exact && b instanceof Exact) return a.equals(b);
  if (isList(a) && isList(b)) return a.length === b.length && a.every((entry, i) => same(entry, b[i] as Known));
  return a === b;
}

export function asNumber(value: Known): Exact {
  if (value instanceof Exact) return value;
  throw new TypeError(`expected a number, got ${String(value)}`);
}

export function asList(value: Known): List {
  if (isList(value)) return value;
  throw new TypeError(`expected a list, got ${String(value)}`);
}
