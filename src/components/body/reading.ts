import type { Lang } from '../../i18n/language.ts';
import type { CaseEntry, ChapterEntry, Library, PracticeEntry } from '../../library/library.ts';

/** The entry whose body is being rendered: `<R id="R14" />` means a rule of its chapter. */
export type Reading = {
  readonly lang: Lang;
  readonly library: Library;
  /** The content file, for messages to the editor. */
  readonly file: string;
  readonly case?: CaseEntry;
  readonly chapter?: ChapterEntry;
  readonly practice?: PracticeEntry;
  /** Phrases that stand in the margin of this page already. */
  readonly shown: Set<string>;
};

/** The entry that a body component belongs to. */
export function readingOf(locals: App.Locals, component: string): Reading {
  if (locals.reading) return locals.reading;
  throw new Error(`<${component}> is used on a page that does not set Astro.locals.reading`);
}

/** The chapter that `<R>` and `<Gaps>` refer to. */
export function chapterOf(reading: Reading, component: string): ChapterEntry {
  if (reading.chapter) return reading.chapter;
  throw new Error(`${reading.file} uses <${component}>, but content/rulebook/ has no chapter for it`);
}

/** The figure that `<F id="…">` names. */
export function figureOf(reading: Reading, id: string) {
  const figure = reading.case?.data.figures.find((candidate) => candidate.id === id);
  if (figure) return figure;
  throw new Error(`${reading.file} uses <F id="${id}">, which its front matter does not list under figures`);
}
