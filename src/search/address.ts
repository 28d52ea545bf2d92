import { type Chosen, facetNames } from './facets.ts';

/** What the address of the search page says. */
export type SearchState = { readonly q: string; readonly chosen: Chosen };

export function readState(search: string): SearchState {
  const params = new URLSearchParams(search);
  const chosen = Object.fromEntries(
    facetNames.flatMap((name) => {
      const values = [...new Set(params.getAll(name).filter(Boolean))];
      return values.length > 0 ? [[name, values]] : [];
    }),
  );
  return { q: params.get('q') ?? '', chosen };
}

/** `?q=…&kind=…`; empty where nothing is asked for. */
export function writeState({ q, chosen }: SearchState): string {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  for (const name of facetNames) for (const value of chosen[name] ?? []) params.append(name, value);
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** Name of the parameter with the words that a page marks on arrival; See arrival.ts. */
export const markParameter = 'mark';

/** Adds the reader's words to an address, before its anchor; single characters are not worth marking. */
export function withMarks(path: string, words: readonly string[]): string {
  const worth = words.filter((word) => [...word].length > 1);
  const [page = '', anchor] = path.split('#');
  const params = new URLSearchParams(worth.map((word) => [markParameter, word]));
  return `${page}${worth.length > 0 ? `?${params}` : ''}${anchor === undefined ? '' : `#${anchor}`}`;
}
