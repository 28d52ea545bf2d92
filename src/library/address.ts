/** Public addresses, below the site's base path. They never change. */
export type Collection = 'cases' | 'practices' | 'rulebook' | 'calculators' | 'courses' | 'glossary' | 'sources';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Collections with pages in English too. Those lie below `en/`; everything else is in Chinese. */
const inEnglish: ReadonlySet<Collection> = new Set<Collection>(['calculators']);

/** `address()` is the home page; `address('search/')` and `address('rulebook/', id)` lie below it. */
export function address(path = ''): string {
  return base + path;
}

/** The list page of a collection, in this language where there is one, else in Chinese. */
export function listAddress(collection: Collection, lang: 'zh' | 'en' = 'zh'): string {
  return address(`${lang === 'en' && inEnglish.has(collection) ? 'en/' : ''}${collection}/`);
}

/** The page of an entry, in this language where there is one, else in Chinese; a glossary term is an anchor of one page. */
export function entryAddress(collection: Collection, id: string, lang: 'zh' | 'en' = 'zh'): string {
  return collection === 'glossary' ? address(`glossary/#${id}`) : `${listAddress(collection, lang)}${id}/`;
}

/** `R16`, `G3`, `C1` of a chapter. */
export function ruleAddress(chapter: string, id: string): string {
  return `${address(`rulebook/${chapter}/`)}#${anchorOf(id)}`;
}

export function anchorOf(id: string): string {
  return id.toLowerCase();
}
