import { nameKey } from '../lib/comparable.ts';
import type { Entry, Kind } from '../lib/vocabulary.ts';

/** What ranking knows of a page before its text is loaded. */
export type PageFacts = { readonly entry: Entry | undefined; readonly kind: Kind; readonly length: number };

/** Among equals the reader wants the thing itself before what mentions it. */
const kindWeight: Readonly<Record<Kind, number>> = {
  case: 2.5,
  practice: 3,
  rule: 2,
  calculator: 0.5,
  course: 1.5,
  term: 1.5,
  source: 0.5,
  page: 0,
};

/** Rank of a page that holds the string: its name holding it counts most, then how often it stands there. */
export function rankExact(needle: string, offsets: readonly number[], { entry, kind, length }: PageFacts): number {
  const key = nameKey(needle);
  const share = Math.max(
    0,
    ...namesOf(entry).map((name) => (key !== '' && name.includes(key) ? key.length / name.length : 0)),
  );
  const times = offsets.length / (offsets.length + 3);
  const dense = Math.min(1, (offsets.length * needle.length * 20) / Math.max(1, length));
  return (share > 0 ? 20 + 20 * share : 0) + 8 * times + 4 * dense + kindWeight[kind];
}

/** What stands on a page for a piece: the piece itself, or another name of the same thing, which counts a bit less. */
export type Held = { readonly text: string; readonly offsets: readonly number[]; readonly worth: number };
export type Piece = {
  readonly text: string;
  readonly found: ReadonlyMap<number, Held>;
  /** A pair of characters out of a word that stands nowhere: it tells little. */
  readonly weaker: boolean;
};
export type PiecesRank = {
  readonly rank: number;
  /** What of the pieces stands on the page, and how many of them do. */
  readonly held: readonly string[];
  readonly share: number;
};

/** A single character tells less than a word, a long name more. */
const worthOfLength = (length: number): number => (length === 1 ? 0.35 : Math.min(1.5, 0.5 + length / 4));
const worthOfPair = 0.3;

/** Calculators repeat rules, sources and the site's own pages mention what others are about. */
const worthOfMention: Readonly<Partial<Record<Kind, number>>> = { calculator: 0.85, source: 0.8, page: 0.8 };

/** A sentence or two: pieces that stand so near each other belong together; characters. */
const near = 60;
/** A paragraph or a rule; characters. */
const sameSection = 240;

/**
 * Rank of a page by the pieces it holds: rare pieces weigh more, a piece in its name weighs double, and
 * pieces that stand close together weigh more than the same pieces far apart.
 */
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
  const places: Placed[] = [];
  for (const { text, found, weaker } of pieces) {
    const weight = rarity(found.size, pages) * (weaker ? worthOfPair : worthOfLength(text.length));
    allWeight += weight;
    const here = found.get(page);
    if (!here) continue;
    const times = here.offsets.length;
    held.push(here.text);
    heldWeight += weight;
    places.push({ offsets: here.offsets, weight: weight * here.worth });
    rank += here.worth * weight * (times / (times + 0.5 + 0.75 * (facts.length / usual)));
    if (names.some((name) => name.includes(nameKey(here.text)))) rank += here.worth * weight;
  }
  rank += closest(places, near) + 0.6 * closest(places, sameSection);
  rank *= worthOfMention[facts.kind] ?? 1;
  return { rank: rank + 0.05 * kindWeight[facts.kind], held, share: allWeight === 0 ? 0 : heldWeight / allWeight };
}

type Placed = { readonly offsets: readonly number[]; readonly weight: number };

/** The most weight of pieces that stand within so many characters; 0 where they are fewer than two. */
function closest(places: readonly Placed[], width: number): number {
  const all = places
    .flatMap(({ offsets }, piece) => offsets.map((offset) => ({ offset, piece })))
    .sort((a, b) => a.offset - b.offset);
  const inside = new Array<number>(places.length).fill(0);
  let weight = 0;
  let kinds = 0;
  let best = 0;
  let first = 0;
  const weightOf = (piece: number): number => places[piece]?.weight ?? 0;
  for (const { offset, piece } of all) {
    const before = inside[piece] ?? 0;
    inside[piece] = before + 1;
    if (before === 0) {
      weight += weightOf(piece);
      kinds += 1;
    }
    for (let start = all[first]; start && offset - start.offset > width; start = all[++first]) {
      const left = (inside[start.piece] ?? 0) - 1;
      inside[start.piece] = left;
      if (left > 0) continue;
      weight -= weightOf(start.piece);
      kinds -= 1;
    }
    if (kinds > 1) best = Math.max(best, weight);
  }
  return best;
}

/** Between about 0.1 for a piece that stands on every page and the logarithm of the number of pages. */
export function rarity(holding: number, pages: number): number {
  return 0.1 + Math.log(1 + (pages - holding + 0.5) / (holding + 0.5));
}

const cache = new WeakMap<Entry, readonly string[]>();

function namesOf(entry: Entry | undefined): readonly string[] {
  if (!entry) return [];
  const known = cache.get(entry) ?? [entry.name, ...(entry.also ?? [])].map(nameKey);
  cache.set(entry, known);
  return known;
}
