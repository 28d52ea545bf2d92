/**
 * The closed set of operations of a scheme: what each takes. The evaluators stand in `src/scoring/operations/`.
 *
 * A string is the name of an input, an assumption or an earlier step; the id of a choice; or a number such as
 * `1/3` or `40%`. A number or `true`/`false` stands for itself. Everything else is an operation.
 */
export type Expression = string | number | boolean | Operation;

type RuleReference = { rule?: string | string[] };
type Pair = [Expression, Expression];
type Where = Record<string, Expression | string[]>;

export type Operation = RuleReference &
  (
    | { sum: Expression[] }
    | { difference: Pair }
    | { product: Expression[] }
    | { ratio: Pair }
    | { weighted: Record<string, Expression> }
    | { least: Expression[] }
    | { greatest: Expression[] }
    | { floor: Expression }
    | { ceiling: Expression }
    | { 'half-up': Expression }
    | { below: Pair }
    | { 'at-least': Pair }
    | { above: Pair }
    | { 'at-most': Pair }
    | { equals: Pair }
    | { is: [string, ...string[]] }
    | { known: string }
    | { any: Expression[] }
    | { all: Expression[] }
    | { not: Expression }
    | { bands: Expression; in: Record<string, string> }
    | { lookup: string; in: Record<string, Expression> }
    | { first: FirstClause[] }
    | { total: string }
    | { length: string }
    | { smallest: string }
    | { largest: string }
    | { count: string; where: Where; within?: 'calendar-year' | 'rolling-12'; 'first-month'?: Expression }
    | { which: string; where: Where }
    | { 'longest-run': string; of: string; skip?: string[] }
    | { 'count-true': Expression[] }
    | { collect: Record<string, Expression> }
    | { weekday: Expression }
    | { 'day-of-month': Expression }
    | { 'months-before': Pair; missing?: string }
    | { apportion: Expression; in: Record<string, string>; limited?: string[]; 'up-to': string }
    | { rank: Expression; within?: string[]; among?: Expression; ties: string; from?: 'top' | 'bottom' }
    | { 'last-place': Expression; within?: string[]; among?: Expression; ties: string }
    | { 'count-rows': Expression; within?: string[] }
    | { assuming: [string, Expression] }
    | { open: string | string[] }
  );

export type FirstClause = RuleReference & { when?: Expression; give?: Expression; otherwise?: Expression };

const many = 'a list of two or more values, such as `[key, basic]`';
const pair = 'two values, such as `[total, 70]`';

/** What the argument of each operation looks like; the text is what the checker says. */
export const operations: Record<string, { takes: string; fits: (args: unknown) => boolean }> = {
  sum: { takes: many, fits: (a) => isList(a, 2) },
  product: { takes: many, fits: (a) => isList(a, 2) },
  least: { takes: many, fits: (a) => isList(a, 2) },
  greatest: { takes: many, fits: (a) => isList(a, 2) },
  difference: { takes: pair, fits: isPair },
  ratio: { takes: pair, fits: isPair },
  below: { takes: pair, fits: isPair },
  'at-least': { takes: pair, fits: isPair },
  above: { takes: pair, fits: isPair },
  'at-most': { takes: pair, fits: isPair },
  equals: { takes: pair, fits: isPair },
  any: { takes: 'a list of conditions', fits: (a) => isList(a, 1) },
  all: { takes: 'a list of conditions', fits: (a) => isList(a, 1) },
  not: { takes: 'one condition', fits: isValue },
  floor: { takes: 'one value', fits: isValue },
  ceiling: { takes: 'one value', fits: isValue },
  'half-up': { takes: 'one value', fits: isValue },
  known: { takes: 'the name of an input', fits: isName },
  is: {
    takes: 'a name and one or more choices, such as `[post, frontline]`',
    fits: (a) => Array.isArray(a) && a.length >= 2 && a.every((x) => typeof x === 'string'),
  },
  weighted: { takes: 'values with weights that add up to 100%, such as `{ mid: 40%, end: 60% }`', fits: isRecord },
  bands: { takes: 'a value, with `in:` a range for each choice, such as `{ none: "[0, 70)" }`', fits: isValue },
  lookup: { takes: 'a name, with `in:` a value for each choice', fits: isName },
  first: {
    takes: 'a list of `{ when, give }`, the last one `{ otherwise }`',
    fits: (a) => Array.isArray(a) && a.length > 0 && a.every(isRecord),
  },
  total: { takes: 'the name of a list', fits: isName },
  length: { takes: 'the name of a list or series', fits: isName },
  smallest: { takes: 'the name of a list', fits: isName },
  largest: { takes: 'the name of a list', fits: isName },
  count: {
    takes: 'the name of a list or series, with `where: { below: 10 }` or `where: { is: absent }`',
    fits: isName,
  },
  which: { takes: 'the name of a list, with `where: { below: 10 }`', fits: isName },
  'longest-run': { takes: 'the name of a series, with `of:` a choice and perhaps `skip:` others', fits: isName },
  'count-true': { takes: 'a list of conditions', fits: (a) => isList(a, 1) },
  collect: { takes: 'conditions by the choice that they stand for, such as `{ age: exit-age }`', fits: isRecord },
  weekday: { takes: 'a date', fits: isValue },
  'day-of-month': { takes: 'a date', fits: isValue },
  'months-before': { takes: 'a date and a number of months, such as `[date, 1]`', fits: isPair },
  apportion: {
    takes: 'a number of places, with `in:` a share for each tier, `up-to:` a tier, and perhaps `limited:` tiers',
    fits: isValue,
  },
  rank: {
    takes: 'a value of each row, with `ties:`, and perhaps `within:`, `among:`, `from:` (only in a cohort)',
    fits: isValue,
  },
  'last-place': {
    takes: 'a value of each row, with `ties:`, and perhaps `within:`, `among:` (only in a cohort)',
    fits: isValue,
  },
  'count-rows': { takes: 'a condition on a row, perhaps with `within:` (only in a cohort)', fits: isValue },
  assuming: {
    takes: 'an assumption and a value, such as `[streak-year-end, before]`',
    fits: (a) => isPair(a) && typeof (a as unknown[])[0] === 'string',
  },
  open: { takes: 'the gap that leaves it open, such as `G3`', fits: isGap },
};

