/**
 * Files of the exact index. A gram is two neighbouring UTF-16 units of the comparable texts of all pages,
 * joined by `separator`; its positions are counted through all pages. A file holds the grams of some
 * first characters, so that one character can be looked up too.
 *
 * Layout, all numbers unsigned and of variable length: for each gram its two units, the number of bytes
 * of its list, and the list: the first position, then the distance to each next one.
 */
export const separator = '\u0000';

/** `[by first unit, by second unit]`: how many files the grams are spread over. */
export type Split = readonly [number, number];

/** Table of the pages, and where their grams are. */
export type GramManifest = {
  readonly version: 1;
  /** Folder of the gram files; it changes with every index, so that no old file meets a new table. */
  readonly folder: string;
  readonly split: Split;
  /** Pagefind's id of each page, its address below the base path, and the length of its comparable text. */
  readonly ids: readonly string[];
  readonly paths: readonly string[];
  readonly lengths: readonly number[];
};

export type Positions = readonly number[];

/** File that holds the gram of these two units. */
export function fileOf(first: string, second: string, [byFirst, bySecond]: Split): number {
  return (scatter(first) % byFirst) * bySecond + (scatter(second) % bySecond);
}

/** All files that hold grams beginning with this unit. */
export function filesOf(first: string, [byFirst, bySecond]: Split): readonly number[] {
  const start = (scatter(first) % byFirst) * bySecond;
  return Array.from({ length: bySecond }, (_, index) => start + index);
}

function scatter(unit: string): number {
  return Math.imul(unit.charCodeAt(0), 0x9e3779b1) >>> 8;
}

export function encodeGrams(grams: Iterable<readonly [string, Positions]>): Uint8Array {
  const bytes: number[] = [];
  for (const [gram, positions] of grams) {
    const list: number[] = [];
    let last = 0;
    for (const position of positions) {
      write(list, position - last);
      last = position;
    }
    write(bytes, gram.charCodeAt(0));
    write(bytes, gram.charCodeAt(1));
    write(bytes, list.length);
    for (const byte of list) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

export function decodeGrams(bytes: Uint8Array): Map<string, Positions> {
  const grams = new Map<string, Positions>();
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error('the file of the exact index ends too early; build the index again');
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const gram = String.fromCharCode(read(), read());
    const end = read() + at;
    const positions: number[] = [];
    let last = 0;
    while (at < end) {
      last += read();
      positions.push(last);
    }
    grams.set(gram, positions);
  }
  return grams;
}

function write(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
