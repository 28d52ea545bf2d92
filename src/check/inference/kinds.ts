import type { Unit } from '../../lib/units.ts';
import type { OperationName } from './terms.ts';

/**
 * What a number measures. `share` is percent and fraction; `count` is a number without a unit; `plain` is a literal,
 * which fits any unit; `any` is what is not followed, such as people times points.
 */
export type Kind = Exclude<Unit, 'percent' | 'fraction'> | 'share' | 'count' | 'plain' | 'any';

export const kindOf = (unit: Unit | undefined): Kind =>
  unit === 'percent' || unit === 'fraction' ? 'share' : (unit ?? 'count');

/** One person has one vote and one place, so that these are counted together. */
const heads = new Set<Kind>(['people', 'votes', 'places']);
/** A number without a unit may be a count of these; it is no measure such as points or yuan. */
const countable = new Set<Kind>([...heads, 'households', 'quarters', 'days', 'months']);

const isReal = (kind: Kind): boolean => kind !== 'plain' && kind !== 'any';

export function agree(a: Kind, b: Kind): boolean {
  if (a === b || !isReal(a) || !isReal(b) || (heads.has(a) && heads.has(b))) return true;
  return (a === 'count' && countable.has(b)) || (b === 'count' && countable.has(a));
}

/** A result; or the two arguments, by place, that do not go together. */
type Outcome = Kind | { readonly clash: readonly [number, number] };

/** What values that stand beside each other share. */
function shared(kinds: readonly Kind[]): Outcome {
  for (const [i, a] of kinds.entries()) {
    const j = kinds.findIndex((b) => !agree(a, b));
    if (j >= 0) return { clash: [i, j] };
  }
  const real = kinds.filter(isReal);
  return real.find((kind) => kind !== 'count') ?? real[0] ?? (kinds.includes('any') ? 'any' : 'plain');
}

/** What lies between two days, months or times of day. Minutes have no unit. */
const spans: Partial<Record<Kind, Kind>> = { date: 'days', month: 'months', time: 'count' };
const isMoment = (kind: Kind): boolean => kind in spans;

/** A moment and a span give a moment; else the kind that all share. */
function added(kinds: readonly Kind[]): Outcome {
  const at = kinds.findIndex(isMoment);
  const moment = kinds[at];
  if (moment === undefined) return shared(kinds);
  const wrong = kinds.findIndex((kind, i) => i !== at && (isMoment(kind) || !agree(kind, spans[moment] as Kind)));
  return wrong >= 0 ? { clash: [at, wrong] } : moment;
}

/** Between two moments lies a span. */
function subtracted(a: Kind, b: Kind): Outcome {
  if (isMoment(a) && a === b) return spans[a] as Kind;
  return isMoment(b) ? { clash: [0, 1] } : added([a, b]);
}

/** A share of a quantity, or a quantity times a plain number, is still that quantity. */
function multiplied(kinds: readonly Kind[]): Kind {
  const rest = kinds.filter((kind) => kind !== 'share');
  if (rest.length === 0) return 'share';
  const real = rest.filter((kind) => kind !== 'plain');
  const [only] = real;
  if (only === undefined) return 'plain';
  const isScaledCount = only === 'count' && rest.length > 1;
  return real.length > 1 || isScaledCount ? 'any' : only;
}

/** Of one kind, a share; by a plain number or a share, still that quantity. */
function divided(a: Kind, b: Kind): Kind {
  if (b === 'share' || (b === 'plain' && a !== 'count')) return a;
  return isReal(a) && a !== 'count' && b !== 'count' && agree(a, b) && isReal(b) ? 'share' : 'any';
}

type Combine = (kinds: readonly Kind[]) => Outcome | null;

const alike: Combine = (kinds) => (kinds.length === 0 ? null : shared(kinds));
const compared: Combine = (kinds) => (typeof shared(kinds) === 'string' ? null : shared(kinds));
const counted: Combine = () => 'count';
const none: Combine = () => null;

/** What each operation makes of the kinds of its values; `null` is no number. */
export const outcomes: Record<OperationName, Combine> = {
  sum: added,
  difference: ([a, b]) => subtracted(a as Kind, b as Kind),
  product: multiplied,
  ratio: ([a, b]) => divided(a as Kind, b as Kind),
  weighted: alike,
  least: alike,
  greatest: alike,
  floor: alike,
  ceiling: alike,
  'half-up': alike,
  lookup: alike,
  first: alike,
  assuming: alike,
  total: alike,
  smallest: alike,
  largest: alike,
  apportion: alike,
  below: compared,
  'at-least': compared,
  above: compared,
  'at-most': compared,
  equals: compared,
  length: counted,
  count: counted,
  which: counted,
  'longest-run': counted,
  'count-true': counted,
  'count-rows': counted,
  rank: counted,
  'last-place': none,
  'day-of-month': counted,
  'months-before': () => 'date',
  open: () => 'any',
  bands: none,
  weekday: none,
  is: none,
  known: none,
  any: none,
  all: none,
  not: none,
  collect: none,
};

/** What the operations on days take. */
export const taken: Partial<Record<OperationName, readonly Kind[]>> = {
  weekday: ['date'],
  'day-of-month': ['date'],
  'months-before': ['date', 'months'],
};
