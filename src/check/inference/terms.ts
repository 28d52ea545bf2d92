import { readTime } from '../../lib/calendar.ts';
import type { Operation } from '../../schema/expression.ts';
import type { Scheme, Total } from '../../schema/scheme.ts';
import { isNumberText } from '../../scoring/number.ts';
import type { Path } from '../read.ts';

type KeysOf<T> = T extends unknown ? keyof T : never;
type Beside = 'rule' | 'in' | 'where' | 'within' | 'first-month' | 'of' | 'skip' | 'missing' | TableBeside;
type TableBeside = 'among' | 'ties' | 'from' | 'limited' | 'up-to';
export type OperationName = Exclude<KeysOf<Operation>, Beside>;

/**
 * An expression of a scheme, taken apart once: what is inferred from a scheme without computing it walks this tree.
 * `written` is the expression as text, without what only describes it; equal texts are equal values.
 */
export type Term =
  | (Written & { readonly kind: 'number' })
  | (Written & { readonly kind: 'time' })
  /** A choice, or yes/no. */
  | (Written & { readonly kind: 'word' })
  | (Written & { readonly kind: 'name'; readonly name: string })
  /** Any entry of a list: what `where:` asks of. */
  | (Written & { readonly kind: 'entry'; readonly list: Term })
  | OperationTerm;

type Written = { readonly path: Path; readonly written: string };

/** Conditions of `first` stand beside the value that they lead to; an `otherwise` has none. */
export type OperationTerm = Written & {
  readonly kind: 'operation';
  readonly key: OperationName;
  readonly values: readonly Term[];
  readonly conditions: readonly Term[];
  readonly operation: Readonly<Record<string, unknown>>;
};

export type SchemeTerms = {
  readonly steps: ReadonlyMap<string, Term>;
  readonly constraints: readonly Term[];
  /** When inputs exist or are needed, when consequences follow, and which rows a total is of. */
  readonly conditions: readonly Term[];
  /** What is added up over the rows of a table. */
  readonly sums: ReadonlyMap<string, Term>;
};

/** All expressions of a scheme that compiles; `place` says where a part of it stands in the file. */
export function termsOf(
  scheme: Scheme,
  totals: Readonly<Record<string, Total>>,
  place: (path: Path) => Path,
): SchemeTerms {
  const make = (expression: unknown, ...path: Path): Term => term(scheme, expression, place(path), []);
  const given = (part: object, keys: readonly string[], ...path: Path): Term[] =>
    Object.entries(part).flatMap(([key, inner]) => (keys.includes(key) ? [make(inner, ...path, key)] : []));
  return {
    steps: new Map(
      Object.entries(scheme.steps).map(([id, step]) => {
        const choices = Object.keys(step.choices ?? {});
        const [value, path] = 'value' in step ? [step.value, ['steps', id, 'value']] : [step, ['steps', id]];
        return [id, term(scheme, value, place(path), choices)];
      }),
    ),
    constraints: scheme.constraints.map(({ must }, i) => make(must, 'constraints', i, 'must')),
    conditions: [
      ...Object.entries(scheme.inputs).flatMap(([id, input]) => given(input, ['only-when', 'required'], 'inputs', id)),
      ...scheme.consequences.map(({ when }, i) => make(when, 'consequences', i, 'when')),
      ...Object.entries(totals).flatMap(([id, total]) => given(total, ['count', 'where'], 'totals', id)),
    ],
    sums: new Map(
      Object.entries(totals).flatMap(([id, { sum }]) =>
        sum === undefined ? [] : [[id, make(sum, 'totals', id, 'sum')]],
      ),
    ),
  };
}

function term(scheme: Scheme, expression: unknown, path: Path, choices: readonly string[]): Term {
  const plain = { path, written: written(expression) };
  if (typeof expression === 'number') return { ...plain, kind: 'number' };
  if (typeof expression === 'string') {
    if ([scheme.inputs, scheme.assumptions, scheme.steps].some((named) => Object.hasOwn(named, expression)))
      return { ...plain, kind: 'name', name: expression };
    if (choices.includes(expression)) return { ...plain, kind: 'word' };
    if (isNumberText(expression)) return { ...plain, kind: 'number' };
    return { ...plain, kind: readTime(expression) === null ? 'word' : 'time' };
  }
  if (typeof expression !== 'object' || expression === null) return { ...plain, kind: 'word' };
  const operation = expression as Record<string, unknown>;
  const key = Object.keys(operation).find((name) => Object.hasOwn(insides, name)) as OperationName;
  const inside = insides[key](
    operation[key],
    (inner, ...rest) => term(scheme, inner, [...path, ...rest], choices),
    key,
    operation,
  );
  return { ...plain, kind: 'operation', key, operation, values: [], conditions: [], ...inside };
}

