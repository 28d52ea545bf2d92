import type { Library, PracticeEntry } from './library.ts';
import { casesOfPractice } from './links.ts';

export type UsualPractice = { readonly entry: PracticeEntry; readonly cases: number };

const counted = new WeakMap<Library, readonly UsualPractice[]>();

/** The practices of most cases, with their number; counted once, since every page asks for them. */
export function usualPractices(library: Library, most: number): readonly UsualPractice[] {
  const known =
    counted.get(library) ??
    library.practices
      .map((entry) => ({ entry, cases: casesOfPractice(library, entry.id).length }))
      .sort((a, b) => b.cases - a.cases);
  counted.set(library, known);
  return known.slice(0, most);
}
