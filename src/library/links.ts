import { locate, rulesOf } from './chapters.ts';
import type {
  CaseEntry,
  ChapterEntry,
  Library,
  PracticeEntry,
  SchemeEntry,
  SourceEntry,
  TermEntry,
} from './library.ts';
import { find, get } from './library.ts';

/** Links of a case, in both directions. */
export function linksOfCase(library: Library, entry: CaseEntry) {
  const file = `content/cases/${entry.id}.mdx`;
  return {
    chapter: find(library.chapters, entry.id),
    practices: entry.data.practices.map((id) => get(library.practices, id, file)),
    schemes: schemesOfCase(library, entry.id),
    sources: entry.data.sources.map((passage) => ({ ...passage, entry: get(library.sources, passage.source, file) })),
    terms: termsIn(library, `${entry.data.summary.zh}\n${entry.body ?? ''}`),
    courses: library.courses.filter((course) => course.data.cases.includes(entry.id)),
  };
}

export function schemesOfCase(library: Library, caseId: string): readonly SchemeEntry[] {
  return library.schemes.filter((scheme) => scheme.data.case === caseId);
}

/** Links of a practice: its cases with what each does, and the calculators of these cases. */
export function linksOfPractice(library: Library, entry: PracticeEntry) {
  const file = `content/practices/${entry.id}.mdx`;
  const variants = entry.data.variants.map((variant) => ({
    ...variant,
    entry: get(library.cases, variant.case, file),
    chapter: find(library.chapters, variant.case),
  }));
  const compared = new Set(variants.map((variant) => variant.case));
  return {
    variants,
    /** Cases that name the practice and have no row in its table. */
    otherCases: library.cases.filter((item) => item.data.practices.includes(entry.id) && !compared.has(item.id)),
    schemes: library.schemes.filter((scheme) => compared.has(scheme.data.case)),
    related: entry.data.related.map((id) => get(library.practices, id, file)),
    terms: library.terms.filter((term) => term.data.practice === entry.id),
  };
}

export function casesOfPractice(library: Library, practiceId: string): readonly CaseEntry[] {
  return library.cases.filter((entry) => entry.data.practices.includes(practiceId));
}

/** Who uses a rule: calculators that compute with it and practices that cite it. */
export type RuleUses = { readonly schemes: readonly SchemeEntry[]; readonly practices: readonly PracticeEntry[] };

/** Uses of every rule of a chapter, by rule id. */
export function usesOfRules(library: Library, chapter: ChapterEntry): ReadonlyMap<string, RuleUses> {
  const schemes = schemesOfCase(library, chapter.id).map((scheme) => ({ scheme, ids: rulesNamedIn(scheme.data) }));
  return new Map(
    rulesOf(chapter).map((rule) => [
      rule.id,
      {
        schemes: schemes.filter(({ ids }) => ids.has(rule.id)).map(({ scheme }) => scheme),
        practices: library.practices.filter((practice) =>
          practice.data.variants.some((variant) => variant.case === chapter.id && variant.rules.includes(rule.id)),
        ),
      },
    ]),
  );
}

/** Ids that stand under the keys `rule` and `rules` anywhere in a scheme. */
export function rulesNamedIn(data: unknown): ReadonlySet<string> {
  return idsUnder(data, new Set(['rule', 'rules']));
}

/** Ids of rules, gaps and contradictions that stand under one of the keys, at any depth. */
export function idsUnder(data: unknown, keys: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown, inside: boolean): void => {
    if (typeof value === 'string') {
      if (inside) for (const id of value.split(/\s+/)) if (/^[RGC]\d+$/.test(id)) found.add(id);
    } else if (Array.isArray(value)) {
      for (const item of value) walk(item, inside);
    } else if (value && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) walk(item, keys.has(key));
    }
  };
  walk(data, false);
  return found;
}

/** Links of a source: the cases that draw on it, with their lines. */
export function linksOfSource(library: Library, source: SourceEntry) {
  const cases = library.cases.flatMap((entry) => {
    const passages = entry.data.sources.filter((passage) => passage.source === source.id);
    return passages.length > 0 ? [{ entry, passages, chapter: find(library.chapters, entry.id) }] : [];
  });
  const quotes = library.chapters.reduce(
    (sum, chapter) =>
      sum +
      rulesOf(chapter)
        .flatMap((rule) => rule.quotes)
        .filter((quote) => locate(quote.at, chapter.data.source).source === source.id).length,
    0,
  );
  return { cases, quotes };
}

/** Links of a term: related terms, the practice that puts it to work, cases and practices that use the word. */
export function linksOfTerm(library: Library, entry: TermEntry) {
  const file = `content/glossary/${entry.id}.yaml`;
  const names = [entry.data.term.zh, ...entry.data.aliases];
  return {
    related: entry.data.related.map((id) => get(library.terms, id, file)),
    practice: entry.data.practice ? get(library.practices, entry.data.practice, file) : undefined,
    cases: library.cases.filter((item) => holds(`${item.data.summary.zh}\n${item.body ?? ''}`, names)),
  };
}

function termsIn(library: Library, text: string): readonly TermEntry[] {
  return library.terms.filter((term) => holds(text, [term.data.term.zh, ...term.data.aliases]));
}

const holds = (text: string, names: readonly string[]): boolean => names.some((name) => text.includes(name));
