import { parseInterval } from '../lib/interval.ts';
import { rulesOf } from './chapters.ts';
import type { ChapterEntry, Library, Rule, SchemeEntry } from './library.ts';
import { schemesOfCase } from './links.ts';

/** Bands of one chapter that follow each other, such as 70–80, 80–90, 90–110, with the calculator that uses them. */
export type Showcase = {
  readonly chapter: ChapterEntry;
  readonly scheme: SchemeEntry;
  readonly rule: Rule;
  readonly bands: readonly Band[];
};
export type Band = {
  readonly rule: Rule;
  readonly low: number;
  readonly high: number;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
};

/** The first chapter with a calculator and at least three bands: what the home page shows of the whole idea. */
export function showcaseOf(library: Library): Showcase | undefined {
  for (const chapter of library.chapters) {
    const [scheme] = schemesOfCase(library, chapter.id);
    const bands = rulesOf(chapter)
      .flatMap((rule) => bandOf(rule) ?? [])
      .sort((a, b) => a.low - b.low);
    const [first] = bands;
    const adjoining = bands.every((band, index) => index === 0 || bands[index - 1]?.high === band.low);
    if (scheme && first && bands.length >= 3 && adjoining) return { chapter, scheme, rule: first.rule, bands };
  }
  return undefined;
}

function bandOf(rule: Rule): Band | undefined {
  for (const figure of rule.figures) {
    const text = /^[[(][^\])]+[\])]/.exec(figure)?.[0];
    if (!text) continue;
    const { low, high, lowIncluded, highIncluded } = parseInterval(text);
    if (low !== null && high !== null) return { rule, low: Number(low), high: Number(high), lowIncluded, highIncluded };
  }
  return undefined;
}
