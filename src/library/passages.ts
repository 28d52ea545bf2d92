import type { Quotation } from '../schema/text.ts';
import { locate } from './chapters.ts';

/** Quotes of one place of the source. */
export type Passage = { readonly source: string; readonly lines: string; readonly quotes: readonly string[] };

/** Joins quotes whose lines follow each other; others stay apart. */
export function passagesOf(quotations: readonly Quotation[], fallback: string): readonly Passage[] {
  const passages: { source: string; first: number; last: number; quotes: string[] }[] = [];
  for (const { quote, at } of quotations) {
    const { source, lines } = locate(at, fallback);
    const [first = 0, last = first] = lines.split('-').map(Number);
    const previous = passages.at(-1);
    if (previous && previous.source === source && (first === previous.last || first === previous.last + 1)) {
      previous.quotes.push(quote);
      previous.last = last;
    } else {
      passages.push({ source, first, last, quotes: [quote] });
    }
  }
  return passages.map(({ source, first, last, quotes }) => ({
    source,
    lines: first === last ? String(first) : `${first}–${last}`,
    quotes,
  }));
}
