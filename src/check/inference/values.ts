import { readTime } from '../../lib/calendar.ts';
import type { Scheme } from '../../schema/scheme.ts';
import { exact, parseNumber } from '../../scoring/number.ts';
import { calculated, joined, ofAssumption, ofInput, type Value } from './arithmetic.ts';
import { from, intersection, point, type Range, upTo, without } from './range.ts';
import type { OperationName, OperationTerm, SchemeTerms, Term } from './terms.ts';

/** What holds where a term stands: limits of terms, and pairs of which the first is at most, or below, the second. */
export type Facts = {
  readonly limits: ReadonlyMap<string, Range>;
  readonly order: ReadonlyMap<string, 'at-most' | 'below'>;
};

/** A clause of `first`, with what holds where its condition is asked and where its value is given. */
export type Clause = { condition: Term | undefined; give: Term; asked: Facts; given: Facts };

const pair = (a: string, b: string): string => JSON.stringify([a, b]);

const opposite: Partial<Record<OperationName, OperationName | 'differs'>> = {
  below: 'at-least',
  'at-least': 'below',
  above: 'at-most',
  'at-most': 'above',
  equals: 'differs',
};

/**
 * Which numbers each term can give, by interval arithmetic: never fewer than can occur, on any reading of the
 * assumptions. A condition of `first` narrows what stands in its clause and in those after it.
 */
export class Values {
  readonly #terms: SchemeTerms;
  readonly #named = new Map<string, Value>();
  /** What the constraints leave. */
  readonly base: Facts;

  constructor(scheme: Scheme, terms: SchemeTerms) {
    this.#terms = terms;
    for (const [name, input] of Object.entries(scheme.inputs)) this.#named.set(name, ofInput(input));
    for (const [name, assumption] of Object.entries(scheme.assumptions))
      this.#named.set(name, ofAssumption(assumption));
    this.base = terms.constraints.reduce<Facts>(
      (facts, constraint) => this.#assume(constraint, true, facts, isLiteral),
      { limits: new Map(), order: new Map() },
    );
    for (const [id, step] of terms.steps) this.#named.set(id, this.of(step, this.base));
  }

  of(term: Term, facts: Facts): Value {
    const value = this.#unlimited(term, facts);
    const limit = facts.limits.get(this.#key(term));
    if (!value || value.size || !limit) return value;
    return { range: intersection(value.range, limit) ?? value.range };
  }

  clauses({ values, conditions }: OperationTerm, facts: Facts): Clause[] {
    let asked = facts;
    return values.map((give, i) => {
      const condition = conditions[i];
      const clause = { condition, give, asked, given: condition ? this.#assume(condition, true, asked) : asked };
      if (condition) asked = this.#assume(condition, false, asked);
      return clause;
    });
  }

  #unlimited(term: Term, facts: Facts): Value {
    if (term.kind === 'number') return { range: point(parseNumber(term.written)) };
    if (term.kind === 'time') return { range: point(exact(readTime(term.written) as number)) };
    if (term.kind === 'name') return this.#named.get(term.name) ?? null;
    if (term.kind === 'word') return null;
    if (term.kind === 'entry') {
      const list = this.of(term.list, facts);
      return list && { range: list.range };
    }
    if (term.key === 'first') return joined(this.clauses(term, facts).map(({ give, given }) => this.of(give, given)));
    const order = (a: number, b: number) =>
      facts.order.get(pair(this.#key(term.values[a] as Term), this.#key(term.values[b] as Term)));
    return calculated(
      term,
      term.values.map((value) => this.of(value, facts)),
      { atMost: (a, b) => order(a, b) !== undefined, below: (a, b) => order(a, b) === 'below' },
    );
  }

  /** Equal keys are equal values: a step, and the same operation written elsewhere. */
  #key(term: Term): string {
    const step = term.kind === 'name' ? this.#terms.steps.get(term.name) : undefined;
    return step ? this.#key(step) : term.written;
  }

  /** What follows where a condition holds, or does not. Limits follow from `bounds` only. */
  #assume(term: Term, holds: boolean, facts: Facts, bounds: (term: Term) => boolean = () => true): Facts {
    const also = (inner: Term | undefined, so: boolean, known: Facts): Facts =>
      inner ? this.#assume(inner, so, known, bounds) : known;
    if (term.kind === 'name') return also(this.#terms.steps.get(term.name), holds, facts);
    if (term.kind !== 'operation') return facts;
    const { key, values, conditions } = term;
    if (key === 'not') return also(conditions[0], !holds, facts);
    if (key === 'assuming') return also(values[0], holds, facts);
    if (key === (holds ? 'all' : 'any')) return conditions.reduce((known, it) => also(it, holds, known), facts);
    const [a, b] = values as [Term, Term];
    switch (holds ? key : opposite[key]) {
      case 'below':
        return this.#order(a, b, 'below', facts, bounds);
      case 'above':
        return this.#order(b, a, 'below', facts, bounds);
      case 'at-most':
        return this.#order(a, b, 'at-most', facts, bounds);
      case 'at-least':
        return this.#order(b, a, 'at-most', facts, bounds);
      case 'equals':
        return this.#order(b, a, 'at-most', this.#order(a, b, 'at-most', facts, bounds), bounds);
      case 'differs':
        return this.#differ(b, a, this.#differ(a, b, facts));
      default:
        return facts;
    }
  }

  #order(a: Term, b: Term, how: 'at-most' | 'below', facts: Facts, bounds: (term: Term) => boolean): Facts {
    const limits = new Map(facts.limits);
    const limit = (term: Term, by: Term, end: (range: Range, open: boolean) => Range): void => {
      const value = this.of(by, facts);
      if (!value || !bounds(by)) return;
      const [key, now] = [this.#key(term), end(value.range, how === 'below')];
      const before = limits.get(key);
      limits.set(key, before ? (intersection(before, now) ?? now) : now);
    };
    limit(a, b, upTo);
    limit(b, a, from);
    return { limits, order: new Map(facts.order).set(pair(this.#key(a), this.#key(b)), how) };
  }

  /** Where a number at the end of a range is not the value, the range ends before it. */
  #differ(a: Term, b: Term, facts: Facts): Facts {
    const [value, other] = [this.of(a, facts), this.of(b, facts)];
    if (!value || !other) return facts;
    return { ...facts, limits: new Map(facts.limits).set(this.#key(a), without(value.range, other.range)) };
  }
}

/** A constraint also holds where one of its inputs was left out, so that only a literal limits the other side. */
const isLiteral = ({ kind }: Term): boolean => kind === 'number' || kind === 'time';
