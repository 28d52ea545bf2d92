import type { Input } from '../schema/scheme.ts';
import { list, numbers, type Span, ids as spanOfIds } from './bounds/span.ts';
import type { CompiledScheme } from './compile.ts';
import type { Exact } from './exact.ts';
import type { Given } from './inputs.ts';
import type { Memory } from './node.ts';
import { toJson } from './report.ts';
import { type Scale, scaleOf } from './scale.ts';
import { isKnown, type Known, type List, type Value } from './value.ts';

/**
 * The other values of an input, or of one entry of a list, by place. Places of a number count its steps: 1 is the next
 * value above the present one, -1 the next below. The other choices are counted from 1, the present one is 0; the
 * values of an input that was left out are counted from 1, from the lowest.
 */
export type Line = {
  readonly input: string;
  /** Which entry of a list or series, from 0; `null` where the whole input is meant. */
  readonly entry: number | null;
  readonly slot: number;
  readonly from: Known | null;
  /** How many values there are on each side. */
  readonly down: number;
  readonly up: number;
  /** Whether a value is nearer than another. */
  readonly ordered: boolean;
  /** The range has no end on this side, or none that is searched. */
  readonly endless: { readonly down: boolean; readonly up: boolean };
  at(place: number): Known;
  /** Everything from one place to another, in the slot as it is. */
  span(low: number, high: number, slot: Span): Span;
};

/** One input, or one entry of it, set to another value. */
export type Move = {
  input: string;
  /** Which entry of a list or series, from 0; `null` where the whole input is meant. */
  entry: number | null;
  /** `null` where it was left out. */
  from: Known | null;
  to: Known;
  /** How many steps of the input it is away; 1 for another choice. */
  steps: number;
  side: Side;
};

/** Downwards, upwards, to another choice, or given at all. */
export type Side = 'down' | 'up' | 'other' | 'given';

export const costOf = (line: Line, place: number): number => (line.ordered ? Math.abs(place) : 1);

export function moveTo(line: Line, place: number): Move {
  const { input, entry, from, ordered } = line;
  const side = from === null ? 'given' : ordered ? (place < 0 ? 'down' : 'up') : 'other';
  return { input, entry, from, to: line.at(place), steps: costOf(line, place), side };
}

/** A range without an end is searched so far. */
const HORIZON = 1_000_000_000;

type Values<Value extends Known = Known> = Pick<Line, 'from' | 'down' | 'up' | 'ordered' | 'endless'> & {
  at(place: number): Value;
};

function grid(scale: Scale, from: Exact): Values<Exact> {
  const [below, above] = [scale.below(from), scale.above(from)];
  const first = Number.isFinite(scale.first) ? scale.first : above - HORIZON;
  const last = Number.isFinite(scale.last) ? scale.last : below + HORIZON;
  return {
    from,
    down: Math.max(0, above - first),
    up: Math.max(0, last - below),
    ordered: true,
    endless: { down: first !== scale.first, up: last !== scale.last },
    at: (place) => scale.at((place < 0 ? above : below) + place),
  };
}

const bounded = { down: false, up: false };

function options(ids: readonly (string | boolean)[], from: Known | null): Values {
  const others = ids.filter((id) => id !== from);
  const at = (place: number): Known => (place === 0 ? from : others[place - 1]) as Known;
  return { from, down: 0, up: others.length, ordered: false, endless: bounded, at };
}

const spanOfOptions =
  ({ at }: Values): Line['span'] =>
  (low, high) =>
    spanOfIds(Array.from({ length: high - low + 1 }, (_, i) => String(at(low + i))));

const ANY_SERIES: Span = { ...spanOfIds([]), ids: 'any' };

function idsOf(input: Input): readonly (string | boolean)[] | null {
  if ('choice' in input) return Object.keys(input.choice);
  if ('series' in input) return Object.keys(input.series);
  return 'yes-no' in input ? [true, false] : null;
}

/** The other values of an input: one line, or one for each entry of a list or series; none where it takes no others. */
export function linesOf(compiled: CompiledScheme, name: string, value: Value): Line[] {
  const input = compiled.scheme.inputs[name] as Input;
  const [ids, scale] = [idsOf(input), scaleOf(input)];
  const place = { input: name, entry: null, slot: compiled.slots.get(name) as number };
  if (!isKnown(value)) return blank(input, ids, scale).map((line) => ({ ...place, ...line }));
  if ('series' in input && ids) {
    const span = () => ANY_SERIES;
    return (value as List).map((from, entry) => ({ ...place, entry, ...options(ids, from), span }));
  }
  if (ids) {
    const values = options(ids, value);
    return [{ ...place, ...values, span: spanOfOptions(values) }];
  }
  if (!scale) return [];
  if ('list' in input) {
    return (value as readonly Exact[]).map((from, entry) => {
      const values = grid(scale, from);
      const span: Line['span'] = (low, high, slot) =>
        list((slot.list ?? []).map((old, i) => (i === entry ? { low: values.at(low), high: values.at(high) } : old)));
      return { ...place, entry, ...values, span };
    });
  }
  const values = grid(scale, value as Exact);
  return [{ ...place, ...values, span: (low, high) => numbers({ low: values.at(low), high: values.at(high) }) }];
}

/** What may be given where nothing was: any choice, any number; a list of fixed length with one number throughout. */
function blank(
  input: Input,
  ids: readonly (string | boolean)[] | null,
  scale: Scale | null,
): (Values & Pick<Line, 'span'>)[] {
  if (ids && !('series' in input)) {
    const values = options(ids, null);
    return [{ ...values, span: spanOfOptions(values) }];
  }
  const dated = 'date' in input || 'month' in input;
  if (!scale || dated || !Number.isFinite(scale.first)) return [];
  const last = Number.isFinite(scale.last) ? scale.last : scale.first + HORIZON;
  const number = (place: number): Exact => scale.at(scale.first + place - 1);
  const values = {
    from: null,
    down: 0,
    up: last - scale.first + 1,
    ordered: false,
    endless: { down: false, up: last !== scale.last },
  };
  if (!('list' in input)) {
    return [{ ...values, at: number, span: (low, high) => numbers({ low: number(low), high: number(high) }) }];
  }
  const { size } = input;
  if (size === undefined) return [];
  const throughout = <Entry>(entry: Entry): Entry[] => new Array<Entry>(size).fill(entry);
  return [
    {
      ...values,
      at: (place) => throughout(number(place)),
      span: (low, high) => list(throughout({ low: number(low), high: number(high) })),
    },
  ];
}

/** The inputs with these moves, as they come from JSON. */
export function moved(compiled: CompiledScheme, given: Given, memory: Memory, moves: readonly Move[]): Given {
  const changed: Record<string, unknown> = { ...given };
  for (const name of new Set(moves.map(({ input }) => input))) {
    const input = compiled.scheme.inputs[name] as Input;
    let value = memory[compiled.slots.get(name) as number] as Known;
    for (const { entry, to } of moves.filter((move) => move.input === name)) {
      value = entry === null ? to : ((value as List).with(entry, to as Exact | string) as Known);
    }
    changed[name] = asGiven(input, value);
  }
  return changed;
}

/** A value as it is entered: a percentage as 0 to 100, a date as text. */
export function asGiven(input: Input, value: Known): unknown {
  if (idsOf(input)) return value;
  const dated = (['date', 'month', 'time'] as const).find((kind) => kind in input);
  const unit = 'unit' in input && input.unit === 'percent' ? input.unit : undefined;
  return toJson(value, dated ?? unit);
}
