import { type Chosen, facetNames } from './facets.ts';
import { carried, markParameter } from './in-address.ts';

/** What the address of the search page says. */
export type SearchState = { readonly q: string; readonly chosen: Chosen };

/** Of a query that is given more than once, the first that is not empty counts. */
export function readState(search: string): SearchState {
  const params = new URLSearchParams(search);
  const chosen = Object.fromEntries(
    facetNames.flatMap((name) => {
      const values = [...new Set(params.getAll(name).filter(Boolean))];
      return values.length > 0 ? [[name, values]] : [];
    }),
  );
  return { q: carried(params.getAll('q').find(Boolean) ?? ''), chosen };
}

/** `?q=…&kind=…`; empty where nothing is asked for. */
export function writeState({ q, chosen }: SearchState): string {
  const params = new URLSearchParams();
  if (q) params.set('q', carried(q));
  for (const name of facetNames) for (const value of chosen[name] ?? []) params.append(name, value);
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** Adds the reader's words to an address, before its anchor; single characters are not worth marking. */
export function withMarks(path: string, words: readonly string[]): string {
  const worth = words.filter((word) => [...word].length > 1);
  const [page = '', anchor] = path.split('#');
  const params = new URLSearchParams(worth.map((word) => [markParameter, word]));
  return `${page}${worth.length > 0 ? `?${params}` : ''}${anchor === undefined ? '' : `#${anchor}`}`;
}
