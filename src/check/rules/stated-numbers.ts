import { formatTime, readTime } from '../../lib/calendar.ts';
import { parseFigure } from '../../lib/figure.ts';
import { parseInterval } from '../../lib/interval.ts';
import type { Scheme } from '../../schema/scheme.ts';
import { isNumberText, parseNumber } from '../../scoring/number.ts';
import type { Issue } from '../issue.ts';
import type { Content, Entry, Path } from '../read.ts';

/**
 * A number or time of day in a step, a consequence or a total is stated by the source: it stands in the figures of a
 * rule that is named there. 0 and 1 are free (nothing, and this one more), and so is what a step sets under an
 * assumption.
 */
export function statedNumbers(content: Content): Issue[] {
  return [...content.schemes.values()].flatMap((entry) => {
    if (!content.rulebook.has(entry.data.case)) return [];
    const figures = figuresOf(content, entry.data.case);
    const steps: Record<string, unknown> = { ...entry.data.steps, ...entry.data.cohort?.steps };
    return computingParts(entry.data).flatMap(({ part, path }) => {
      const rules = new Set([...cited(part), ...referenced(part, steps).flatMap((name) => cited(steps[name]))]);
      const allowed = new Set([...rules].flatMap((rule) => figures.get(rule) ?? []));
      return numbersIn(part, entry.data, path)
        .filter(({ number }) => !allowed.has(number))
        .map((found) => unstated(entry, found, path, [...rules]));
    });
  });
}

/** What computes with numbers and names the rules that state them, and where it stands. */
export function computingParts(scheme: Scheme): { part: object; path: Path }[] {
  const named = (parts: Record<string, object> | undefined, ...path: string[]) =>
    Object.entries(parts ?? {}).map(([id, part]) => ({ part, path: [...path, id] }));
  return [
    ...named(scheme.steps, 'steps'),
    ...scheme.consequences.map((part, i) => ({ part, path: ['consequences', i] })),
    ...named(scheme.cohort?.steps, 'cohort', 'steps'),
    ...named(scheme.cohort?.totals, 'cohort', 'totals'),
  ];
}

const unstated = (entry: Entry<Scheme>, { number, path }: Found, part: Path, rules: string[]): Issue => ({
  file: entry.file,
  line: entry.lineOf(path),
  what: `the ${isTime(number) ? 'time' : 'number'} ${number} of “${part.join('.')}” stands in no figure of ${rules.length > 0 ? rules.join(', ') : 'a rule'}`,
  mend: 'name the rule that states it, add the figure to the rule, or make it an assumption with its gap',
});

/** Exact numbers, and times of day, in the figures of each rule. */
function figuresOf(content: Content, chapter: string): Map<string, string[]> {
  const rules = content.rulebook.get(chapter)?.data.sections.flatMap((section) => section.rules) ?? [];
  return new Map(rules.map((rule) => [rule.id, rule.figures.flatMap(statedIn)]));
}

const timeOfDay = /\d{1,2}:[0-5]\d/g;

/** `8:30–12:00` states two times, and neither 8 nor 30. */
function statedIn(figure: string): string[] {
  const rest = figure.replace(timeOfDay, '');
  const numbers = /\d/.test(rest) ? parseFigure(rest).numbers.map(exact) : [];
  return [...(figure.match(timeOfDay) ?? []).map(time), ...numbers];
}

const exact = (text: string | number): string => parseNumber(text).toFraction();
const time = (text: string): string => formatTime(readTime(text) ?? Number.NaN);
const isTime = (text: string): boolean => readTime(text) !== null;

function cited(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'rule' ? ([inner].flat() as string[]) : cited(inner),
  );
}

/** Steps that are read by name: their rules count too. */
function referenced(value: unknown, steps: object): string[] {
  if (typeof value === 'string') return Object.hasOwn(steps, value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner) => referenced(inner, steps));
}

/** A number, exact, or a time of day such as `08:30`; and where it stands. */
export type Found = { number: string; path: Path };

/** Keys that describe, or name choices, gaps and inputs. */
const notComputed = new Set([
  ...['id', 'label', 'text', 'unit', 'choices', 'rule', 'gap', 'is', 'known', 'open'],
  ...['of', 'skip', 'missing', 'ties', 'within', 'limited', 'up-to'],
]);

/** Numbers, other than 0 and 1, and times of day that a part computes with. The choices of a step are no numbers. */
export function numbersIn(part: object, scheme: Scheme, path: Path): Found[] {
  const choices = new Set(Object.keys((part as { choices?: object }).choices ?? {}));
  const inside = (value: unknown, path: Path): Found[] => {
    if (typeof value === 'string' && choices.has(value)) return [];
    if (typeof value === 'string' && isTime(value)) return [{ number: time(value), path }];
    if (typeof value === 'number' || (typeof value === 'string' && isNumberText(value))) {
      const number = exact(value);
      return number === '0' || number === '1' ? [] : [{ number, path }];
    }
    if (typeof value !== 'object' || value === null) return [];
    if ('bands' in value) return bandEnds(value, path);
    const table = value as { lookup?: string; in?: Record<string, unknown> };
    if (table.lookup && table.in && table.lookup in scheme.assumptions) {
      // A literal that stands for a reading is the editor's, named by its gap; what it computes with is not.
      const rows = Object.entries(table.in).filter(([, row]) => typeof row === 'object');
      return rows.flatMap(([key, row]) => inside(row, [...path, 'in', key]));
    }
    return Object.entries(value).flatMap(([key, inner]) =>
      notComputed.has(key) ? [] : inside(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  };
  return inside(part, path);
}

function bandEnds(value: object, path: Path): Found[] {
  const table = (value as { in: Record<string, string> }).in;
  return Object.entries(table).flatMap(([key, range]) => {
    const { low, high } = parseInterval(range);
    return [low, high]
      .filter((end): end is string => end !== null && end !== '0')
      .map((end) => ({ number: exact(end), path: [...path, 'in', key] }));
  });
}
