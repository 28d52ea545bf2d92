import { comparable, nameKey } from '../lib/comparable.ts';
import type { Entry, Vocabulary } from '../lib/vocabulary.ts';

/** The vocabulary made ready for looking up. */
export type Lexicon = {
  /** All entries, the rules with their chapters among them. */
  readonly entries: readonly Entry[];
  /** Words that the cutting keeps whole. */
  readonly words: ReadonlySet<string>;
  /** Entries that bear this name, alias, place or id. */
  readonly named: (text: string) => readonly Entry[];
  /** Other names of the practice or term that bears this one, in comparable form; its main name first. */
  readonly synonyms: (text: string) => readonly string[];
  /** What a page is about; the first entry of its path without the anchor. */
  readonly page: (path: string) => Entry | undefined;
};

/** Entries of one name stand in this order: the practice before the word, the case before its chapter. */
const order: readonly Entry['kind'][] = ['case', 'practice', 'calculator', 'term', 'course', 'rule', 'source', 'page'];

export function openLexicon(vocabulary: Vocabulary): Lexicon {
  const chapters = new Map(vocabulary.entries.map((entry) => [entry.path, entry.name]));
  const rules = vocabulary.chapters.flatMap((chapter) => rulesOf(chapter, chapters.get(chapter.path) ?? ''));
  const entries = [...vocabulary.entries, ...rules];
  const names = new Map<string, Entry[]>();
  const words = new Set<string>();
  const pages = new Map<string, Entry>();
  for (const entry of entries) {
    if (!entry.path.includes('#')) pages.set(entry.path, entry);
    for (const name of [entry.name, ...(entry.also ?? [])]) {
      const key = nameKey(name);
      if (key === '') continue;
      const bearers = names.get(key);
      if (!bearers) names.set(key, [entry]);
      else if (!bearers.includes(entry)) bearers.push(entry);
      const word = comparable(name);
      if (isWord(word)) words.add(word);
    }
  }
  for (const bearers of names.values()) bearers.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return {
    entries,
    words,
    named: (text) => names.get(nameKey(text)) ?? rulesNamed(text, rules, pages),
    synonyms: (text) => synonymsOf(comparable(text), names.get(nameKey(text)) ?? []),
    page: (path) => pages.get(path),
  };
}

const chapterAndRule = /^(.*\S)[\s#/·]*([a-z]\d+)$/iu;

/** `临江 R7`: the rule of this id in a chapter that, or whose case, has such a name. */
function rulesNamed(text: string, rules: readonly Entry[], pages: ReadonlyMap<string, Entry>): readonly Entry[] {
  const [, chapter = '', id = ''] = chapterAndRule.exec(text.normalize('NFKC')) ?? [];
  const wanted = nameKey(chapter);
  if (wanted.length < 2) return [];
  const isMeant = (path: string): boolean =>
    [path, path.replace(/^rulebook/, 'cases')].some((page) => {
      const { name = '', also = [] } = pages.get(page) ?? {};
      return [name, ...also].some((other) => nameKey(other).includes(wanted));
    });
  const anchor = `#${id.toLowerCase()}`;
  return rules.filter(({ path }) => path.endsWith(anchor) && isMeant(path.slice(0, -anchor.length)));
}

/** So many other names are looked for at most. */
const mostSynonyms = 4;

/** Names of one practice or term mean the same; those of a case are also its places. A name that holds another finds no more. */
function synonymsOf(text: string, bearers: readonly Entry[]): readonly string[] {
  const names = bearers
    .filter(({ kind }) => kind === 'practice' || kind === 'term')
    .flatMap(({ name, also }) => [name, ...(also ?? [])])
    .map(comparable);
  return [...new Set(names)].filter((name) => isWord(name) && !name.includes(text)).slice(0, mostSynonyms);
}

/** A rule is called by its name, by its id, and in full by the id of its chapter with its own: `chapter R16`. */
function rulesOf({ path, rules }: Vocabulary['chapters'][number], within: string): Entry[] {
  const chapter = path.split('/').at(-2) ?? '';
  return rules.map(([id, name]) => ({
    kind: 'rule',
    path: `${path}#${id.toLowerCase()}`,
    name,
    within,
    also: [id, `${chapter} ${id}`],
  }));
}

/** Names of a few Han characters are words; sentences and ids are not. */
function isWord(name: string): boolean {
  return /^[\p{Script=Han}\p{N}+]{2,10}$/u.test(name) && /\p{Script=Han}/u.test(name);
}
