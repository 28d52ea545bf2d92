import { comparable } from '../lib/comparable.ts';
import { blurred, type SoundedName, type Sounds, stretchOf, type Unit } from './sounds.ts';
import { withinOne } from './spelling.ts';
import { stopWords } from './stop-words.ts';

/** A part of a query that may be a mistyped name. */
export type Mistake = {
  /** The part as typed; a mistake only where it stands on no page. */
  readonly typed: string;
  /** What may be meant, and the whole query with it. */
  readonly meant: string;
  readonly query: string;
  /** `sound`: it sounds like the name. `spelling`: one character is wrong, missing, too many, or two are swapped. */
  readonly how: 'sound' | 'spelling';
  /** false where the name is so short that another word may be meant. */
  readonly sure: boolean;
  readonly score: number;
};

const most = 12;

/** What of the query may be a mistyped name or part of a name, likeliest first. */
export function findMistakes(text: string, sounds: Sounds): readonly Mistake[] {
  const typed = [...comparable(text)].filter((character) => /[\p{L}\p{N}]/u.test(character));
  const found = [...bySound(typed, sounds), ...bySpelling(typed, sounds)].sort(
    (a, b) => b.score - a.score || (a.meant < b.meant ? -1 : 1),
  );
  const unique = new Map<string, Mistake>();
  for (const mistake of found) if (!unique.has(mistake.query)) unique.set(mistake.query, mistake);
  return [...unique.values()].slice(0, most);
}

function replaced(typed: readonly string[], from: number, to: number, meant: string) {
  return {
    typed: typed.slice(from, to).join(''),
    meant,
    query: [...typed.slice(0, from), meant, ...typed.slice(to)].join(''),
  };
}

function bySound(typed: readonly string[], sounds: Sounds): Mistake[] {
  const heard = typed.map((character) => sounds.syllablesOf(character));
  const blurredly = heard.map((syllables) => [...new Set(syllables.map(blurred))]);
  const starts = startsOf(sounds);
  const mistakes: Mistake[] = [];
  for (const [from, syllables] of blurredly.entries()) {
    const here = syllables.flatMap((syllable) => starts.get(syllable) ?? []);
    for (const { named, start } of here) {
      const { units } = named;
      let length = 1;
      while (
        from + length < typed.length &&
        soundsAs(blurredly[from + length], typed[from + length], units[start + length])
      )
        length += 1;
      if (length < 2) continue;
      const mistake = heardAs(typed, from, length, named, start, heard);
      if (mistake) mistakes.push(mistake);
    }
  }
  return mistakes;
}

type Start = { readonly named: SoundedName; readonly start: number };
const startsCache = new WeakMap<Sounds, ReadonlyMap<string, readonly Start[]>>();

/** Sound → where in the names it stands. */
function startsOf(sounds: Sounds): ReadonlyMap<string, readonly Start[]> {
  const known = startsCache.get(sounds);
  if (known) return known;
  const starts = new Map<string, Start[]>();
  for (const named of sounds.names) {
    for (const [start, { blurred: all }] of named.units.entries()) {
      for (const sound of all) {
        const list = starts.get(sound);
        if (list) list.push({ named, start });
        else starts.set(sound, [{ named, start }]);
      }
    }
  }
  startsCache.set(sounds, starts);
  return starts;
}

function soundsAs(heard: readonly string[] | undefined, typed: string | undefined, unit: Unit | undefined): boolean {
  if (!unit) return false;
  return unit.character === typed || (heard ?? []).some((syllable) => unit.blurred.includes(syllable));
}

/** The longest run that sounds like the name; a last word of the question that happens to sound so is left out. */
function heardAs(
  typed: readonly string[],
  from: number,
  length: number,
  named: SoundedName,
  start: number,
  heard: readonly (readonly string[])[],
): Mistake | undefined {
  const { units } = named;
  const differs = (offset: number): boolean => units[start + offset]?.character !== typed[from + offset];
  const loose = (offset: number): boolean => differs(offset) && stopWords.has(typed[from + offset] ?? '');
  let end = length;
  const mayEnd = (): boolean =>
    start + end === units.length || !differs(end - 1) || (from + end === typed.length && !loose(end - 1));
  while (end > 1 && !mayEnd()) end -= 1;
  if (differs(0) && start > 0 && (from > 0 || loose(0))) return undefined;
  const wholeName = start === 0 && end === units.length;
  const wholeQuery = from === 0 && end === typed.length;
  const wrong = Array.from({ length: end }, (_, offset) => offset).filter(differs);
  if (wrong.length === 0 || end < (wholeName || wholeQuery ? 2 : 3)) return undefined;
  if (wrong.length === end && !(wholeQuery && end > 2)) return undefined;
  const exactly = wrong.every((offset) =>
    units[start + offset]?.syllables.some((syllable) => heard[from + offset]?.includes(syllable)),
  );
  return {
    ...replaced(typed, from, from + end, stretchOf(named, start, start + end)),
    how: 'sound',
    sure: exactly || end > 2,
    score: end - 0.3 * wrong.length + (wholeName ? 1 : start === 0 ? 0.4 : 0) + (exactly ? 0.6 : 0),
  };
}

const longestName = 12;
const digits = (text: string): string => text.replace(/\D+/g, ' ');

function bySpelling(typed: readonly string[], { names }: Sounds): Mistake[] {
  const whole = typed.join('');
  const mistakes: Mistake[] = [];
  for (const named of names) {
    const { length } = named.units;
    if (length < 3 || length > longestName) continue;
    const name = named.plain;
    if (whole.includes(name)) continue;
    for (let size = Math.max(2, length - 1); size <= length + 1; size++) {
      for (let from = 0; from + size <= typed.length; from++) {
        const to = from + size;
        if (!mayBegin(typed, from, name) || !mayEnd(typed, to, name)) continue;
        if (size < 3 && size < typed.length) continue;
        const part = typed.slice(from, to).join('');
        if (!withinOne(part, name) || digits(part) !== digits(name)) continue;
        const isWrong = size === length && [...part].sort().join('') !== [...name].sort().join('');
        mistakes.push({
          ...replaced(typed, from, to, stretchOf(named, 0, length)),
          how: 'spelling',
          sure: size > 2 && (length > 3 || !isWrong),
          score: size - 0.5 - (isWrong ? 0.3 : 0),
        });
      }
    }
  }
  return mistakes;
}

/** Inside a question the mistake stands inside the name: its neighbours are other words. */
const mayBegin = (typed: readonly string[], from: number, name: string): boolean =>
  from === 0 || name.startsWith(typed[from] ?? '');
const mayEnd = (typed: readonly string[], to: number, name: string): boolean =>
  name.endsWith(typed[to - 1] ?? '') || (to === typed.length && !stopWords.has(typed[to - 1] ?? ''));
