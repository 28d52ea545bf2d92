import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';

export { render } from 'astro:content';

export type { ReportedFigure } from '../schema/case.ts';
export type { Rule } from '../schema/rulebook.ts';
export type { Quotation } from '../schema/text.ts';

export type CaseEntry = CollectionEntry<'cases'>;
export type PracticeEntry = CollectionEntry<'practices'>;
export type ChapterEntry = CollectionEntry<'rulebook'>;
export type SchemeEntry = CollectionEntry<'schemes'>;
export type TermEntry = CollectionEntry<'glossary'>;
export type SourceEntry = CollectionEntry<'sources'>;
export type CourseEntry = CollectionEntry<'courses'>;
export type SiteEntry = CollectionEntry<'site'>;

/** Everything in content/, sorted for reading. */
export type Library = {
  readonly site: SiteEntry['data'];
  readonly cases: readonly CaseEntry[];
  readonly practices: readonly PracticeEntry[];
  readonly chapters: readonly ChapterEntry[];
  readonly schemes: readonly SchemeEntry[];
  readonly terms: readonly TermEntry[];
  readonly sources: readonly SourceEntry[];
  readonly courses: readonly CourseEntry[];
};

const pinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

/** Compares texts in the order of a Chinese dictionary. */
export const inReadingOrder = (a: string, b: string): number => pinyin.compare(a, b);

async function sorted<K extends CollectionKey>(
  collection: K,
  key: (entry: CollectionEntry<K>) => string,
): Promise<readonly CollectionEntry<K>[]> {
  const entries = await getCollection(collection);
  return entries.sort((a, b) => inReadingOrder(key(a), key(b)));
}

let loaded: Promise<Library> | undefined;

/** Loads the library; once in a build, again for every page while somebody is editing. */
export function loadLibrary(): Promise<Library> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Library> {
  const [settings] = await getCollection('site');
  if (!settings) throw new Error('content/site.yaml is missing: it gives the site its name and address');
  const site = settings.data;
  const [cases, practices, chapters, schemes, terms, sources, courses] = await Promise.all([
    sorted('cases', ({ data }) => `${data.place.province ?? '〇'} ${data.title.zh}`),
    sorted('practices', ({ data }) => data.title.zh),
    sorted('rulebook', ({ data }) => data.title.zh),
    sorted('schemes', ({ data }) => data.title.zh),
    sorted('glossary', ({ data }) => data.term.zh),
    sorted('sources', ({ data }) => `${data.container?.zh ?? ''} ${data.title.zh}`),
    // Astro warns about an empty collection: a site without courses does not ask for them.
    site.navigation.includes('courses') ? sorted('courses', ({ data }) => data.title.zh) : [],
  ]);
  return { site, cases, practices, chapters, schemes, terms, sources, courses };
}

/** The entry with this id, where there is one. */
export function find<E extends { readonly id: string }>(entries: readonly E[], id: string): E | undefined {
  return entries.find((entry) => entry.id === id);
}

/** The entry with this id; a missing one names itself and where it was asked for. */
export function get<E extends { readonly id: string; readonly collection: string }>(
  entries: readonly E[],
  id: string,
  askedBy: string,
): E {
  const entry = find(entries, id);
  if (entry) return entry;
  const known = entries.map((candidate) => candidate.id).join(', ') || 'none';
  throw new Error(`${askedBy} names “${id}”, which does not exist. Known: ${known}`);
}
