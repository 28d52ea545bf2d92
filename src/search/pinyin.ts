import type { Entry, Kind } from '../lib/vocabulary.ts';
import type { Segment } from './cut.ts';
import { type SoundedName, type Sounds, stretchOf, type Unit } from './sounds.ts';
import { withinOne } from './spelling.ts';

/** What was typed in Latin letters, perhaps among characters: without spaces, and where syllables end for certain. */
export type Typed = { readonly text: string; readonly ends: ReadonlySet<number> };

/** A stretch of a name that is read as typed. */
export type SoundMatch = {
  readonly named: SoundedName;
  readonly text: string;
  /** 3 the whole name, 2 its beginning, 1 within it; less where only initials or nearly the letters were typed. */
  readonly score: number;
  /** One letter differs from what was typed. */
  readonly isNear: boolean;
};

/** Whether the text may be pinyin: at least two Latin letters and nothing but letters, characters and digits. */
export function readLatin(text: string): Typed | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/\p{M}/gu, '')
    .replaceAll('ü', 'v')
    .trim();
  if (!/[a-z].*[a-z]|\p{Script=Han}.*[a-z]|[a-z].*\p{Script=Han}/u.test(plain)) return undefined;
  if (!/^[a-z\d\p{Script=Han}\s'’·-]+$/u.test(plain)) return undefined;
  const parts = plain.split(/[\s'’·-]+/u).filter(Boolean);
  const ends = new Set<number>();
  let length = 0;
  for (const part of parts) {
    length += part.length;
    ends.add(length);
  }
  return { text: parts.join(''), ends };
}

/** How a unit may be typed. */
type Manner = 'syllables' | 'initials' | 'mixed';
const worth: Readonly<Record<Manner, number>> = { syllables: 0, initials: -0.3, mixed: -0.5 };

/** Among equal matches what a reader means by a name comes first. */
const order: readonly Kind[] = ['practice', 'term', 'case', 'calculator', 'course', 'rule', 'source', 'page'];

/** Every stretch of a name that is read as typed, best first; where there is none, those that nearly are. */
export function matchSounds(typed: Typed, { names }: Sounds, segment: Segment): readonly SoundMatch[] {
  const letters = typed.text.replace(/[^a-z]/g, '').length;
  const find = (manner: Manner, inside: boolean): SoundMatch[] =>
    names.flatMap((named) => bestIn(named, typed, manner, inside, segment) ?? []);
  const plain = find('syllables', letters > 2 || typed.text.length > letters);
  const initials = find('initials', letters > 2);
  const found = [...plain, ...initials];
  const mixed = found.some(({ score }) => score > 1.5) ? [] : find('mixed', false);
  const all = [...found, ...mixed];
  const isFound = letters < 5 || all.some(({ score }) => score >= 1);
  const near = isFound ? [] : names.flatMap((named) => nearlyIn(named, typed.text, segment) ?? []);
  return [...all, ...near].sort(
    (a, b) =>
      b.score - a.score ||
      kindOf(a) - kindOf(b) ||
      a.named.name.length - b.named.name.length ||
      (a.text < b.text ? -1 : 1),
  );
}

const kindOf = ({ named }: SoundMatch): number =>
  Math.min(...named.bearers.map(({ kind }: Entry) => order.indexOf(kind)));

function bestIn(
  named: SoundedName,
  typed: Typed,
  manner: Manner,
  inside: boolean,
  segment: Segment,
): SoundMatch | undefined {
  const last = inside ? named.units.length : 1;
  const first = typed.text.charAt(0);
  for (let start = 0; start < last; start++) {
    if (!beginsWith(named.units[start], first)) continue;
    const end = run(named.units, start, typed, manner);
    if (end === undefined) continue;
    const place = start > 0 ? 1 : end.unit === named.units.length ? 3 : 2;
    // Initials say little: inside a name three of them fit by chance.
    if (manner === 'initials' && place === 1 && typed.text.length < 4) continue;
    if (end.broken && place === 1) continue;
    const isTorn = place < 3 && !isWhole(named, start, end.unit, segment);
    const torn = !isTorn ? 0 : place === 1 || manner !== 'syllables' ? 0.4 : 0.1;
    const score = place + worth[manner] - (end.broken ? 0.2 : 0) - torn;
    return { named, text: stretchOf(named, start, end.unit), score, isNear: false };
  }
  return undefined;
}

/** Whether a stretch begins and ends where words do: 极分子 in 积极分子 does not. */
function isWhole({ name, units }: SoundedName, start: number, end: number, segment: Segment): boolean {
  const breaks = new Set([0]);
  let at = 0;
  for (const word of segment(name)) {
    at += word.length;
    breaks.add(at);
  }
  return breaks.has(units[start]?.from ?? 0) && breaks.has(units[end - 1]?.to ?? 0);
}

const beginsWith = (unit: Unit | undefined, letter: string): boolean =>
  unit !== undefined && (unit.character === letter || unit.syllables.some((syllable) => syllable.startsWith(letter)));

type End = { readonly unit: number; readonly broken: boolean };

/** Reads units from `start` until all that was typed is used up; `broken` where the last syllable is not complete. */
function run(units: readonly Unit[], start: number, typed: Typed, manner: Manner): End | undefined {
  const { text } = typed;
  let positions = [0];
  for (let unit = start; unit < units.length && positions.length > 0; unit++) {
    const next: number[] = [];
    let broken = false;
    for (const position of positions) {
      for (const way of waysOf(units[unit], manner)) {
        const end = position + way.length;
        if (text.startsWith(way, position) && !crosses(typed, position, end)) {
          if (!next.includes(end)) next.push(end);
        } else if (manner !== 'initials' && position < text.length && way.startsWith(text.slice(position)))
          broken ||= !crosses(typed, position, text.length);
      }
    }
    if (next.includes(text.length)) return { unit: unit + 1, broken: false };
    if (broken) return { unit: unit + 1, broken };
    positions = next;
  }
  return undefined;
}

/** Spaces and apostrophes divide syllables: `xi an` is not `xian`. */
function crosses({ ends }: Typed, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (ends.has(at)) return true;
  return false;
}

function waysOf(unit: Unit | undefined, manner: Manner): readonly string[] {
  if (!unit) return [];
  const known = ways.get(unit) ?? {
    syllables: [...unit.syllables.flatMap(spellings), unit.character],
    initials: [...unit.syllables.flatMap(initialsOf), unit.character],
    mixed: [...unit.syllables.flatMap(spellings), ...unit.syllables.flatMap(initialsOf), unit.character],
  };
  ways.set(unit, known);
  return known[manner];
}

const ways = new WeakMap<Unit, Readonly<Record<Manner, readonly string[]>>>();

const initialsOf = (syllable: string): readonly string[] => [syllable.slice(0, 1), ...(/^[zcs]h/.exec(syllable) ?? [])];

/** ü is typed as v, and as u by those who do not know how. */
const spellings = (syllable: string): readonly string[] =>
  syllable.includes('v') ? [syllable, syllable.replace('v', 'u'), syllable.replace('v', 'yu')] : [syllable];

/** A run of whole syllables that differs from what was typed by one letter. */
function nearlyIn(named: SoundedName, text: string, segment: Segment): SoundMatch | undefined {
  const { units } = named;
  const [first = '', second = ''] = text;
  for (let start = 0; start < units.length; start++) {
    const own = units[start]?.syllables[0] ?? units[start]?.character ?? '';
    if (!own.startsWith(first) && !own.startsWith(second) && own.charAt(1) !== first) continue;
    let sound = '';
    for (let end = start; end < units.length && sound.length <= text.length; end++) {
      sound += units[end]?.syllables[0] ?? units[end]?.character ?? '';
      if (end === start || !withinOne(sound, text)) continue;
      const place = start > 0 ? 1 : end + 1 === units.length ? 3 : 2;
      // Two syllables with a wrong letter are many other words.
      const isLong = end - start > 1 || (place === 2 && text.length > 6);
      if (place < 3 && !(isLong && isWhole(named, start, end + 1, segment))) continue;
      return { named, text: stretchOf(named, start, end + 1), score: place - 0.9, isNear: true };
    }
  }
  return undefined;
}
