import { comparable } from '../lib/comparable.ts';

/** Longer queries are cut: nobody reads a page of results for a pasted article. */
export const longestQuery = 64;

export type Query = {
  /** As the reader typed it, on one line. */
  readonly text: string;
  /** In comparable form; empty where there is nothing to look for. */
  readonly needle: string;
  /** The needle without the quotation marks around the whole query, where there are any. */
  readonly unquoted: string | undefined;
  readonly shortened: boolean;
};

const quoted = /^(?:"(.+)"|“(.+)”|「(.+)」|『(.+)』|'(.+)'|‘(.+)’)$/su;

/** Reads what was typed or pasted: line breaks and control characters become spaces, length is limited. */
export function readQuery(typed: string): Query {
  const clean = typed
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const characters = [...clean];
  const shortened = characters.length > longestQuery;
  const text = shortened ? characters.slice(0, longestQuery).join('').trim() : clean;
  const inner = quoted
    .exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);
  const unquoted = inner === undefined ? '' : comparable(inner);
  return { text, needle: comparable(text), unquoted: unquoted === '' ? undefined : unquoted, shortened };
}

/** Whether reading what was typed in another way may help; `found` is how much is found without. */
export function mayBeOtherwise(typed: string, found: number): boolean {
  return /[a-z]/iu.test(typed.normalize('NFKC')) || (found === 0 && /\p{Script=Han}/u.test(typed));
}
