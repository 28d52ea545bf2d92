/** Public addresses, below the site's base path. They never change. */
export type Collection = 'cases' | 'practices' | 'rulebook' | 'calculators' | 'courses' | 'glossary' | 'sources';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** `address()` is the home page; `address('search/')` and `address('rulebook/', id)` lie below it. */
export function address(path = ''): string {
  return base + path;
}

/** The list page of a collection. */
export function listAddress(collection: Collection): string {
  return address(`${collection}/`);
}

/** The page of an entry; a glossary term is an anchor of one page. */
export function entryAddress(collection: Collection, id: string): string {
  return address(collection === 'glossary' ? `glossary/#${id}` : `${collection}/${id}/`);
}

/** `R16`, `G3`, `C1` of a chapter. */
export function ruleAddress(chapter: string, id: string): string {
  return `${address(`rulebook/${chapter}/`)}#${anchorOf(id)}`;
}

export function anchorOf(id: string): string {
  return id.toLowerCase();
}
