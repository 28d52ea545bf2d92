import { evidenceGrades } from '../schema/case.ts';
import { rulesOf } from './chapters.ts';
import type { ChapterEntry, Library } from './library.ts';

/** How much the library holds; computed, so that no page can state it wrongly. */
export function countLibrary(library: Library) {
  const rules = library.chapters.flatMap(rulesOf);
  const sum = (size: (chapter: ChapterEntry) => number) =>
    library.chapters.reduce((total, item) => total + size(item), 0);
  return {
    cases: library.cases.length,
    practices: library.practices.length,
    chapters: library.chapters.length,
    rules: rules.length,
    quotes: rules.reduce((total, rule) => total + rule.quotes.length, 0),
    gaps: sum(({ data }) => data.gaps.length),
    contradictions: sum(({ data }) => data.contradictions.length),
    schemes: library.schemes.length,
    terms: library.terms.length,
    sources: library.sources.length,
  };
}

/** Size of one chapter. */
export function countChapter(chapter: ChapterEntry) {
  return {
    rules: rulesOf(chapter).length,
    gaps: chapter.data.gaps.length,
    contradictions: chapter.data.contradictions.length,
  };
}

/** Cases by evidence grade, in the order of the grades. */
export function countEvidence(library: Library) {
  return evidenceGrades.map((grade) => ({
    grade,
    cases: library.cases.filter((entry) => entry.data.evidence === grade).length,
  }));
}
