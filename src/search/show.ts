import { comparable, comparableWithMap } from '../lib/comparable.ts';
import { clip, excerpt, type Stretch } from './excerpt.ts';
import { bestSection, type Found, type PageText, type Place, placesOf, type Section } from './sections.ts';
import type { Hit } from './tiers.ts';

/** What is shown of a hit: where it leads, and the words around. */
export type Shown = {
  readonly title: readonly Stretch[];
  /** Address below the base path with the anchor of the heading. */
  readonly path: string;
  /** The heading it leads to, where that is not the page's own. */
  readonly heading: readonly Stretch[] | undefined;
  readonly excerpt: readonly Stretch[];
  /** Further headings under which the query stands. */
  readonly more: readonly { readonly heading: string; readonly path: string; readonly times: number }[];
  /** false where the query is only a part of longer numbers or Latin words there. */
  readonly whole: boolean;
  /** true where the text of the page could not be had. */
  readonly bare?: boolean;
};

const mostSections = 4;

/** The best place of a hit in the text of its page. */
export function showHit(hit: Hit, page: PageText): Shown {
  const found = hit.held.map((needle) => ({ needle, places: placesOf(page, needle) }));
  const section = sectionOf(hit, page, found);
  const places = found.flatMap((row) => row.places).sort((a, b) => a.start - b.start);
  const inBody = places.filter(({ start }) => start >= section.body && start < section.end);
  // Where only the heading holds the words, what follows it says what the page is about.
  const range =
    inBody.length > 0 || hasText(page, section)
      ? { start: section.body, end: section.end }
      : { start: section.body, end: page.text.length };
  const title = hit.entry?.name ?? page.title;
  const own = isOwnPage(hit) || section.id === undefined || comparable(section.heading) === comparable(title);
  return {
    title: markIn(title, hit.held),
    path: isOwnPage(hit) ? hit.path : pathTo(hit, section),
    heading: own ? undefined : markIn(section.heading, hit.held),
    excerpt: excerpt(page, inBody, range),
    more: moreSections(hit, page, section, places),
    whole: places.some(({ whole }) => whole),
  };
}

/** A hit whose text could not be had: its name and its address. */
export function showName(hit: Hit): Shown {
  return {
    title: markIn(hit.entry?.name ?? hit.path, hit.held),
    path: hit.named[0]?.path ?? hit.path,
    heading: undefined,
    excerpt: [],
    more: [],
    whole: true,
    bare: true,
  };
}

function sectionOf(hit: Hit, page: PageText, found: readonly Found[]): Section {
  const inside = hit.named.find((entry) => entry.path.includes('#'));
  const named =
    inside && !isOwnPage(hit) ? page.sections.find((section) => pathTo(hit, section) === inside.path) : undefined;
  const first = page.sections[0] ?? { id: undefined, heading: page.title, start: 0, body: 0, end: page.text.length };
  return named ?? bestSection(page, found) ?? first;
}

/** The query is the name of the page itself: it is shown from its top. */
const isOwnPage = (hit: Hit): boolean => hit.named.some((entry) => entry.path === hit.path);

const pathTo = (hit: Hit, section: Section): string => (section.id ? `${hit.path}#${section.id}` : hit.path);

const hasText = (page: PageText, { body, end }: Section): boolean => page.text.slice(body, end).trim().length > 0;

function moreSections(hit: Hit, page: PageText, shown: Section, places: readonly Place[]): Shown['more'] {
  return page.sections
    .filter((section) => section !== shown && section.id !== undefined)
    .map((section) => ({
      heading: section.heading,
      path: pathTo(hit, section),
      times: places.filter(({ start }) => start >= section.start && start < section.end).length,
    }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times)
    .slice(0, mostSections);
}

/** A whole short text with the needles marked. */
export function markIn(text: string, needles: readonly string[]): readonly Stretch[] {
  const places = needles.flatMap((needle) => placesOf({ text, comparable: comparableWithMap(text) }, needle));
  return clip(text, 0, text.length, places, { start: 0, end: text.length });
}
