import { pinyin } from 'pinyin-pro';
import type { Readings } from '../lib/reading-tables.ts';
import type { Vocabulary } from '../lib/vocabulary.ts';

const han = /\p{Script=Han}/gu;

/**
 * How the characters of the texts are read, and the common ones, which stand where others were meant.
 * The names are read as a whole, because a character of several readings has the one of its word.
 */
export function readings(vocabulary: Vocabulary, texts: string): Readings {
  const usual: Record<string, string> = {};
  const other: Record<string, string> = {};
  const first = new Map<string, string>();
  for (const character of [...new Set([...commonCharacters(), ...(texts.match(han) ?? [])])].sort()) {
    const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }).filter(isSyllable);
    const [own, ...others] = new Set(all);
    if (own === undefined) continue;
    first.set(character, own);
    usual[own] = (usual[own] ?? '') + character;
    for (const syllable of others) other[syllable] = (other[syllable] ?? '') + character;
  }
  const names: Record<string, string> = {};
  for (const name of namesOf(vocabulary)) {
    const characters = name.match(han) ?? [];
    const syllables = pinyin(name, { toneType: 'none', type: 'all', v: true })
      .filter(({ isZh }) => isZh)
      .map(({ pinyin: syllable }) => syllable);
    const differs = characters.some((character, index) => syllables[index] !== first.get(character));
    if (differs && syllables.length === characters.length && syllables.every(isSyllable))
      names[name] = syllables.join(' ');
  }
  return { usual, other, names };
}

const isSyllable = (text: string): boolean => /^[a-z]+$/.test(text);

function namesOf({ entries, chapters }: Vocabulary): ReadonlySet<string> {
  return new Set([
    ...entries.flatMap(({ name, also }) => [name, ...(also ?? [])]),
    ...chapters.flatMap(({ rules }) => rules.map(([, name]) => name)),
  ]);
}

/** The 3,755 characters of the first level of GB 2312, which its rows 16 to 55 hold. */
function commonCharacters(): readonly string[] {
  const decoder = new TextDecoder('gb2312');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let column = 0xa1; column <= 0xfe; column++) {
      const character = decoder.decode(Uint8Array.of(row, column));
      if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
    }
  }
  return characters;
}