type Make = (expression: unknown, ...path: Path) => Term;
type Inside = { values?: Term[]; conditions?: Term[] };
type TakeApart = (args: unknown, make: Make, key: string, operation: Readonly<Record<string, unknown>>) => Inside;

const all = (args: unknown, make: Make, key: string): Term[] =>
  Array.isArray(args) ? args.map((arg, i) => make(arg, key, i)) : [make(args, key)];
const nothing: TakeApart = () => ({});
const values: TakeApart = (args, make, key) => ({ values: all(args, make, key) });
const conditions: TakeApart = (args, make, key) => ({ conditions: all(args, make, key) });
const ranked: TakeApart = (args, make, key, { among }) => ({
  values: [make(args, key)],
  conditions: among === undefined ? [] : [make(among, 'among')],
});
const filtered: TakeApart = (args, make, key, { where }) => {
  const list = make(args, key);
  const [comparison, bound] = Object.entries(where as object)[0] as [string, unknown];
  if (comparison === 'is') return { values: [list] };
  const test = make({ [comparison]: [args, bound] }, 'where') as OperationTerm;
  const entry: Term = { kind: 'entry', list, path: list.path, written: `each of ${list.written}` };
  const compared = [entry, make(bound, 'where', comparison)];
  return { values: [list], conditions: [{ ...test, values: compared, written: written({ where }) }] };
};

/** The expressions inside each operation. */
const insides: Record<OperationName, TakeApart> = {
  sum: values,
  difference: values,
  product: values,
  ratio: values,
  weighted: (args, make, key) => ({ values: Object.keys(args as object).map((name) => make(name, key, name)) }),
  least: values,
  greatest: values,
  floor: values,
  ceiling: values,
  'half-up': values,
  below: values,
  'at-least': values,
  above: values,
  'at-most': values,
  equals: values,
  is: nothing,
  known: nothing,
  any: conditions,
  all: conditions,
  not: conditions,
  bands: values,
  lookup: (_, make, __, operation) => ({
    values: Object.entries(operation['in'] as object).map(([id, row]) => make(row, 'in', id)),
  }),
  first: (args, make, key) => {
    const clauses = args as Record<string, unknown>[];
    const value = (clause: object): string => ('otherwise' in clause ? 'otherwise' : 'give');
    return {
      values: clauses.map((clause, i) => make(clause[value(clause)], key, i, value(clause))),
      conditions: clauses.flatMap(({ when }, i) => (when === undefined ? [] : [make(when, key, i, 'when')])),
    };
  },
  total: values,
  length: values,
  smallest: values,
  largest: values,
  count: filtered,
  which: filtered,
  'longest-run': values,
  'count-true': conditions,
  collect: (args, make, key) => ({
    conditions: Object.entries(args as object).map(([id, condition]) => make(condition, key, id)),
  }),
  weekday: values,
  'day-of-month': values,
  'months-before': values,
  apportion: values,
  rank: ranked,
  'last-place': ranked,
  'count-rows': conditions,
  assuming: (args, make, key) => ({ values: [make((args as unknown[])[1], key, 1)] }),
  open: nothing,
};

/** As an editor writes it on one line: `below: [points, 60]`. */
function written(expression: unknown, inside = false): string {
  if (Array.isArray(expression)) return `[${expression.map((inner) => written(inner, true)).join(', ')}]`;
  if (typeof expression !== 'object' || expression === null) return String(expression);
  const describing = inside ? ['rule'] : ['label', 'unit', 'choices', 'rule'];
  const entries = Object.entries(expression).filter(([key]) => !describing.includes(key));
  const text = entries.map(([key, inner]) => `${key}: ${written(inner, true)}`).join(', ');
  return inside ? `{ ${text} }` : text;
}