/** Keys that stand beside an operation and are not one. */
export const besideOperation = new Set([
  ...['rule', 'in', 'where', 'within', 'first-month', 'of', 'skip', 'missing'],
  ...['among', 'ties', 'from', 'limited', 'up-to'],
]);

function isValue(a: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof a) || isRecord(a);
}
function isList(a: unknown, least: number): boolean {
  return Array.isArray(a) && a.length >= least && a.every(isValue);
}
function isPair(a: unknown): boolean {
  return Array.isArray(a) && a.length === 2 && a.every(isValue);
}
function isRecord(a: unknown): a is Record<string, unknown> {
  return typeof a === 'object' && a !== null && !Array.isArray(a);
}
function isName(a: unknown): boolean {
  return typeof a === 'string';
}
function isGap(a: unknown): boolean {
  return [a].flat().every((x) => typeof x === 'string' && /^[GC][1-9]\d*$/.test(x));
}

export type ShapeIssue = { path: (string | number)[]; message: string };

/** Says where an expression is not built from the operations above. */
export function shapeIssues(value: unknown, path: (string | number)[] = [], beside = besideOperation): ShapeIssue[] {
  if (!isRecord(value)) {
    return isValue(value) ? [] : [{ path, message: 'expected a value or an operation' }];
  }
  const keys = Object.keys(value).filter((key) => !beside.has(key));
  const name = keys[0];
  if (name === undefined) return [{ path, message: `no operation; one of: ${Object.keys(operations).join(', ')}` }];
  const operation = operations[name];
  if (!operation) {
    return [
      { path: [...path, name], message: `“${name}” is no operation; one of: ${Object.keys(operations).join(', ')}` },
    ];
  }
  if (keys.length > 1) return [{ path, message: `two operations at once: ${keys.join(', ')}` }];
  const args = value[name];
  if (!operation.fits(args)) return [{ path: [...path, name], message: `“${name}” takes ${operation.takes}` }];
  return [...insideIssues(name, args, [...path, name]), ...tableIssues(name, value, path)];
}

function insideIssues(name: string, args: unknown, path: (string | number)[]): ShapeIssue[] {
  if (operations[name]?.fits === isName || name === 'is' || name === 'open') return [];
  if (name === 'first')
    return (args as Record<string, unknown>[]).flatMap((c, i) => clauseIssues(c, i, args as [], path));
  if (name === 'weighted' || name === 'collect')
    return Object.entries(args as object).flatMap(([k, v]) => shapeIssues(v, [...path, k]));
  return Array.isArray(args) ? args.flatMap((a, i) => shapeIssues(a, [...path, i])) : shapeIssues(args, path);
}

function clauseIssues(
  clause: Record<string, unknown>,
  i: number,
  all: unknown[],
  path: (string | number)[],
): ShapeIssue[] {
  const here = [...path, i];
  const keys = Object.keys(clause).filter((k) => k !== 'rule');
  const last = i === all.length - 1;
  const expected = last && 'otherwise' in clause ? ['otherwise'] : ['when', 'give'];
  if (keys.toSorted().join() !== expected.toSorted().join()) {
    const wanted = last ? '{ otherwise } or { when, give }' : '{ when, give }';
    return [{ path: here, message: `a clause of “first” is ${wanted}` }];
  }
  return keys.flatMap((k) => shapeIssues(clause[k], [...here, k]));
}

function tableIssues(name: string, value: Record<string, unknown>, path: (string | number)[]): ShapeIssue[] {
  const table = value['in'];
  if ('among' in value) return shapeIssues(value['among'], [...path, 'among']);
  if (name !== 'bands' && name !== 'lookup' && name !== 'apportion') {
    return table === undefined ? [] : [{ path: [...path, 'in'], message: `“in” does not go with “${name}”` }];
  }
  if (!isRecord(table)) return [{ path, message: `“${name}” needs a table \`in:\`` }];
  return Object.entries(table).flatMap(([k, v]) => {
    const here = [...path, 'in', k];
    if (name === 'lookup') return shapeIssues(v, here);
    return typeof v === 'string' ? [] : [{ path: here, message: 'write text such as `"[70, 80)"` or `10%`' }];
  });
}
