import type { Simplified } from '../lib/reading-tables.ts';

/** What the site writes for a text in traditional characters; the same text where there are none. */
export type Simplify = (text: string) => string;

export function openSimplify({ from, to, pairs }: Simplified): Simplify {
  const meant = [...to];
  const single = new Map(Array.from(from, (character, index) => [character, meant[index] ?? character]));
  const together = new Map(pairs);
  return (text) => {
    const characters = [...text];
    const simple = characters.map((character) => single.get(character) ?? character);
    for (let at = 0; at + 1 < characters.length; at++) {
      const pair = together.get(`${characters[at]}${characters[at + 1]}`);
      if (pair !== undefined) simple.splice(at, 2, ...pair);
    }
    return simple.join('');
  };
}
