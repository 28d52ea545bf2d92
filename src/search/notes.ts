import { fill } from '../i18n/language.ts';
import type { SearchStrings } from '../i18n/search.ts';
import { writeState } from './address.ts';
import { element } from './dom.ts';
import type { Found } from './engine.ts';
import type { Tier, TierName } from './order.ts';
import type { How, Reading } from './otherwise.ts';
import { longestQuery } from './query.ts';

/** A sentence above the results. */
export function note(...parts: readonly (Node | string)[]): HTMLElement {
  return element('p', { class: 'search-note' }, ...parts);
}

/** What the reader should know before the results: how the query was read, and what else it may mean. */
export function notes({ query, missing, exact, readings }: Found, t: SearchStrings): HTMLElement[] {
  const lines = [
    ...(query.shortened ? [fill(t.shortened, { n: longestQuery })] : []),
    ...(exact.length === 0 && readings.length === 0 && missing.length > 0
      ? [fill(t.missing, { words: missing.join(' · ') })]
      : []),
  ];
  return [...lines.map((line) => note(line)), ...readings.map((reading) => renderReading(reading, t))];
}

/** How a reading is said. */
const saidAs = {
  pinyin: 'readPinyin',
  simplified: 'readSimplified',
  sound: 'readMistake',
  spelling: 'readMistake',
} as const satisfies Readonly<Record<How, keyof SearchStrings>>;

/** Each text is a link to its own search, so that the reader can go on with the one that was meant. */
function renderReading({ how, text, others }: Reading, t: SearchStrings): HTMLElement {
  const link = (q: string): HTMLElement =>
    element('a', { href: writeState({ q, chosen: {} }), 'data-state': '', 'data-reading': how }, q);
  const [before = '', after = ''] = t[saidAs[how]].split('{q}');
  const more = others.flatMap((other, index) => [index === 0 ? ` ${t.readOthers}` : ' · ', link(other)]);
  return note(before, link(text), after, ...more);
}

/** Heading of a part of the result. */
export function titleOf({ name, reading }: Tier, found: Found, t: SearchStrings): string {
  if (reading) return fill(t.readAs, { q: reading.text });
  return name === 'read' ? '' : fill(t[name], { q: found.query.text, words: found.pieces.join(' · ') });
}

/** The sentence of the live region. */
export function summary(found: Found, kept: ReadonlyMap<TierName, readonly unknown[]>, t: SearchStrings): string {
  const q = found.query.text;
  const count = (name: TierName): number => kept.get(name)?.length ?? 0;
  const related = count('all') + count('some');
  const [reading] = found.readings;
  if (count('named') + count('exact') + count('read') + related === 0) {
    const any = found.named.length + found.exact.length + found.all.length + found.some.length + found.readings.length;
    return any > 0 ? t.nothingFiltered : fill(t.nothing, { q });
  }
  const parts = [
    count('exact') > 0 ? fill(t.foundExact, { n: count('exact'), q }) : fill(t.noExact, { q }),
    ...(count('named') > 0 ? [fill(t.foundNamed, { n: count('named') })] : []),
    ...(count('read') > 0 && reading ? [fill(t.foundRead, { n: count('read'), q: reading.text })] : []),
    ...(related > 0 ? [fill(t.foundRelated, { n: related })] : []),
  ];
  return parts.join(' · ');
}
