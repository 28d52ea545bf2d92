import { comparable } from '../lib/comparable.ts';
import { isStopWord, stopWords } from './stop-words.ts';

/** Cuts a text into words, as `Intl.Segmenter` does. */
export type Segment = (text: string) => readonly string[];

export const segmentChinese: Segment = (text) => {
  if (typeof Intl.Segmenter !== 'function') return [...text];
  return Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text), ({ segment }) => segment);
};

export type CutOptions = {
  /** The site's own words in comparable form: they stay whole. */
  readonly words: ReadonlySet<string>;
  readonly segment: Segment;
};

const runs = /[\p{L}\p{N}%+./:-]+/gu;
const numberWithUnit = /^\d+(?:[.,/:-]\d+)*%?(?:小时|分|条|次|人|天|年|月|日|项|级|户|名|个|万|元|星)?/u;
const latin = /^[a-z][a-z0-9+-]*/u;
const edges = /^[./:-]+|[./:-]+$/g;

/**
 * Cuts a query into pieces in comparable form, each worth looking for by itself: the site's own words
 * first, then numbers with their unit and Latin words, then the words of the segmenter; single
 * characters that it leaves side by side stay together (五|联|五|创 is one name). Stop words are
 * dropped, unless nothing else is there.
 */
export function cut(text: string, { words, segment }: CutOptions): readonly string[] {
  const pieces: string[] = [];
  for (const run of text.normalize('NFKC').match(runs) ?? []) {
    pieces.push(...cutRun(comparable(run).replace(edges, ''), words, segment));
  }
  const unique = [...new Set(pieces.filter(Boolean))];
  const telling = unique.filter((piece) => !isStopWord(piece));
  return telling.length > 0 ? telling : unique;
}

function cutRun(run: string, words: ReadonlySet<string>, segment: Segment): string[] {
  const longest = Math.max(0, ...Array.from(words, (word) => word.length));
  const pieces: string[] = [];
  let open = '';
  const closeOpen = (): void => {
    if (open) pieces.push(...joinSingles(segment(open)));
    open = '';
  };
  for (let at = 0; at < run.length; ) {
    const rest = run.slice(at);
    const piece = ownWord(rest, words, longest) ?? numberWithUnit.exec(rest)?.[0] ?? latin.exec(rest)?.[0];
    if (piece) {
      closeOpen();
      pieces.push(piece);
      at += piece.length;
    } else {
      open += run.charAt(at);
      at += 1;
    }
  }
  closeOpen();
  return pieces;
}

function ownWord(text: string, words: ReadonlySet<string>, longest: number): string | undefined {
  for (let length = Math.min(longest, text.length); length > 1; length--) {
    const head = text.slice(0, length);
    if (words.has(head)) return head;
  }
  return undefined;
}

function joinSingles(segments: readonly string[]): string[] {
  const joined: string[] = [];
  let singles = '';
  for (const segment of [...segments, '']) {
    const single = segment.length === 1 && !stopWords.has(segment);
    if (single) singles += segment;
    else {
      if (singles) joined.push(singles);
      singles = '';
      if (segment) joined.push(segment);
    }
  }
  return joined;
}

/** Weaker pieces of a Chinese piece that stands nowhere: its neighbouring pairs. */
export function pairsOf(piece: string): readonly string[] {
  const characters = [...piece];
  if (characters.length < 3 || !/^\p{Script=Han}+$/u.test(piece)) return [];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
