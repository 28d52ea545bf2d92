import { formatTime, readTime } from '../lib/calendar.ts';
import type { Scheme } from '../schema/scheme.ts';
import { cohortDifferences } from '../scoring/cohort/cohort-example.ts';
import { compileCohort } from '../scoring/cohort/compile-cohort.ts';
import { compile } from '../scoring/compile-any.ts';
import { exampleDifferences } from '../scoring/example.ts';
import { parseNumber } from '../scoring/number.ts';
import type { Path } from './read.ts';
import { computingParts, type Found, numbersIn } from './rules/stated-numbers.ts';

/** A stated number, moved by one step: `caught` where at least one worked example then fails. */
export type Mutation = { path: string; from: string; to: string; caught: boolean };

/** Moves each stated number of a scheme one step down and one step up, and runs the worked examples. */
export function mutate(scheme: Scheme, id: string): Mutation[] {
  return computingParts(scheme).flatMap(({ part, path }) =>
    numbersIn(part, scheme, path).flatMap((found) =>
      [-1, 1]
        .filter((sign) => !isBeyondScale(scheme, found, sign))
        .map((sign) => {
          const moved = move(scheme, found, sign);
          const changed = replaced(scheme, found, moved);
          return { path: found.path.join('.'), from: found.number, to: moved, caught: isCaught(changed, id) };
        }),
    ),
  );
}

function isCaught(scheme: Scheme, id: string): boolean {
  try {
    const compiled = compile({ ...scheme, id });
    if (scheme.examples.some((example) => exampleDifferences(compiled, example).length > 0)) return true;
    const cohort = compileCohort({ ...scheme, id });
    return scheme.cohort?.examples.some((it) => cohort && cohortDifferences(cohort, it).length > 0) ?? false;
  } catch {
    return true;
  }
}

/**
 * One step: of a time a minute, of a percentage 1%, of a fraction 1/100, of a count 1, else the finest step that an
 * input declares.
 */
function move(scheme: Scheme, { number, path }: Found, sign: number): string {
  const minutes = readTime(number);
  if (minutes !== null) return formatTime(minutes + sign);
  const written = String(at(scheme, path));
  const step = /[%/]/.test(written) || !Number.isInteger(Number(number)) ? '1/100' : String(stepOf(scheme, path));
  return parseNumber(number).add(parseNumber(step).mul(sign)).toFraction();
}

const LAST_MINUTE = 24 * 60;

const counted = new Set([
  'quarters',
  'people',
  'households',
  'votes',
  'places',
  'days',
  'months',
  'date',
  'month',
  'time',
]);

/** The step of what stands beside the number: 1 where that is counted, else the finest step of the inputs. */
function stepOf(scheme: Scheme, path: Path): number {
  const names = stringsIn(at(scheme, path.slice(0, -1)));
  const beside = names.flatMap((name) => scheme.inputs[name] ?? scheme.steps[name] ?? []);
  if (beside.some((it) => 'integer' in it || ('unit' in it && counted.has(String(it.unit))))) return 1;
  return Math.min(
    1,
    ...Object.values(scheme.inputs).flatMap((input) => ('step' in input && input.step ? [input.step] : [])),
  );
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The outer end of a scale, or midnight, moved outwards: no input can reach what lies there. */
function isBeyondScale(scheme: Scheme, { number, path }: Found, sign: number): boolean {
  const minutes = readTime(number);
  if (minutes !== null) return minutes + sign < 0 || minutes + sign > LAST_MINUTE;
  if (path.at(-2) !== 'in' || !('bands' in (at(scheme, path.slice(0, -2)) as object))) return false;
  const ends = stringsIn(at(scheme, path.slice(0, -1))).flatMap((range) => range.match(/-?\d+(\.\d+)?/g) ?? []);
  const beyond = ends.filter((end) => parseNumber(end).sub(parseNumber(number)).mul(sign).compare(0) > 0);
  return beyond.length === 0;
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);

/** A copy of the scheme with the number at the path replaced; inside a range only the end that it is. */
function replaced(scheme: Scheme, { number, path }: Found, to: string): Scheme {
  const copy = structuredClone(scheme);
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  const key = path.at(-1) as string | number;
  const old = parent[key];
  const isRange = typeof old === 'string' && /^[[(]/.test(old);
  if (isRange) {
    const decimal = String(Number(parseNumber(to)));
    parent[key] = old.replace(/-?\d+(\.\d+)?/g, (end) => (parseNumber(end).toFraction() === number ? decimal : end));
  } else parent[key] = to;
  return copy;
}
