import { rulesOf } from './chapters.ts';
import type { ChapterEntry, Library, Rule, SchemeEntry } from './library.ts';
import { chapterOfScheme, type Scheme } from './schemes.ts';

/** A calculator that sorts a value into bands, and the rule that states the first of them. */
export type Showcase = { readonly chapter: ChapterEntry; readonly scheme: SchemeEntry; readonly rule: Rule };

const enoughBands = 3;

/** The first calculator with at least three bands: what the home page shows of the whole idea. */
export function showcaseOf(library: Library): Showcase | undefined {
  for (const scheme of library.schemes) {
    const chapter = chapterOfScheme(library, scheme);
    const rules = rulesOfBands(scheme.data);
    const rule = rulesOf(chapter).find(({ id }) => rules.includes(id));
    if (rule) return { chapter, scheme, rule };
  }
  return undefined;
}

/** Rules of the first step that a ruler is drawn for, if its bands are enough. */
function rulesOfBands({ steps }: Scheme): readonly (string | undefined)[] {
  const step = Object.values(steps).find((it) => 'bands' in it && typeof it.bands === 'string');
  if (!step || !('bands' in step) || Object.keys(step.in).length < enoughBands) return [];
  return [step.rule].flat();
}
