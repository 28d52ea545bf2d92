import type { Entry, Kind } from '../lib/vocabulary.ts';
import { cut, pairsOf, type Segment } from './cut.ts';
import type { Grams, Occurrences } from './grams.ts';
import type { Lexicon } from './lexicon.ts';
import type { Query } from './query.ts';
import { type PageFacts, type Piece, rankExact, rankPieces } from './rank.ts';

/** A page in the result, before its text is loaded. */
export type Hit = {
  /** Number of the page in the exact index. */
  readonly page: number;
  /** Address below the base path, without anchor. */
  readonly path: string;
  readonly kind: Kind;
  /** What the page is about, where the vocabulary knows it. */
  readonly entry: Entry | undefined;
  /** Entries on this page whose own name the query is. */
  readonly named: readonly Entry[];
  /** What of the query stands on the page, in comparable form: the whole of it, or pieces. */
  readonly held: readonly string[];
  /** How often the whole query stands on the page; 0 in the tiers of pieces. */
  readonly times: number;
};

export type Tiers = {
  /** Pages whose name the query is, though it does not stand in their text (an alias, a full rule id). */
  readonly named: readonly Hit[];
  /** Every page that holds what was typed, standing together; the page of that name first. */
  readonly exact: readonly Hit[];
  /** Pages that hold all pieces, but apart. */
  readonly all: readonly Hit[];
  /** Pages that hold some of the pieces, the telling ones. */
  readonly some: readonly Hit[];
  /** The pieces that were looked for, and those of them that stand nowhere. */
  readonly pieces: readonly string[];
  readonly missing: readonly string[];
  /** What stands together on the exact pages: the query, or the query without its quotation marks. */
  readonly needle: string;
};

export type TierOptions = { readonly grams: Grams; readonly lexicon: Lexicon; readonly segment: Segment };

/** Pages that hold less than this part of the pieces' weight are noise. */
const leastShare = 0.34;
const mostRelated = 40;

export async function findTiers(query: Query, { grams, lexicon, segment }: TierOptions): Promise<Tiers> {
  const facts = factsOf(grams, lexicon);
  const namedByPage = groupByPage(lexicon.named(query.text), facts);
  const whole = await findWhole(query, grams);
  const taken = new Set(whole.found.keys());

  const hit = (page: number, held: readonly string[]): Hit => ({
    page,
    path: grams.manifest.paths[page] ?? '',
    kind: facts.of(page).kind,
    entry: facts.of(page).entry,
    named: namedByPage.get(page) ?? [],
    held,
    times: whole.found.get(page)?.length ?? 0,
  });
  const rankOf = (page: number): number =>
    rankExact(whole.needle, whole.found.get(page) ?? [], facts.of(page)) + nameBonus(namedByPage.get(page));

  const exact = [...whole.found.keys()]
    .sort((a, b) => rankOf(b) - rankOf(a) || a - b)
    .map((page) => hit(page, [whole.needle]));
  const named = [...namedByPage.keys()].filter((page) => !taken.has(page)).map((page) => hit(page, []));
  for (const { page } of named) taken.add(page);

  const words = cut(query.text, { words: lexicon.words, segment });
  const { pieces, missing } = await findPieces(words, whole, grams);
  const related = relate(pieces, facts, taken);
  const complete = pieces.length > 1 && missing.length === 0;
  return {
    named,
    exact,
    all: complete
      ? related.filter(({ held }) => held.length === pieces.length).map(({ page, held }) => hit(page, held))
      : [],
    some: related
      .filter(({ held, share }) => !(complete && held.length === pieces.length) && share >= leastShare)
      .slice(0, mostRelated)
      .map(({ page, held }) => hit(page, held)),
    pieces: words,
    missing,
    needle: whole.needle,
  };
}

type Whole = { readonly needle: string; readonly found: Occurrences };

/** The query as it stands; quotation marks around it count only where a page has them too. */
async function findWhole(query: Query, grams: Grams): Promise<Whole> {
  const found = await grams.find(query.needle);
  if (found.size > 0 || query.unquoted === undefined) return { needle: query.needle, found };
  return { needle: query.unquoted, found: await grams.find(query.unquoted) };
}

/** Looks for each piece; one that stands nowhere is replaced by its neighbouring pairs that stand somewhere. */
async function findPieces(words: readonly string[], whole: Whole, grams: Grams) {
  const lookUp = async (text: string): Promise<Piece> => ({ text, found: await grams.find(text) });
  const first = await Promise.all(words.filter((word) => whole.found.size === 0 || word !== whole.needle).map(lookUp));
  const missing = first.filter(({ found }) => found.size === 0).map(({ text }) => text);
  const pairs = whole.found.size > 0 ? [] : [...new Set(missing.flatMap(pairsOf))];
  const weaker = await Promise.all(pairs.map(lookUp));
  return { pieces: [...first, ...weaker].filter(({ found }) => found.size > 0), missing };
}

function relate(pieces: readonly Piece[], facts: Facts, taken: ReadonlySet<number>) {
  const pages = new Set(pieces.flatMap(({ found }) => [...found.keys()]).filter((page) => !taken.has(page)));
  return [...pages]
    .map((page) => ({ page, ...rankPieces(pieces, page, facts.of(page), facts.pages, facts.usualLength) }))
    .sort((a, b) => b.rank - a.rank || a.page - b.page);
}

type Facts = {
  readonly pages: number;
  readonly usualLength: number;
  readonly of: (page: number) => PageFacts;
  readonly numberOf: (path: string) => number | undefined;
};

function factsOf({ manifest }: Grams, lexicon: Lexicon): Facts {
  const rows = manifest.paths.map((path, page): PageFacts => {
    const entry = lexicon.page(path);
    return { entry, kind: entry?.kind ?? kindOfPath(path), length: manifest.lengths[page] ?? 0 };
  });
  const numbers = new Map(manifest.paths.map((path, page) => [path, page]));
  const none: PageFacts = { entry: undefined, kind: 'page', length: 0 };
  return {
    pages: rows.length,
    usualLength: Math.max(1, rows.reduce((sum, row) => sum + row.length, 0) / Math.max(1, rows.length)),
    of: (page) => rows[page] ?? none,
    numberOf: (path) => numbers.get(path),
  };
}

function kindOfPath(path: string): Kind {
  return path === 'glossary/' ? 'term' : 'page';
}

function groupByPage(entries: readonly Entry[], facts: Facts): Map<number, Entry[]> {
  const pages = new Map<number, Entry[]>();
  for (const entry of entries) {
    const page = facts.numberOf(entry.path.replace(/#.*$/, ''));
    if (page === undefined) continue;
    pages.set(page, [...(pages.get(page) ?? []), entry]);
  }
  return pages;
}

/** The page of that name comes first; the name proper before an alias, an entry before a rule or term inside a page. */
function nameBonus(entries: readonly Entry[] | undefined): number {
  if (!entries) return 0;
  return entries.some((entry) => !entry.path.includes('#')) ? 2000 : 1000;
}
