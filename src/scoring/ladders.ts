import type { Expression, FirstClause } from '../schema/expression.ts';
import type { CompiledScheme } from './compile.ts';
import type { Computed } from './evaluate.ts';
import { Exact } from './exact.ts';
import { contains, formatNumber, type Range } from './number.ts';
import { limitsOf } from './parts.ts';
import { expressionOf, stepsInForce, type Unfold, unfold } from './unfold.ts';
import type { Known } from './value.ts';

/** What a step gives on one stretch of the value that it looks at; whether the value lies on it. */
export type Rung = { value: Known; range: Range; current: boolean };
/** A step that compares one value with several lines: which value, and the stretches between the lines, upwards. */
export type Ladder = { step: string; of: string; value: Exact; rungs: readonly Rung[] };

/**
 * The steps that are a ladder: one value compared clause by clause with two or more fixed lines. Conditional operations
 * around it count as the branch that they take here. Left out are steps with other conditions in between, with lines
 * out of order, or without part in the result.
 */
export function laddersOf(compiled: CompiledScheme, { memory, skipped }: Computed): Ladder[] {
  const at = unfold(compiled, memory);
  const inForce = stepsInForce(compiled, memory);
  return compiled.steps.flatMap(({ id, step }) => {
    const clauses = skipped.has(id) || !inForce.has(id) ? null : clausesOf(expressionOf(step), at);
    const of = clauses && comparisonOf(clauses[0]?.when)?.of;
    const value = of ? at.named(of) : undefined;
    if (!clauses || !of || !(value instanceof Exact)) return [];
    const choices = Object.keys(step.choices ?? {});
    const stretches = stretchesOf(clauses, of, limitsOf(compiled, memory, of), at);
    const rungs = stretches?.flatMap(({ gives, ends }) => {
      const given = literalOf(gives, choices, at);
      const range = { ...ends, text: textOf(ends) };
      return given === null ? [] : [{ value: given, range, current: contains(range, value) }];
    });
    return rungs && rungs.length === stretches?.length ? [{ step: id, of, value, rungs }] : [];
  });
}

/** The clauses of a ladder, behind what it is wrapped in. */
function clausesOf(expression: Expression, at: Unfold): readonly FirstClause[] | null {
  if (typeof expression !== 'object') return null;
  const isLadder = 'first' in expression && expression.first.filter(({ when }) => comparisonOf(when)).length > 1;
  if (isLadder) return expression.first;
  const inner = at.branch(expression);
  return inner === null ? null : clausesOf(inner, at);
}

const sides = ['at-least', 'above', 'at-most', 'below'] as const;
type Comparison = { of: string; side: (typeof sides)[number]; line: Expression };

/** `{ at-least: [total, line] }` */
function comparisonOf(when: Expression | undefined): Comparison | null {
  if (typeof when !== 'object') return null;
  const side = sides.find((name) => name in when);
  if (!side) return null;
  const [of, line] = (when as Record<typeof side, [Expression, Expression]>)[side];
  return typeof of === 'string' ? { of, side, line } : null;
}

type Ends = Omit<Range, 'text'>;
type Stretch = { gives: Expression; ends: Ends };

/** The stretches, upwards; `null` where a clause does not cut off an end of what those before it have left. */
function stretchesOf(
  clauses: readonly FirstClause[],
  of: string,
  { low, high }: Pick<Range, 'low' | 'high'>,
  at: Unfold,
): Stretch[] | null {
  let rest: Ends = { low, high, lowIncluded: low !== null, highIncluded: high !== null };
  const [below, above]: [Stretch[], Stretch[]] = [[], []];
  for (const { when, give, otherwise } of clauses) {
    if (when === undefined) return [...below, { gives: otherwise as Expression, ends: rest }, ...above];
    const comparison = comparisonOf(when);
    const line = comparison?.of === of ? at.constant(comparison.line) : null;
    if (
      !comparison ||
      !line ||
      (rest.low && line.compare(rest.low) <= 0) ||
      (rest.high && line.compare(rest.high) >= 0)
    )
      return null;
    const isIncluded = comparison.side === 'at-least' || comparison.side === 'at-most';
    const [lower, upper] = [
      { ...rest, high: line, highIncluded: isIncluded },
      { ...rest, low: line, lowIncluded: isIncluded },
    ];
    const isUpper = comparison.side === 'at-least' || comparison.side === 'above';
    const stretch = { gives: give as Expression, ends: isUpper ? upper : lower };
    if (isUpper) above.unshift(stretch);
    else below.push(stretch);
    rest = isUpper ? { ...lower, highIncluded: !isIncluded } : { ...upper, lowIncluded: !isIncluded };
  }
  return null;
}

/** A choice or a number that a clause gives, whatever the value is; `null` where it gives anything else. */
function literalOf(gives: Expression, choices: readonly string[], at: Unfold): Known | null {
  if (typeof gives === 'string' && choices.includes(gives)) return gives;
  if (typeof gives === 'object') {
    const inner = at.branch(gives);
    if (inner !== null) return literalOf(inner, choices, at);
  }
  return at.constant(gives);
}

const textOf = ({ low, high, lowIncluded, highIncluded }: Ends): string =>
  `${lowIncluded ? '[' : '('}${low ? formatNumber(low) : '-∞'}, ${high ? formatNumber(high) : '∞'}${highIncluded ? ']' : ')'}`;
