import { decodeGrams, fileOf, filesOf, type GramManifest, type Positions } from '../lib/gram-file.ts';

/** Page number → where the string begins in the comparable text of the page, ascending. */
export type Occurrences = ReadonlyMap<number, readonly number[]>;

export type Grams = {
  readonly manifest: GramManifest;
  /** Every page that holds the comparable string, complete and exact. */
  readonly find: (needle: string) => Promise<Occurrences>;
};

/** Reads a file of the exact index, unpacked; rejects where it cannot be had. */
export type ReadFile = (name: string) => Promise<Uint8Array>;

/** Files of one look-up are asked for together, but a long string stops as soon as nothing is left of it. */
const together = 4;

export async function openGrams(read: ReadFile, language: string): Promise<Grams> {
  const manifest = JSON.parse(new TextDecoder().decode(await read(`grams.${language}.bin`))) as GramManifest;
  if (manifest.version !== 1)
    throw new Error(`The exact index has version ${manifest.version}; version 1 is known here.`);
  const files = new Map<number, Promise<ReadonlyMap<string, Positions>>>();
  const open = (number: number): Promise<ReadonlyMap<string, Positions>> => {
    const known = files.get(number);
    if (known) return known;
    const file = read(`${manifest.folder}/${number}.bin`).then(decodeGrams);
    files.set(number, file);
    file.catch(() => files.delete(number));
    return file;
  };
  const starts = startsOf(manifest.lengths);
  const listOf = async (gram: string): Promise<Positions> =>
    (await open(fileOf(gram.charAt(0), gram.charAt(1), manifest.split))).get(gram) ?? [];

  return {
    manifest,
    find: async (needle) => {
      if (needle === '') return new Map();
      const positions =
        needle.length === 1
          ? merge(await Promise.all(filesOf(needle, manifest.split).map(open)), needle)
          : await findString(needle, listOf);
      return byPage(positions, starts);
    },
  };
}

async function findString(needle: string, listOf: (gram: string) => Promise<Positions>): Promise<Positions> {
  const offsets = cover(needle.length);
  let found: Positions | undefined;
  for (let at = 0; at < offsets.length; at += together) {
    const some = offsets.slice(at, at + together);
    const lists = await Promise.all(
      some.map(async (offset) => ({ offset, list: await listOf(needle.slice(offset, offset + 2)) })),
    );
    lists.sort((a, b) => a.list.length - b.list.length);
    for (const { offset, list } of lists) {
      found = found === undefined ? list.map((position) => position - offset) : keep(found, list, offset);
      if (found.length === 0) return found;
    }
  }
  return found ?? [];
}

/** Beginnings of the grams that together cover a string: 0, 2, 4 … and the last. */
function cover(length: number): readonly number[] {
  const offsets: number[] = [];
  for (let offset = 0; offset + 2 < length; offset += 2) offsets.push(offset);
  return [...offsets, length - 2];
}

/** The beginnings that have `offset` further on a position of the list; both ascend. */
function keep(beginnings: Positions, list: Positions, offset: number): Positions {
  const kept: number[] = [];
  let at = 0;
  for (const beginning of beginnings) {
    const wanted = beginning + offset;
    while ((list[at] ?? Number.POSITIVE_INFINITY) < wanted) at += 1;
    if (list[at] === wanted) kept.push(beginning);
  }
  return kept;
}

function merge(files: readonly ReadonlyMap<string, Positions>[], first: string): Positions {
  const positions: number[] = [];
  for (const file of files) {
    for (const [gram, list] of file)
      if (gram.charAt(0) === first) for (const position of list) positions.push(position);
  }
  return positions.sort((a, b) => a - b);
}

/** Where the text of each page begins in the joined text; a separator stands after each. */
function startsOf(lengths: readonly number[]): readonly number[] {
  const starts: number[] = [];
  let at = 0;
  for (const length of lengths) {
    starts.push(at);
    at += length + 1;
  }
  return starts;
}

function byPage(positions: Positions, starts: readonly number[]): Occurrences {
  const pages = new Map<number, number[]>();
  let page = 0;
  for (const position of positions) {
    while ((starts[page + 1] ?? Number.POSITIVE_INFINITY) <= position) page += 1;
    const offset = position - (starts[page] ?? 0);
    const list = pages.get(page);
    if (list) list.push(offset);
    else pages.set(page, [offset]);
  }
  return pages;
}
