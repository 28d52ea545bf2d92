import type { Exact } from '../exact.ts';
import type { Readings } from '../inputs.ts';
import type { Memory, Node } from '../node.ts';
import { exact } from '../number.ts';
import { isKnown, openTogether, Undefined } from '../value.ts';
import { clausesOf, handedOn, operationName, operationOf, type Written } from './branches.ts';
import type { CompiledCohort } from './compile-cohort.ts';
import { tableSteps } from './ranking.ts';

/** A number of places that a scheme sets: how many rows may hold them, beside how many do. */
export type Quota = {
  /** The step that asks for it, and the choice that it gives to those within; `null` for a yes/no step. */
  step: string;
  choice: string | null;
  /** Counted from the first place, so that the places of choices above are in it, or from the last. */
  from: 'first' | 'last';
  within: Node;
  limit: Node;
};

export type QuotaResult = {
  limit: Exact | Undefined;
  /** Rows whose place lies within. */
  actual: Exact | Undefined;
  /** By how much the limit is exceeded: equal values share a place. `null` where it is not, or is not known. */
  over: Exact | null;
};

/**
 * The quotas that decide an output, found in the scheme as it is written: `at-most: [place, limit]` counts from the
 * first place, `above: [place, { difference: [number, limit] }]` and a place counted from the bottom count from the
 * last. Only what the readings given make use of is found.
 */
export function quotasOf(cohort: CompiledCohort, readings: Readings): Quota[] {
  const { compiled } = cohort;
  const { scheme } = compiled;
  const places = placesOf(cohort);
  const found: Quota[] = [];
  const seen = new Set<string>();
  const number = (expression: unknown): Node => compiled.also(['cohort', 'quotas', 'sum'], expression);

  const add = (step: string, choice: string | null, condition: unknown): void => {
    const quota = limitOf(condition, places);
    if (!quota) return;
    const { from, limit } = quota;
    const within = compiled.also(['cohort', 'quotas', 'within'], condition);
    found.push({ step, choice, from, within, limit: number(limit) });
  };
  const visit = (step: string, expression: unknown, isValue: boolean): void => {
    const operation = operationOf(scheme, expression);
    if (!operation) return;
    const clauses = clausesOf(operation);
    if (isValue) {
      add(step, null, operation);
      for (const clause of clauses)
        if (typeof clause['give'] === 'string' && clause['give'] in (scheme.steps[step]?.choices ?? {}))
          add(step, clause['give'], clause['when']);
    }
    for (const inner of handedOn(scheme, operation, readings)) reach(step, inner, isValue);
    const conditions = clauses.flatMap((clause) => clause['when'] ?? []);
    for (const inner of [...conditions, ...argumentsOf(operation)]) reach(step, inner, false);
  };
  const reach = (step: string, expression: unknown, isValue: boolean): void => {
    if (typeof expression !== 'string') visit(step, expression, isValue);
    else if (expression in scheme.steps && !seen.has(expression)) {
      seen.add(expression);
      visit(expression, expression, true);
    }
  };
  for (const output of scheme.outputs) reach(output, output, true);
  const order = Object.entries(scheme.steps).flatMap(([id, { choices }]) =>
    [null, ...Object.keys(choices ?? {})].map((choice) => `${id} ${choice}`),
  );
  const placeOf = ({ step, choice }: Quota): number => order.indexOf(`${step} ${choice}`);
  return found.sort((a, b) => placeOf(a) - placeOf(b));
}

/** Names that a look-up, a comparison or a condition reads. Branches of a look-up are not among them. */
function argumentsOf(operation: Written): unknown[] {
  const name = operationName(operation);
  if (name === 'first' || name === 'assuming') return [];
  if (name === 'is') return [(operation['is'] as unknown[])[0]];
  return [operation[name]].flat();
}

/** Steps that are places in a ranking of the table, and whether they count from the last. */
function placesOf(cohort: CompiledCohort): Map<string, Quota['from']> {
  const { compiled } = cohort;
  const { steps } = compiled.scheme;
  const onTable = tableSteps(cohort);
  const places = new Map<string, Quota['from']>();
  for (const { id, node } of compiled.steps) {
    const operation = operationOf(compiled.scheme, id);
    const reads = node.reads.filter((name) => places.has(name));
    const isRank = hasRank(steps[id]);
    if (!onTable.has(id) || steps[id]?.unit !== 'places' || !(isRank || reads.length > 0)) continue;
    // `ranked + 1 - rank` counts from the other end.
    const turns = operation !== null && 'difference' in operation;
    const from = isRank ? 'first' : (places.get(reads[0] as string) ?? 'first');
    places.set(id, turns ? (from === 'first' ? 'last' : 'first') : from);
  }
  return places;
}

const hasRank = (expression: unknown): boolean =>
  typeof expression === 'object' &&
  expression !== null &&
  ('rank' in expression || Object.values(expression).some(hasRank));

function limitOf(condition: unknown, places: ReadonlyMap<string, Quota['from']>) {
  if (typeof condition !== 'object' || condition === null) return null;
  const { 'at-most': upTo, above } = condition as Record<string, [unknown, unknown] | undefined>;
  const [place, bound] = upTo ?? above ?? [];
  const from = typeof place === 'string' ? places.get(place) : undefined;
  if (from === undefined) return null;
  if (upTo) return { from, limit: bound };
  const rest = (bound as Written | null)?.['difference'] as [unknown, unknown] | undefined;
  return rest && from === 'first' ? { from: 'last' as const, limit: rest[1] } : null;
}

/** A quota in one group of rows; `null` where no row asks for it. */
export function quotaIn(quota: Quota, rows: readonly Memory[]): QuotaResult | null {
  const limits = rows.map((row) => quota.limit.evaluate(row));
  const limit = openTogether(limits) ?? limits.find(isKnown);
  if (limit === undefined) return null;
  const answers = rows.map((row) => quota.within.evaluate(row));
  const actual = openTogether(answers) ?? exact(answers.filter((answer) => answer === true).length);
  const both = !(limit instanceof Undefined) && !(actual instanceof Undefined);
  const over = both && actual.compare(limit as Exact) > 0 ? actual.sub(limit as Exact) : null;
  return { limit: limit as Exact | Undefined, actual, over };
}
