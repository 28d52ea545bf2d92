import { parseRange } from '../../scoring/number.ts';
import { comparisons } from '../../scoring/operations/compare.ts';
import { beyond, decide, fromInterval, intersection, type Range, show } from '../inference/range.ts';
import type { OperationTerm, Term } from '../inference/terms.ts';
import { Values } from '../inference/values.ts';
import { type Finding, inferred, partOf, type View } from '../inference/view.ts';
import type { Issue } from '../issue.ts';
import type { Content } from '../read.ts';

/**
 * What the ranges of the inputs leave possible: each value has its band and each band a value, each comparison can
 * come out both ways, and nothing is divided by 0.
 */
export function ranges(content: Content): Issue[] {
  return inferred(content, findings);
}

function findings({ scheme, terms, isTable }: View): Finding[] {
  const found: Finding[] = [];
  const visit = (term: Term, values: Values, facts = values.base): void => {
    if (term.kind !== 'operation') return;
    const ranges = term.values.map((value) => values.of(value, facts)?.range ?? null);
    // What no table yields, a single subject may still have.
    const isShared = isTable && term.path[0] !== 'cohort';
    found.push(...ofTerm({ ...term, ranges, isShared, isNarrowed: facts !== values.base }));
    if (term.key !== 'first') {
      for (const inner of [...term.values, ...term.conditions]) visit(inner, values, facts);
      return;
    }
    for (const { condition, give, asked, given } of values.clauses(term, facts)) {
      if (condition) visit(condition, values, asked);
      visit(give, values, given);
    }
  };
  const unconstrained = new Values(scheme, { ...terms, constraints: [] });
  for (const constraint of terms.constraints) visit(constraint, unconstrained);
  const values = new Values(scheme, terms);
  for (const term of [...terms.steps.values(), ...terms.conditions, ...terms.sums.values()]) visit(term, values);
  return found;
}

/** An operation with the ranges of its values; `isNarrowed` by the clauses of a `first` around or before it. */
type Ranged = OperationTerm & { ranges: readonly (Range | null)[]; isShared: boolean; isNarrowed: boolean };

function ofTerm(term: Ranged): Finding[] {
  const [a, b] = term.ranges;
  if (term.key === 'bands' && a) return [...holes(term, a), ...(term.isShared ? [] : unreached(term, a))];
  if (term.key === 'ratio' && b) return intersection(b, zero) === null ? [] : [byZero(term)];
  const holds = term.key in comparisons && a && b && !term.isShared ? decide(term.key, a, b) : null;
  return holds === null ? [] : [decidedBefore(term, holds)];
}

const zero = fromInterval(parseRange('[0, 0]'), true);

const isLiteral = ({ kind }: Term): boolean => kind === 'number' || kind === 'time';

/** `“total” lies in [0, 110]`, for each of the values that is no literal. */
const told = ({ values, ranges, isNarrowed, isShared }: Ranged): string =>
  values
    .flatMap((value, i) => {
      const range = ranges[i];
      return isLiteral(value) || !range ? [] : [`“${value.written}” lies in ${show(range)}`];
    })
    .join(', ') +
  (isShared ? ' in a table' : '') +
  (isNarrowed ? ' here, by the conditions of `first`' : '');

const bandsOf = ({ operation, path }: OperationTerm, isWhole: boolean) =>
  Object.entries(operation['in'] as Record<string, string>).map(([id, text]) => ({
    id,
    text,
    path: [...path, 'in', id],
    range: fromInterval(parseRange(text), isWhole),
  }));

function holes(term: Ranged, range: Range): Finding[] {
  const left = bandsOf(term, range.whole).reduce(
    (rest, band) => rest.flatMap((part) => beyond(part, band.range)),
    [range],
  );
  return left.map((part) => ({
    path: term.path,
    what: `no band of “${partOf(term.path)}” holds ${show(part)}: ${told(term)}`,
    mend: `let a band reach as far (\`∞\` is no end), or mend the range of the input${hint(range)}`,
  }));
}

function unreached(term: Ranged, range: Range): Finding[] {
  const idle = bandsOf(term, range.whole).filter((band) => intersection(band.range, range) === null);
  return idle.map(({ path, id, text }) => ({
    path,
    what: `no value reaches the band “${id}” ${text} of “${partOf(path)}”: ${told(term)}`,
    mend: `take the band out, or mend the range of the input${hint(range)}`,
  }));
}

const byZero = (term: Ranged): Finding => ({
  path: term.path,
  what: `“${term.written}” of “${partOf(term.path)}” can divide by 0: ${told({ ...term, values: term.values.slice(1), ranges: term.ranges.slice(1) })}`,
  mend: 'keep 0 out with a constraint, or give it a clause of its own in `first`',
});

function decidedBefore(term: Ranged, holds: boolean): Finding {
  const { values, ranges, written, path } = term;
  const percent = values.find(
    (value, i) => isLiteral(value) && isShare(ranges[1 - i] ?? null) && !isShare(ranges[i] ?? null),
  );
  return {
    path,
    what: `“${written}” of “${partOf(path)}” ${holds ? 'always' : 'never'} holds: ${told(term)}`,
    mend: percent
      ? `write \`${percent.written}%\` if it is a percentage, which is computed with as a share`
      : `mend the number, or the range of the input; or ${term.isNarrowed && holds ? 'write `otherwise`, if no case is left' : 'take the condition out'}`,
  };
}

const share = fromInterval(parseRange('[0, 1]'), false);
/** A band says 0.6 where a step says 60%. */
const hint = (range: Range): string => (!range.whole && isShare(range) ? '; 60% is written 0.6 here' : '');
const isShare = (range: Range | null): boolean => range !== null && beyond(range, share).length === 0;
