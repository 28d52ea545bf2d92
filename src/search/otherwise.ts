import { comparable, nameKey } from '../lib/comparable.ts';
import type { Segment } from './cut.ts';
import type { Grams } from './grams.ts';
import type { Lexicon } from './lexicon.ts';
import { findMistakes } from './mistakes.ts';
import { matchSounds, readLatin, type SoundMatch, type Typed } from './pinyin.ts';
import { type Query, readQuery } from './query.ts';
import type { Sounds } from './sounds.ts';
import { withinOne } from './spelling.ts';
import type { Tables } from './tables.ts';
import type { Tiers } from './tiers.ts';

/** A way in which a query is read: by its pinyin, in simplified characters, as it sounds, with one mistake mended. */
export type How = 'pinyin' | 'simplified' | 'sound' | 'spelling';

/** The query read in another way, and what that finds. */
export type Reading = {
  readonly how: How;
  readonly text: string;
  /** Further texts that it may stand for. */
  readonly others: readonly string[];
  readonly tiers: Tiers;
};

export type OtherwiseOptions = {
  readonly tables: Tables;
  readonly lexicon: Lexicon;
  readonly grams: Grams;
  readonly segment: Segment;
  readonly find: (query: Query) => Promise<Tiers>;
};

const mostOthers = 3;
/** Beside pages that hold the letters themselves only a good match is worth showing. */
const goodMatch = 1.7;

/** Other readings of a query, where there are any; what was typed and stands on a page is never mended. */
export async function readOtherwise(
  query: Query,
  typed: Pick<Tiers, 'named' | 'exact' | 'all' | 'missing'>,
  { tables, lexicon, grams, segment, find }: OtherwiseOptions,
): Promise<readonly Reading[]> {
  const isFound = typed.named.length + typed.exact.length > 0;
  const read = async (how: How, text: string, others: readonly string[] = []): Promise<Reading> => ({
    how,
    text,
    others,
    tiers: await find(readQuery(text)),
  });
  const latin = readLatin(query.text);
  if (latin) {
    const { texts, isNear } = pinyinTexts(latin, await tables.sounds(), segment, isFound);
    const [text, ...others] = texts;
    if (text !== undefined) return [await read(isNear ? 'spelling' : 'pinyin', text, others)];
  }
  if (isFound) return [];
  if (!/\p{Script=Han}/u.test(query.text)) {
    const [text, ...others] = latin ? latinNames(query.text, lexicon) : [];
    return text === undefined ? [] : [await read('spelling', text, others)];
  }

  // Traditional characters make pieces that stand nowhere.
  const same = query.text.normalize('NFKC');
  const simple = typed.missing.length > 0 ? (await tables.simplify())(same) : same;
  const simplified = simple === same ? undefined : await read('simplified', simple);
  if (simplified && simplified.tiers.named.length + simplified.tiers.exact.length > 0) return [simplified];
  const mended = await mend(simple, simplified?.tiers ?? typed, await tables.sounds(), grams);
  const [first, ...others] = mended;
  if (!first) return simplified ? [simplified] : [];
  return [
    await read(
      first.how,
      first.query,
      others.map((other) => other.query),
    ),
  ];
}

type PinyinTexts = { readonly texts: readonly string[]; readonly isNear: boolean };

/** What the letters stand for: the best stretch of a name, and others that are as likely. */
function pinyinTexts(latin: Typed, sounds: Sounds, segment: Segment, isFound: boolean): PinyinTexts {
  const scores = new Map<string, SoundMatch & { likely: number }>();
  for (const match of matchSounds(latin, sounds, segment)) {
    if (isFound && (match.score < goodMatch || [...match.text].length < 2)) continue;
    const key = nameKey(match.text);
    const known = scores.get(key);
    // What stands in many names is likelier than what stands in one.
    if (known) known.likely = Math.min(known.score + 0.25, known.likely + 0.03);
    else scores.set(key, { ...match, likely: match.score });
  }
  const rows = [...scores.values()].sort((a, b) => b.likely - a.likely);
  const best = rows[0]?.likely ?? 0;
  const texts = rows.filter(({ likely }) => likely > best - 1).map(({ text }) => text);
  if (texts.length > 0 || isFound) return { texts: texts.slice(0, mostOthers + 1), isNear: rows[0]?.isNear ?? false };
  const words = wordByWord(latin, sounds, segment);
  return { texts: words === undefined ? [] : [words], isNear: false };
}

/** Several words, each of another name: `dangyuan jifen`. */
function wordByWord({ text, ends }: Typed, sounds: Sounds, segment: Segment): string | undefined {
  const words: string[] = [];
  let from = 0;
  for (const end of ends) {
    const part = text.slice(from, end);
    from = end;
    const isLatin = /[a-z]/.test(part);
    const word = isLatin ? matchSounds({ text: part, ends: new Set([part.length]) }, sounds, segment)[0]?.text : part;
    // Single syllables stand for anything.
    if (word === undefined || (isLatin && [...word].length < 2)) return undefined;
    words.push(word);
  }
  return words.length > 1 ? words.join(' ') : undefined;
}

/** The mistakes that are worth mending: what was typed there stands on no page. */
async function mend(text: string, typed: Pick<Tiers, 'all'>, sounds: Sounds, grams: Grams) {
  const candidates = findMistakes(text, sounds).filter(({ sure }) => sure || typed.all.length === 0);
  const checked = await Promise.all(
    candidates.map(async (mistake) => ((await grams.find(mistake.typed)).size === 0 ? mistake : undefined)),
  );
  const mistakes = checked.filter((mistake) => mistake !== undefined);
  const best = mistakes[0]?.score ?? 0;
  return mistakes.filter(({ score }) => score > best - 0.7).slice(0, mostOthers + 1);
}

/** Names in Latin letters, such as ids, that differ by one letter. */
function latinNames(text: string, { entries }: Lexicon): readonly string[] {
  const typed = comparable(text);
  if (typed.length < 5) return [];
  const isNear = (name: string): boolean =>
    Math.abs(name.length - typed.length) < 2 && withinOne(comparable(name), typed);
  const found = entries.filter(({ also }) => also?.some(isNear));
  return [...new Set(found.map(({ name }) => name))].slice(0, mostOthers + 1);
}
