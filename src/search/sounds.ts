import { comparable } from '../lib/comparable.ts';
import type { Readings } from '../lib/reading-tables.ts';
import type { Entry } from '../lib/vocabulary.ts';

/** A character of a name that counts: its readings, the usual one first; none where it is no Han character. */
export type Unit = {
  /** In comparable form. */
  readonly character: string;
  readonly syllables: readonly string[];
  /** The readings as `blurred`, without doubles. */
  readonly blurred: readonly string[];
  /** Where it stands in the name. */
  readonly from: number;
  readonly to: number;
};

/** A name with its sounds, and the entries that bear it. */
export type SoundedName = {
  readonly name: string;
  readonly units: readonly Unit[];
  /** The characters of the units. */
  readonly plain: string;
  readonly bearers: readonly Entry[];
};

/** The vocabulary by its sounds. */
export type Sounds = {
  readonly names: readonly SoundedName[];
  readonly syllablesOf: (character: string) => readonly string[];
};

const han = /^\p{Script=Han}$/u;
const counts = /^[\p{L}\p{N}]$/u;

export function openSounds(readings: Readings, entries: readonly Entry[]): Sounds {
  const table = new Map<string, string[]>();
  for (const list of [readings.usual, readings.other]) {
    for (const [syllable, characters] of Object.entries(list)) {
      for (const character of characters) {
        const known = table.get(character);
        if (known) known.push(syllable);
        else table.set(character, [syllable]);
      }
    }
  }
  const syllablesOf = (character: string): readonly string[] => table.get(character) ?? [];
  const ownReadings = new Map(Object.entries(readings.names));
  const bearers = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const name of [entry.name, ...(entry.also ?? [])]) {
      const known = bearers.get(name);
      if (known) known.push(entry);
      else if (/\p{Script=Han}/u.test(name)) bearers.set(name, [entry]);
    }
  }
  const names = Array.from(bearers, ([name, own]): SoundedName => {
    const units = unitsOf(name, syllablesOf, ownReadings.get(name)?.split(' '));
    return { name, units, plain: units.map(({ character }) => character).join(''), bearers: own };
  });
  return { names, syllablesOf };
}

function unitsOf(
  name: string,
  syllablesOf: (character: string) => readonly string[],
  own: readonly string[] | undefined,
): readonly Unit[] {
  const units: Unit[] = [];
  let from = 0;
  let read = 0;
  for (const character of name) {
    const to = from + character.length;
    if (han.test(character)) {
      const first = own?.[read++];
      const all = syllablesOf(character);
      const syllables = first === undefined ? all : [first, ...all.filter((syllable) => syllable !== first)];
      units.push({ character, syllables, blurred: [...new Set(syllables.map(blurred))], from, to });
    } else if (counts.test(character))
      units.push({ character: comparable(character), syllables: [], blurred: [], from, to });
    from = to;
  }
  return units;
}

/** The name from one unit to before another, as it is written. */
export function stretchOf({ name, units }: SoundedName, start: number, end: number): string {
  return name.slice(units[start]?.from ?? 0, units[end - 1]?.to ?? name.length);
}

/** Sounds that many people do not tell apart become one: zh = z, l = n, ang = an. */
export function blurred(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/([aei]n)g$/, '$1');
}
