import { rulesOf } from './chapters.ts';
import type { CaseEntry, ChapterEntry, Library, SchemeEntry } from './library.ts';
import { find } from './library.ts';
import { schemesOfCase } from './links.ts';

/** What a full record of a case holds, in the order of the page. */
export const aspects = [
  'province',
  'city',
  'county',
  'years',
  'evidence',
  'figures',
  'figure-dates',
  'figure-bases',
  'rules',
  'quotes',
  'gaps',
  'calculator',
  'practices',
] as const;
export type Aspect = (typeof aspects)[number];

type Parts = { readonly chapter?: ChapterEntry | undefined; readonly schemes: readonly SchemeEntry[] };

/** What the record of a case lacks. The source may be silent on it, or it may not apply: a gap is not a fault. */
export function missingIn({ data }: CaseEntry, { chapter, schemes }: Parts): readonly Aspect[] {
  const { place, figures } = data;
  const rules = chapter ? rulesOf(chapter) : [];
  const has: Record<Aspect, boolean> = {
    province: place.province !== undefined,
    city: place.city !== undefined,
    county: place.county !== undefined,
    years: data.years.length > 0,
    evidence: data.evidence !== 'none',
    figures: figures.length > 0,
    'figure-dates': figures.length > 0 && figures.every((figure) => figure.date !== undefined),
    'figure-bases': figures.some((figure) => figure.kind === 'base'),
    rules: rules.length > 0,
    quotes: rules.length > 0 && rules.every((rule) => rule.quotes.length > 0),
    gaps: chapter !== undefined && chapter.data.gaps.length + chapter.data.contradictions.length > 0,
    calculator: schemes.length > 0,
    practices: data.practices.length > 0,
  };
  return aspects.filter((aspect) => !has[aspect]);
}

/** All cases with what each lacks, those that lack most first. */
export function completenessOfCases(library: Library) {
  return library.cases
    .map((entry) => {
      const chapter = find(library.chapters, entry.id);
      const rules = chapter ? rulesOf(chapter) : [];
      return {
        entry,
        missing: missingIn(entry, { chapter, schemes: schemesOfCase(library, entry.id) }),
        figures: entry.data.figures.length,
        datedFigures: entry.data.figures.filter((figure) => figure.date !== undefined).length,
        rules: rules.length,
        quotes: rules.reduce((sum, rule) => sum + rule.quotes.length, 0),
        open: chapter ? chapter.data.gaps.length + chapter.data.contradictions.length : 0,
      };
    })
    .sort((a, b) => b.missing.length - a.missing.length);
}
