import { segmentChinese } from './cut.ts';
import type { Lexicon } from './lexicon.ts';
import { matchSounds, readLatin } from './pinyin.ts';
import { type Suggestion, suggest } from './suggest.ts';
import type { Tables } from './tables.ts';

/** Entries whose name is read as typed in pinyin or initials, or written so in traditional characters. */
export async function suggestOtherwise(
  typed: string,
  lexicon: Pick<Lexicon, 'entries'>,
  tables: Tables,
  most: number,
): Promise<readonly Suggestion[]> {
  const latin = readLatin(typed);
  if (!latin) {
    const simple = (await tables.simplify())(typed.normalize('NFKC'));
    return suggest(simple, lexicon, most).map((suggestion) => ({ ...suggestion, mark: simple }));
  }
  const suggestions = new Map<Suggestion['entry'], Suggestion>();
  for (const { named, text } of matchSounds(latin, await tables.sounds(), segmentChinese)) {
    for (const entry of named.bearers) {
      const by = entry.name === named.name ? undefined : named.name;
      if (!suggestions.has(entry)) suggestions.set(entry, { entry, by, mark: text });
    }
    if (suggestions.size >= most) break;
  }
  return [...suggestions.values()].slice(0, most);
}
