import type { Entry, Kind } from '../lib/vocabulary.ts';
import { cut, pairsOf, type Segment } from './cut.ts';
import type { Grams, Occurrences } from './grams.ts';
import type { Lexicon } from './lexicon.ts';
import type { Query } from './query.ts';
import { type Held, type PageFacts, type Piece, rankExact, rankPieces } from './rank.ts';
import { isStopWord } from './stop-words.ts';

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

export async function findTiers(query: Query, options: TierOptions): Promise<Tiers> {
  const { grams, lexicon, segment } = options;
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

  const words = await joinSingles(cut(query.text, { words: lexicon.words, segment }), query.needle, grams);
  const { pieces, missing } = await findPieces(words, whole, options);
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

/** On so many pages two pieces stand together that are one word. */
const leastTogether = 3;

/** A single character says little: where pages have it together with the word beside it, both are looked for as one. */
async function joinSingles(words: readonly string[], needle: string, grams: Grams): Promise<readonly string[]> {
  const joined = await Promise.all(
    words.map(async (word, index) => {
      if (!/^\p{Script=Han}$/u.test(word)) return word;
      const beside = [word + (words[index + 1] ?? ''), (words[index - 1] ?? '') + word];
      for (const pair of beside) {
        if (pair !== word && needle.includes(pair) && (await grams.find(pair)).size >= leastTogether) return pair;
      }
      return word;
    }),
  );
  return [...new Set(joined)];
}

/** Another name of the same thing counts a bit less than the typed one. */
const worthOfSynonym = 0.8;

/**
 * Looks for each piece, and for other names of what it names; one that stands nowhere is replaced by its
 * neighbouring pairs that stand somewhere.
 */
async function findPieces(words: readonly string[], whole: Whole, { grams, lexicon }: TierOptions) {
  const lookUp = async (text: string, weaker = false): Promise<Piece> => {
    const found = new Map<number, Held>();
    const add = (name: string, pages: Occurrences, worth: number): void => {
      for (const [page, offsets] of pages) if (!found.has(page)) found.set(page, { text: name, offsets, worth });
    };
    const names = lexicon.synonyms(text);
    const [own, ...others] = await Promise.all([text, ...names].map((name) => grams.find(name)));
    if (own) add(text, own, 1);
    for (const [index, pages] of others.entries()) add(names[index] ?? '', pages, worthOfSynonym);
    return { text, found, weaker };
  };
  const first = await Promise.all(
    words.filter((word) => whole.found.size === 0 || word !== whole.needle).map((word) => lookUp(word)),
  );
  const missing = first.filter(({ found }) => found.size === 0).map(({ text }) => text);
  const pairs = whole.found.size > 0 ? [] : [...new Set(missing.flatMap(pairsOf))].filter((pair) => !isStopWord(pair));
  const weaker = await Promise.all(pairs.map((pair) => lookUp(pair, true)));
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

/** The page of that name comes first; the name proper before an alias, an entry before a term, and that before a rule of one chapter. */
function nameBonus(entries: readonly Entry[] | undefined): number {
  if (!entries) return 0;
  if (entries.some((entry) => !entry.path.includes('#'))) return 2000;
  return entries.some(({ kind }) => kind === 'term') ? 1100 : 1000;
}
