import { comparable } from '../lib/comparable.ts';
import type { Entry, Kind } from '../lib/vocabulary.ts';
import type { Occurrences } from './grams.ts';

/** What ranking knows of a page before its text is loaded. */
export type PageFacts = { readonly entry: Entry | undefined; readonly kind: Kind; readonly length: number };

/** Among equals the reader wants the thing itself before what mentions it. */
const kindWeight: Readonly<Record<Kind, number>> = {
  case: 2.5,
  practice: 3,
  rule: 2,
  calculator: 2,
  course: 1.5,
  term: 1.5,
  source: 0.5,
  page: 0,
};

/** Rank of a page that holds the string: its name holding it counts most, then how often it stands there. */
export function rankExact(needle: string, offsets: readonly number[], { entry, kind, length }: PageFacts): number {
  const share = Math.max(0, ...namesOf(entry).map((name) => (name.includes(needle) ? needle.length / name.length : 0)));
  const times = offsets.length / (offsets.length + 3);
  const dense = Math.min(1, (offsets.length * needle.length * 20) / Math.max(1, length));
  return (share > 0 ? 20 + 20 * share : 0) + 8 * times + 4 * dense + kindWeight[kind];
}

export type Piece = { readonly text: string; readonly found: Occurrences };
export type PiecesRank = { readonly rank: number; readonly held: readonly string[]; readonly share: number };

/** Rank of a page by the pieces it holds: rare pieces weigh more, and a piece in its name weighs double. */
export function rankPieces(
  pieces: readonly Piece[],
  page: number,
  facts: PageFacts,
  pages: number,
  usual: number,
): PiecesRank {
  const names = namesOf(facts.entry);
  let rank = 0;
  let heldWeight = 0;
  let allWeight = 0;
  const held: string[] = [];
  for (const { text, found } of pieces) {
    const weight = rarity(found.size, pages) * Math.min(1.5, 0.5 + text.length / 4);
    allWeight += weight;
    const times = found.get(page)?.length ?? 0;
    if (times === 0) continue;
    held.push(text);
    heldWeight += weight;
    rank += weight * (times / (times + 0.5 + 0.75 * (facts.length / usual)));
    if (names.some((name) => name.includes(text))) rank += weight;
  }
  return { rank: rank + 0.05 * kindWeight[facts.kind], held, share: allWeight === 0 ? 0 : heldWeight / allWeight };
}

/** Between about 0.1 for a piece that stands on every page and the logarithm of the number of pages. */
export function rarity(holding: number, pages: number): number {
  return 0.1 + Math.log(1 + (pages - holding + 0.5) / (holding + 0.5));
}

const cache = new WeakMap<Entry, readonly string[]>();

function namesOf(entry: Entry | undefined): readonly string[] {
  if (!entry) return [];
  const known = cache.get(entry) ?? [entry.name, ...(entry.also ?? [])].map(comparable);
  cache.set(entry, known);
  return known;
}
