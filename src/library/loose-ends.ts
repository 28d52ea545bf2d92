import { rulesOf } from './chapters.ts';
import type { Library } from './library.ts';
import { get } from './library.ts';
import { linksOfTerm, rulesNamedIn, schemesOfCase } from './links.ts';

/** Chapters whose rules hold numbers that no calculator cites, the most numbers first. */
export function rulesWithoutScheme(library: Library) {
  return library.chapters
    .map((chapter) => {
      const schemes = schemesOfCase(library, chapter.id);
      const cited = new Set(schemes.flatMap((scheme) => [...rulesNamedIn(scheme.data)]));
      const withFigures = rulesOf(chapter).filter((rule) => rule.figures.length > 0);
      return { chapter, schemes, withFigures, uncited: withFigures.filter((rule) => !cited.has(rule.id)) };
    })
    .filter(({ uncited }) => uncited.length > 0)
    .sort((a, b) => b.uncited.length - a.uncited.length);
}

/** Practices that one case shows, with the editor's reason for keeping them. */
export function singleCasePractices(library: Library) {
  return library.practices.flatMap((practice) => {
    const [variant, second] = practice.data.variants;
    if (!variant || second) return [];
    const entry = get(library.cases, variant.case, `content/practices/${practice.id}.mdx`);
    return [{ practice, entry, reason: practice.data['single-case-because'] }];
  });
}

/** Terms that no case and no practice uses: nothing leads to them but the glossary. */
export function unusedTerms(library: Library) {
  const texts = library.practices.map(({ data, body }) => `${data.summary.zh}\n${body ?? ''}`);
  return library.terms.filter(
    (term) =>
      linksOfTerm(library, term).cases.length === 0 &&
      ![term.data.term.zh, ...term.data.aliases].some((name) => texts.some((text) => text.includes(name))),
  );
}

/** What the texts do not tell about themselves: each field with the sources that leave it open. */
export function unknownOfSources(library: Library) {
  const fields = new Set(library.sources.flatMap((source) => source.data.unknown));
  return [...fields]
    .map((field) => ({ field, sources: library.sources.filter((source) => source.data.unknown.includes(field)) }))
    .sort((a, b) => b.sources.length - a.sources.length);
}
