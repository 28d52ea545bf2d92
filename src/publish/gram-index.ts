import { comparable } from '../lib/comparable.ts';
import { encodeGrams, fileOf, type GramManifest, type Positions, type Split, separator } from '../lib/gram-file.ts';

/** A page as Pagefind cut it: its id, its address and its text. */
export type IndexedPage = { readonly id: string; readonly url: string; readonly content: string };

export type GramIndex = {
  readonly manifest: Omit<GramManifest, 'folder'>;
  /** File number → bytes; every number below the product of the split has its file. */
  readonly files: readonly Uint8Array[];
  /** Number of grams with a position list of their own. */
  readonly grams: number;
};

/** About what one file should weigh: small for the first query, large enough to keep the files few. */
const targetBytes = 6_000;

/**
 * Lists every position of every two neighbouring characters. Pagefind's own phrase search cannot be
 * complete in Chinese: the index is cut by one dictionary and the query by the browser's.
 */
export function buildGramIndex(pages: readonly IndexedPage[]): GramIndex {
  const texts = pages.map((page) => comparable(page.content.replaceAll('\u200b', '')));
  const lists = collect(`${texts.join(separator)}${separator}`);
  const split = chooseSplit(lists);

  const perFile = Array.from({ length: split[0] * split[1] }, (): [string, Positions][] => []);
  for (const [gram, positions] of lists) {
    perFile[fileOf(gram.charAt(0), gram.charAt(1), split)]?.push([gram, positions]);
  }
  return {
    manifest: {
      version: 1,
      split,
      ids: pages.map((page) => page.id),
      paths: pages.map((page) => page.url.replace(/^\//, '')),
      lengths: texts.map((text) => text.length),
    },
    files: perFile.map((rows) => encodeGrams(rows.sort(byGram))),
    grams: lists.size,
  };
}

function collect(stream: string): Map<string, number[]> {
  const lists = new Map<string, number[]>();
  for (let at = 0; at + 1 < stream.length; at++) {
    if (stream[at] === separator) continue;
    const gram = stream.slice(at, at + 2);
    const list = lists.get(gram);
    if (list) list.push(at);
    else lists.set(gram, [at]);
  }
  return lists;
}

/** Grams with one first character share `perCharacter` files: few enough to look up the character alone. */
const perCharacter = 4;

function chooseSplit(lists: ReadonlyMap<string, Positions>): Split {
  let bytes = 0;
  for (const positions of lists.values()) bytes += 6 + positions.length * 2;
  return [Math.max(1, Math.ceil(bytes / targetBytes / perCharacter)), perCharacter];
}

const byGram = ([a]: readonly [string, Positions], [b]: readonly [string, Positions]): number =>
  a < b ? -1 : a > b ? 1 : 0;
