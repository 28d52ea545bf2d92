import type { Contradiction, Gap, Rule } from '../schema/rulebook.ts';
import type { Quotation } from '../schema/text.ts';
import type { ChapterEntry } from './library.ts';

/** Anything of a chapter that can be cited by id. */
export type Citable =
  | { readonly kind: 'rule'; readonly id: string; readonly record: Rule }
  | { readonly kind: 'gap'; readonly id: string; readonly record: Gap }
  | { readonly kind: 'contradiction'; readonly id: string; readonly record: Contradiction };

/** All rules of a chapter in the order of reading. */
export function rulesOf(chapter: ChapterEntry): readonly Rule[] {
  return chapter.data.sections.flatMap((section) => section.rules);
}

/** `R16`, `G3` or `C1` of a chapter; an unknown id is an error that names the file and the id. */
export function citable(chapter: ChapterEntry, id: string, askedBy: string): Citable {
  const rule = rulesOf(chapter).find((candidate) => candidate.id === id);
  if (rule) return { kind: 'rule', id, record: rule };
  const gap = chapter.data.gaps.find((candidate) => candidate.id === id);
  if (gap) return { kind: 'gap', id, record: gap };
  const contradiction = chapter.data.contradictions.find((candidate) => candidate.id === id);
  if (contradiction) return { kind: 'contradiction', id, record: contradiction };
  throw new Error(
    `${askedBy} cites “${id}”, which content/rulebook/${chapter.id}.mdx does not hold. ` +
      `Correct the id there, or add the record to the chapter.`,
  );
}

/** The ids of `"R14 R15"`, each resolved. */
export function citables(chapter: ChapterEntry, ids: string, askedBy: string): readonly Citable[] {
  return ids
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => citable(chapter, id, askedBy));
}

/** Quotes of anything citable; a gap has none: it is what the source does not say. */
export function quotesOf(item: Citable): readonly Quotation[] {
  return item.kind === 'gap' ? [] : item.record.quotes;
}

/** A locator split into the source and its lines: `L33` counts in the source `fallback`. */
export function locate(at: string, fallback: string): { readonly source: string; readonly lines: string } {
  const [first = '', second] = at.split(' ');
  return second === undefined ? { source: fallback, lines: first.slice(1) } : { source: first, lines: second.slice(1) };
}

/** Gaps and contradictions that touch a rule. */
export function openPointsOf(chapter: ChapterEntry, ruleId: string) {
  return {
    gaps: chapter.data.gaps.filter((gap) => gap.rules.includes(ruleId)),
    contradictions: chapter.data.contradictions.filter((item) => item.rules.includes(ruleId)),
  };
}
