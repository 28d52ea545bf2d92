import { type ComparableText, comparable, comparableWithMap } from '../lib/comparable.ts';
import type { Fragment } from './pagefind.ts';

/** A page's text with its headings; a line break ends each block. */
export type PageText = {
  readonly title: string;
  readonly text: string;
  readonly comparable: ComparableText;
  readonly sections: readonly Section[];
};

/** From a heading to the next one; the first has no id where the page begins without a heading. */
export type Section = {
  readonly id: string | undefined;
  readonly heading: string;
  /** Range in the text; the heading itself ends at `body`. */
  readonly start: number;
  readonly body: number;
  readonly end: number;
};

/** What Pagefind writes at the end of a block. */
const blockEnd = '. ';
const heading = /^h[1-6]$/;

export function readFragment(fragment: Fragment): PageText {
  const starts: number[] = [];
  let text = '';
  for (const raw of fragment.content.split('\u200b')) {
    starts.push(text.length);
    text += raw === blockEnd ? '\n' : raw;
  }
  const headings = fragment.anchors
    .filter(({ element }) => heading.test(element))
    .map((anchor) => ({ ...anchor, start: starts[anchor.location] ?? text.length }))
    .sort((a, b) => a.start - b.start);
  const title = fragment.meta.title ?? '';
  const same = comparableWithMap(text);
  const sections: Section[] = [];
  const first = headings[0]?.start ?? text.length;
  if (first > 0)
    sections.push({
      id: undefined,
      heading: title,
      start: 0,
      body: Math.min(endOfHeading(same, 0, title), first),
      end: first,
    });
  for (const [index, { element, id, text: name, start }] of headings.entries()) {
    const body = endOfHeading(same, start, name);
    const end = headings[index + 1]?.start ?? text.length;
    sections.push({
      id: element === 'h1' ? undefined : id,
      heading: name.trim(),
      start,
      body: Math.min(body, end),
      end,
    });
  }
  return { title, text, comparable: same, sections };
}

/** The heading stands at the beginning of its section; what follows it is the body. */
function endOfHeading({ text, from, to }: ComparableText, start: number, name: string): number {
  const needle = comparable(name);
  const at = from.findIndex((position) => position >= start);
  return needle !== '' && at !== -1 && text.startsWith(needle, at) ? (to[at + needle.length - 1] ?? start) : start;
}

/** Where a string stands in the text; `whole` tells whether it is more than a part of a longer number or Latin word. */
export type Place = { readonly start: number; readonly end: number; readonly whole: boolean };

export function placesOf(page: Pick<PageText, 'text' | 'comparable'>, needle: string): readonly Place[] {
  const { text, from, to } = page.comparable;
  const places: Place[] = [];
  if (needle === '') return places;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const start = from[at] ?? 0;
    const end = to[at + needle.length - 1] ?? start;
    places.push({ start, end, whole: !cutsWord(page.text, start) && !cutsWord(page.text, end) });
  }
  return places;
}

const wordPart = /[0-9A-Za-z]/;
const sameKind = (a: string, b: string): boolean => /\d/.test(a) === /\d/.test(b);

function cutsWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  return wordPart.test(before) && wordPart.test(after) && sameKind(before, after);
}

/** Every place of a string on a page. */
export type Found = { readonly needle: string; readonly places: readonly Place[] };

/** The section that shows the strings best: most of them, whole, in its heading, often. */
export function bestSection(page: PageText, found: readonly Found[]): Section | undefined {
  let best: { section: Section; score: number } | undefined;
  for (const section of page.sections) {
    const score = scoreOf(section, found);
    if (score > (best?.score ?? 0)) best = { section, score };
  }
  return best?.section;
}

function scoreOf(section: Section, found: readonly Found[]): number {
  const heading = comparable(section.heading);
  let score = 0;
  for (const { needle, places } of found) {
    const here = places.filter(({ start }) => start >= section.start && start < section.end);
    if (here.length === 0) continue;
    const wholes = here.filter(({ whole }) => whole).length;
    score += 100 + (wholes > 0 ? 50 : 0) + (heading.includes(needle) ? 20 : 0) + Math.min(wholes, 9);
  }
  // A heading inside the page tells more than the page itself.
  return score > 0 && section.id !== undefined ? score + 1 : score;
}
