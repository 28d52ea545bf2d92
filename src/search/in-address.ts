/** What every page needs of the addresses of the search; small, because every page loads it. */

/** Name of the parameter with the words that a page marks on arrival; see arrival.ts. */
export const markParameter = 'mark';

/** An address holds so many characters of a query: servers refuse long ones, and only the beginning is searched. */
export const longestTyped = 200;

/** A query as an address can carry it: not too long, without halves of characters. */
export function carried(q: string): string {
  return [...q.replace(/\p{Surrogate}/gu, '')].slice(0, longestTyped).join('');
}
