import { fill } from '../../i18n/language.ts';
import type { CompiledCohort } from '../../scoring/cohort/compile-cohort.ts';
import type { Result } from '../../scoring/evaluate.ts';
import { type Effect, effectOf, type OutputChange } from '../../scoring/outcome.ts';
import { isKnown, same, Unknown, type Value } from '../../scoring/value.ts';
import type { Moves } from './messages.ts';
import type { Telling } from './summary.ts';
import { isComputed, memoryOf, valueIn, type Worked } from './worked.ts';

export type Moved = {
  /** Rows with another outcome. */
  outcome: ReadonlySet<number>;
  /** Rows of which only the place or a figure is another. */
  figure: ReadonlySet<number>;
};

export const nobody: Moved = { outcome: new Set(), figure: new Set() };

/** Which rows another reading of an assumption moved. The rows of both are the same. */
export function movedBetween(before: Worked, after: Worked): Moved {
  const [outcome, figure] = [new Set<number>(), new Set<number>()];
  for (const [row, now] of after.results.entries()) {
    const was = before.results[row];
    if (!was || !now) continue;
    const effect = effectOf(after.cohort.compiled, was, now);
    const isOutcome =
      effect !== null &&
      (effect.kind.before !== effect.kind.after ||
        effect.appear.length + effect.disappear.length + outcomeChanges(after.cohort, effect).length > 0);
    if (isOutcome) outcome.add(row);
    else if (figuresDiffer(was, now)) figure.add(row);
  }
  return { outcome, figure };
}

/** Outputs that make it another outcome: a place or a count is only a figure, as long as it is known. */
function outcomeChanges({ compiled }: CompiledCohort, effect: Effect): OutputChange[] {
  const ofTable = new Set(compiled.scheme.cohort?.outputs);
  const isFigure = ({ output, before, after }: OutputChange): boolean =>
    ofTable.has(output) && [before, after].every((value) => isKnown(value) && typeof value !== 'boolean');
  return effect.outputs.filter((change) => effect.outcomes.includes(change.output) && !isFigure(change));
}

function figuresDiffer(before: Result, after: Result): boolean {
  if (!('outputs' in before && 'outputs' in after)) return false;
  return [...after.outputs].some(([id, value]) => {
    const other = before.outputs.get(id);
    return other === undefined || !same(value, other);
  });
}

/** `合格 → 需提高党员`, for each output of the row that differs, and what follows now or no longer. */
export function changesOf(before: Worked, after: Worked, row: number, { words, t }: Telling): string[] {
  const [was, now] = [before.results[row], after.results[row]];
  if (!was || !now) return [];
  const arrow = (name: string, a: Value, b: Value): string =>
    fill(t.change, { label: words.label(name), before: words.named(name, a), after: words.named(name, b) });
  const effect = effectOf(after.cohort.compiled, was, now);
  const outcomes = effect ? outcomeChanges(after.cohort, effect) : [];
  const figures = isComputed(was) && isComputed(now) ? figuresOf(before, after, row) : [];
  const told = new Set(outcomes.map(({ output }) => output));
  return [
    ...outcomes.map(({ output, before: a, after: b }) => arrow(output, a, b)),
    ...figures.filter(({ id }) => !told.has(id)).map(({ id, a, b }) => arrow(id, a, b)),
    ...(effect?.appear ?? []).map((id) => fill(t.appears, { text: words.label(id) })),
    ...(effect?.disappear ?? []).map((id) => fill(t.disappears, { text: words.label(id) })),
  ];
}

/** Outputs of which only the figure differs. */
function figuresOf(before: Worked, after: Worked, row: number) {
  return after.cohort.compiled.outputs.flatMap(({ id }) => {
    const [a, b] = [valueIn(before, memoryOf(before, row), id), valueIn(after, memoryOf(after, row), id)];
    if (a instanceof Unknown || b instanceof Unknown) return [];
    if (isKnown(a) && isKnown(b) ? same(a, b) : isKnown(a) === isKnown(b)) return [];
    return [{ id, a, b }];
  });
}

/** The most rows that are listed at once; the table shows all of them. */
const LISTED = 100;

export function movesTold(before: Worked, after: Worked, moved: Moved, telling: Telling): Moves {
  const rows = [...moved.outcome, ...moved.figure].slice(0, LISTED);
  return {
    outcome: moved.outcome.size,
    figure: moved.figure.size,
    list: rows.map((row) => ({
      row,
      name: after.rows[row]?.[0] ?? '',
      changes: changesOf(before, after, row, telling),
    })),
  };
}
