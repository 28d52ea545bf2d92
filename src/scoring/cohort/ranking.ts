import type { Readings } from '../inputs.ts';
import { handedOn, operationOf } from './branches.ts';
import type { CompiledCohort } from './compile-cohort.ts';

/** What a table ranks its rows by. */
export type Ranking = {
  /** The output that is the place. */
  place: string;
  /** What is ranked: an input, a column or a step. */
  value: string;
  /** Columns in which rows agree that are ranked together; empty where all are. */
  within: readonly string[];
  /** Whether the highest value comes first. */
  fromTop: boolean;
};

/** The ranking under the readings given; `null` where the table ranks nothing. Of several, the first output's. */
export function rankingOf({ compiled }: CompiledCohort, readings: Readings): Ranking | null {
  const { scheme } = compiled;
  for (const place of scheme.cohort?.outputs ?? []) {
    if (scheme.steps[place]?.unit !== 'places') continue;
    const found = search(place, place);
    if (found) return found;
  }
  return null;

  function search(place: string, expression: unknown): Ranking | null {
    const operation = operationOf(scheme, expression);
    if (!operation) return null;
    const value = operation['rank'];
    if (typeof value === 'string')
      return {
        place,
        value,
        within: (operation['within'] as string[] | undefined) ?? [],
        fromTop: operation['from'] !== 'bottom',
      };
    for (const branch of handedOn(scheme, operation, readings)) {
      const found = search(place, branch);
      if (found) return found;
    }
    return null;
  }
}

const known = new WeakMap<CompiledCohort, ReadonlySet<string>>();

/** Steps that rest on the other rows of the table, directly or through other steps. */
export function tableSteps(cohort: CompiledCohort): ReadonlySet<string> {
  const before = known.get(cohort);
  if (before) return before;
  const { steps, scheme } = cohort.compiled;
  const found = new Set<string>();
  for (const { id, node } of steps)
    if (looksAtRows(scheme.steps[id]) || node.reads.some((name) => found.has(name))) found.add(id);
  known.set(cohort, found);
  return found;
}

/** Whether an expression has an operation in it that looks at all rows. */
function looksAtRows(expression: unknown): boolean {
  if (typeof expression !== 'object' || expression === null) return false;
  if (['rank', 'last-place', 'count-rows'].some((key) => key in expression)) return true;
  return Object.values(expression).some(looksAtRows);
}
