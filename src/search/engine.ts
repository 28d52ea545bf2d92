import type { Vocabulary } from '../lib/vocabulary.ts';
import { type Segment, segmentChinese } from './cut.ts';
import { type Facets, loadFacets } from './facets.ts';
import { openGrams, type ReadFile } from './grams.ts';
import { type Lexicon, openLexicon } from './lexicon.ts';
import type { Reading } from './otherwise.ts';
import { decodeFragment, type PagefindInstance } from './pagefind.ts';
import { mayBeOtherwise, type Query, readQuery } from './query.ts';
import { type PageText, readFragment } from './sections.ts';
import { type Shown, showHit } from './show.ts';
import type { TableReader, Tables } from './tables.ts';
import { findTiers, type Hit, type Tiers } from './tiers.ts';

export type World = {
  /** Loads Pagefind itself, which answers the filters; texts come straight from its files. */
  readonly pagefind: () => Promise<PagefindInstance>;
  /** Reads a file beside Pagefind's index, unpacked. */
  readonly read: ReadFile;
  readonly vocabulary: Promise<Vocabulary>;
  /** Reads a table with which a query is read otherwise; asked for only where it is used. */
  readonly table: TableReader;
  /** Value of `<html lang>`; each language has its own index. */
  readonly language: string;
  readonly segment?: Segment;
};

/** What was typed, what that finds, and other readings of it with what they find; `inOrder` puts it all in order. */
export type Found = Tiers & { readonly query: Query; readonly readings: readonly Reading[] };

export type Search = {
  readonly lexicon: Lexicon;
  /** Address of every indexed page below the base path; a hit's page number counts in it. */
  readonly paths: readonly string[];
  readonly find: (typed: string) => Promise<Found>;
  readonly show: (hit: Hit) => Promise<Shown>;
  readonly facets: () => Promise<Facets>;
  /** Pagefind's id of a page, which the facets count. */
  readonly idOf: (hit: Hit) => string;
  /** Text of a page as it was indexed, in comparable form. */
  readonly textOf: (page: number) => Promise<string>;
};

export async function openSearch({
  pagefind,
  read,
  vocabulary,
  table,
  language,
  segment = segmentChinese,
}: World): Promise<Search> {
  const [grams, words] = await Promise.all([openGrams(read, language.toLowerCase()), vocabulary]);
  const lexicon = openLexicon(words);
  const { ids, paths } = grams.manifest;

  const texts = new Map<number, Promise<PageText>>();
  const textOf = (page: number): Promise<PageText> => {
    const known = texts.get(page);
    if (known) return known;
    const text = read(`fragment/${ids[page]}.pf_fragment`).then((bytes) => readFragment(decodeFragment(bytes)));
    texts.set(page, text);
    text.catch(() => texts.delete(page));
    return text;
  };

  const options = { grams, lexicon, segment };
  const find = (query: Query): Promise<Tiers> => findTiers(query, options);
  let tables: Tables | undefined;
  /** What it takes is loaded where it may help; what was found stands without it. */
  const readOtherwise = async (query: Query, typed: Tiers): Promise<readonly Reading[]> => {
    if (!mayBeOtherwise(query.text, typed.named.length + typed.exact.length)) return [];
    try {
      const [otherwise, { openTables }] = await Promise.all([import('./otherwise.ts'), import('./tables.ts')]);
      tables ??= openTables(table, lexicon);
      return await otherwise.readOtherwise(query, typed, { ...options, tables, find });
    } catch {
      return [];
    }
  };
  let facets: Promise<Facets> | undefined;
  return {
    lexicon,
    paths,
    find: async (typed) => {
      const query = readQuery(typed);
      const tiers = await find(query);
      return { query, ...tiers, readings: await readOtherwise(query, tiers) };
    },
    show: async (hit) => showHit(hit, await textOf(hit.page)),
    facets: () => {
      facets ??= pagefind().then(loadFacets);
      facets.catch(() => {
        facets = undefined;
      });
      return facets;
    },
    idOf: (hit) => ids[hit.page] ?? '',
    textOf: async (page) => (await textOf(page)).comparable.text,
  };
}
