import { parseFigure } from '../../lib/figure.ts';
import { parseInterval } from '../../lib/interval.ts';
import type { Scheme } from '../../schema/scheme.ts';
import { isNumberText, parseNumber } from '../../scoring/number.ts';
import type { Issue } from '../issue.ts';
import type { Content, Entry, Path } from '../read.ts';

/**
 * A number in a step is stated by the source: it stands in the figures of a rule that the step names.
 * 0 and 1 are free (nothing, and this one more), and so is what a step sets under an assumption.
 */
export function statedNumbers(content: Content): Issue[] {
  return [...content.schemes.values()].flatMap((entry) => {
    if (!content.rulebook.has(entry.data.case)) return [];
    const figures = figuresOf(content, entry.data.case);
    return Object.entries(entry.data.steps).flatMap(([id, step]) => {
      const rules = new Set(cited(step));
      for (const name of referenced(step, entry.data))
        for (const rule of cited(entry.data.steps[name])) rules.add(rule);
      const allowed = new Set([...rules].flatMap((rule) => figures.get(rule) ?? []));
      return numbersIn(step, entry.data, ['steps', id])
        .filter(({ number }) => !allowed.has(number))
        .map(({ number, path }) => unstated(entry, path, number, [...rules]));
    });
  });
}

const unstated = (entry: Entry<Scheme>, path: Path, number: string, rules: string[]): Issue => ({
  file: entry.file,
  line: entry.lineOf(path),
  what: `the number ${number} of “${path.slice(0, 2).join('.')}” stands in no figure of ${rules.length > 0 ? rules.join(', ') : 'a rule'}`,
  mend: 'name the rule that states it, add the figure to the rule, or make it an assumption with its gap',
});

/** Exact numbers in the figures of each rule. */
function figuresOf(content: Content, chapter: string): Map<string, string[]> {
  const rules = content.rulebook.get(chapter)?.data.sections.flatMap((section) => section.rules) ?? [];
  return new Map(
    rules.map((rule) => [rule.id, rule.figures.flatMap((figure) => parseFigure(figure).numbers.map(exact))]),
  );
}

const exact = (text: string | number): string => parseNumber(text).toFraction();

function cited(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'rule' ? ([inner].flat() as string[]) : cited(inner),
  );
}

/** Steps that a step reads by name: their rules count for it too. */
function referenced(value: unknown, scheme: Scheme): string[] {
  if (typeof value === 'string') return value in scheme.steps ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner) => referenced(inner, scheme));
}

/** A number of a step: exact, and where it stands. */
export type Found = { number: string; path: Path };

const notComputed = new Set(['label', 'unit', 'choices', 'rule', 'is', 'known', 'open']);

/** Numbers that a step computes with, other than 0 and 1. */
export function numbersIn(value: unknown, scheme: Scheme, path: Path): Found[] {
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
    return rows.flatMap(([key, row]) => numbersIn(row, scheme, [...path, 'in', key]));
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    notComputed.has(key) ? [] : numbersIn(inner, scheme, [...path, Array.isArray(value) ? Number(key) : key]),
  );
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
