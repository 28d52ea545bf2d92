/**
 * A result as one line of text, from which it can be computed again: inputs and readings, not the outputs.
 *
 *     chengzhuang-steps@2016/post=frontline;key=39.5;basic=55;innovation=10;step-when-low=off~dbak33
 *
 * - Inputs stand in the order of the scheme, then readings that differ from their default. Blank inputs do not stand.
 * - Numbers are the shortest decimals (readings without a decimal are fractions in lowest terms), answers `yes` and
 *   `no`, choices their ids, dates `2026-05-01`, `2026-05`, `08:30`. Equal neighbours in a list are counted: `7*3,8`.
 * - A string has at most 400 characters. One that would be longer is written with every name, choice and answer cut
 *   to its shortest beginning that no other one of its place has: `post=f;k=39.5`. Thus most strings can be read
 *   aloud, no table of codes has to be kept, and all inputs and assumptions of any scheme fit in together. Beginnings
 *   lead to the same names for good, because a published scheme does not change. Long lists of numbers that all
 *   differ do not fit; they are refused, not cut.
 * - Every character may stand in the fragment of an address as it is.
 *
 * After `~` stands a checksum of the scheme with its edition, and of each pair, as they are written. It does not
 * depend on the order of the pairs, so that none has to be restored before it can be compared: no changed character
 * can make it miss the change by moving a pair to another place. What `lib/checksum.ts` says of one part holds for the
 * string, because a changed character either stays inside its part, or makes or unmakes one of `@ / ; = ~`, and then
 * the string is no longer built like one.
 */
import { checksum, checksumLength } from '../lib/checksum.ts';
import type { Input } from '../schema/scheme.ts';
import type { CompiledScheme } from './compile.ts';
import { type Given, type InputIssue, type Readings, readInputs } from './inputs.ts';
import type { Memory } from './node.ts';
import { formatDate, formatFraction } from './number.ts';
import { isBlank } from './read-value.ts';
import { type Reason, reasons } from './result-reasons.ts';
import { isKnown, isList, type Known, type Value } from './value.ts';

/** The most characters of a string, so that it can be printed below a result or as a QR code. */
const LONGEST = 400;
/** The most characters of a number that inputs and readings take. */
const LONGEST_NUMBER = 40;
/** The most entries of a list that are unfolded. */
const MOST_ENTRIES = 10_000;

export type WrittenResult =
  | { kind: 'written'; text: string }
  | { kind: 'invalid'; issues: readonly InputIssue[] }
  | { kind: 'too-long'; reason: Reason };

/** `given` and `readings` are text, as forms and addresses have it; a list has commas. */
export type ParsedResult =
  | { kind: 'read'; compiled: CompiledScheme; given: Record<string, string>; readings: Record<string, string> }
  | { kind: 'refused'; reason: Reason };

/** All that may stand in one place, with how it is cut. */
type Words = ReadonlyMap<string, string>;

/** The shortest beginning of each word that no other has; it holds a letter, so that it is not taken for a number. */
const cutWords = (words: readonly string[]): Words =>
  new Map(
    words.map((word) => {
      const starts = Array.from(word, (_, i) => word.slice(0, i + 1));
      const isItsOwn = (start: string) => words.every((other) => other === word || !other.startsWith(start));
      return [word, starts.find((start) => /[a-z]/.test(start) && isItsOwn(start)) ?? word];
    }),
  );

/** The word that is written in full or cut. */
const meant = (text: string, words: Words): string | undefined =>
  words.has(text) ? text : [...words].find(([, cut]) => cut === text)?.[0];

/** How names and ids are written. */
type Spelling = (word: string, words: Words) => string;
const inFull: Spelling = (word) => word;
const cut: Spelling = (word, words) => words.get(word) ?? word;

type Vocabulary = { names: Words; values: ReadonlyMap<string, Words> };
const vocabularies = new WeakMap<CompiledScheme, Vocabulary>();

/** Names of a scheme, and for each the ids that may be its value; made once. */
function vocabularyOf(compiled: CompiledScheme): Vocabulary {
  const known = vocabularies.get(compiled);
  if (known) return known;
  const ids = [
    ...compiled.inputs.map(([name, input]) => [name, answersOf(input)] as const),
    ...compiled.assumptions.map(([name, { options }]) => [name, [...Object.keys(options), 'off']] as const),
  ];
  const made = {
    names: cutWords(ids.map(([name]) => name)),
    values: new Map(ids.map(([name, words]) => [name, cutWords(words)])),
  };
  vocabularies.set(compiled, made);
  return made;
}

const answersOf = (input: Input): string[] => {
  if ('yes-no' in input) return ['yes', 'no'];
  return Object.keys('choice' in input ? input.choice : 'series' in input ? input.series : {});
};

/** One input or reading: the entries of a list, or one value. */
type Pair = { name: string; values: readonly string[]; words: Words };

/** Writes inputs and readings as they come from JSON, a form or an address. Throws for an edition that no string can hold. */
export function formatResult(compiled: CompiledScheme, given: Given, readings: Readings = {}): WrittenResult {
  const { issues, memory } = readInputs(compiled, given, readings);
  if (issues.length > 0) return { kind: 'invalid', issues };
  const pairs = pairsOf(compiled, given, memory);
  const endless = pairs.find(({ values, words }) => values.some((v) => v.length > LONGEST_NUMBER && !words.has(v)));
  if (endless) return { kind: 'too-long', reason: reasons.endless(endless.name, LONGEST_NUMBER) };
  const full = assemble(compiled, spell(compiled, pairs, inFull));
  const text = full.length <= LONGEST ? full : assemble(compiled, spell(compiled, pairs, cut));
  return text.length <= LONGEST
    ? { kind: 'written', text }
    : { kind: 'too-long', reason: tooLong(compiled, pairs, text.length) };
}

function assemble(compiled: CompiledScheme, pairs: readonly string[]): string {
  const head = `${compiled.scheme.id}@${compiled.scheme.edition}`;
  if (!/^[a-z0-9-]+@[\w.-]+$/.test(head)) {
    throw new Error(`“${head}” cannot stand in a result string: name the edition with letters, digits, “.” and “-”`);
  }
  return `${head}/${pairs.join(';')}~${checksum([head, ...pairs])}`;
}

const spell = (compiled: CompiledScheme, pairs: readonly Pair[], spelling: Spelling): string[] => {
  const { names } = vocabularyOf(compiled);
  return pairs.map(({ name, values, words }) => {
    const written = values.map((value) => spelling(value, words));
    return `${spelling(name, names)}=${fold(written)}`;
  });
};

/** Inputs that are given, then readings that differ from their default. */
function pairsOf(compiled: CompiledScheme, given: Given, memory: Memory): Pair[] {
  const standard = readInputs(compiled, {}).memory;
  const valueIn = (values: Memory, name: string): Value => values[compiled.slots.get(name) as number] as Value;
  const wordsOf = (name: string): Words => vocabularyOf(compiled).values.get(name) as Words;
  const inputs = compiled.inputs
    .filter(([name]) => !isBlank(given[name]))
    .map(([name, input]) => ({ name, values: textsOf(valueIn(memory, name), unitOf(input)), words: wordsOf(name) }));
  const readings = compiled.assumptions.flatMap(([name, assumption]) => {
    const values = textsOf(valueIn(memory, name), percent(assumption));
    const isDefault = values.join() === textsOf(valueIn(standard, name), percent(assumption)).join();
    return isDefault ? [] : [{ name, values, words: wordsOf(name) }];
  });
  return [...inputs, ...readings];
}

const unitOf = (input: Input): string | undefined =>
  (['date', 'month', 'time'] as const).find((unit) => unit in input) ?? percent(input);

/** Of the units of numbers, the only one that is computed with otherwise than it is given. */
const percent = (of: object): string | undefined => ('unit' in of && of.unit === 'percent' ? 'percent' : undefined);

/** The entries of a list, or the one text of any other value. */
const textsOf = (value: Value, unit: string | undefined): string[] =>
  !isKnown(value) ? ['off'] : isList(value) ? value.map((entry) => textOf(entry, unit)) : [textOf(value, unit)];

function textOf(value: Known, unit: string | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || isList(value)) return String(value);
  return formatDate(value, unit) ?? decimal(formatFraction(unit === 'percent' ? value.mul(100) : value));
}

/** All digits of a fraction in lowest terms; the fraction itself where there is no end of them, or too many. */
function decimal(fraction: string): string {
  const [top = '', bottom = '1'] = fraction.split('/');
  for (let places = 0; places < LONGEST_NUMBER; places += 1) {
    const scaled = BigInt(top.replace('-', '')) * 10n ** BigInt(places);
    if (scaled % BigInt(bottom) !== 0n) continue;
    const digits = String(scaled / BigInt(bottom)).padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    const text = (top.startsWith('-') ? '-' : '') + whole + (places > 0 ? `.${digits.slice(-places)}` : '');
    return text.length <= LONGEST_NUMBER ? text : fraction;
  }
  return fraction;
}

/** `7,7,7,8` as `7*3,8`. */
function fold(entries: readonly string[]): string {
  const runs: { entry: string; times: number }[] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last?.entry === entry) last.times += 1;
    else runs.push({ entry, times: 1 });
  }
  return runs.map(({ entry, times }) => (times === 1 ? entry : `${entry}*${times}`)).join(',');
}

/** `7*3,8` as 7, 7, 7, 8; `null` where it is no such text, or longer than any list. */
function unfold(text: string): string[] | null {
  const entries: string[] = [];
  for (const run of text.split(',')) {
    const [, entry, times = '1'] = /^([^*]+)(?:\*(\d{1,5}))?$/.exec(run) ?? [];
    if (entry === undefined || entries.length + Number(times) > MOST_ENTRIES) return null;
    for (let i = 0; i < Number(times); i += 1) entries.push(entry);
  }
  return entries;
}

/**
 * Reads a string, whatever the order of its pairs; names may be cut or in full. White space around it is ignored.
 * `find` gives the scheme of an id.
 */
export function parseResult(text: string, find: (id: string) => CompiledScheme | undefined): ParsedResult {
  const string = text.trim();
  const end = string.lastIndexOf('~');
  const check = string.slice(end + 1);
  if (end < 0 || check.length < checksumLength) return refused(reasons.noCheck());
  const [, head, id, edition, body] = /^(([^@/]+)@([^/]+))\/(.*)$/s.exec(string.slice(0, end)) ?? [];
  if (head === undefined || id === undefined || body === undefined) return refused(reasons.noHead(string));
  const compiled = find(id);
  if (!compiled) return refused(reasons.noScheme(id));
  if (edition !== compiled.scheme.edition)
    return refused(reasons.otherEdition(id, compiled.scheme.edition, String(edition)));

  const pairs = body === '' ? [] : body.split(';');
  const { names, values } = vocabularyOf(compiled);
  const read = { given: {} as Record<string, string>, readings: {} as Record<string, string> };
  const written = new Map<string, string>();
  for (const pair of pairs) {
    const [, key, value] = /^([^=]+)=([^=]+)$/s.exec(pair) ?? [];
    if (key === undefined || value === undefined) return refused(reasons.noPair(pair));
    const name = meant(key, names);
    if (name === undefined) return refused(reasons.noName(id, pair, key));
    const before = written.get(name);
    if (before !== undefined) return refused(reasons.twice(name, before, pair));
    written.set(name, pair);
    const kind = Object.hasOwn(compiled.scheme.inputs, name) ? 'given' : 'readings';
    read[kind][name] = valueMeant(value, values.get(name) as Words);
  }

  const { issues, memory } = readInputs(compiled, read.given, read.readings);
  const [issue] = issues;
  if (issue) {
    const together = issues.filter(({ allowed }) => allowed === issue.allowed);
    const places = together.flatMap(({ input }) => written.get(input) ?? []);
    return refused(reasons.notAllowed(places, issue));
  }
  if (check !== checksum([head, ...pairs])) return refused(reasons.wrongCheck(check));
  const canonical = pairsOf(compiled, read.given, memory);
  const spelled = [...spell(compiled, canonical, inFull), ...spell(compiled, canonical, cut)];
  const strange = pairs.find((pair) => !spelled.includes(pair));
  if (strange !== undefined) return refused(reasons.otherSpelling(strange));
  return { kind: 'read', compiled, ...read };
}

/** A value with its ids in full, a list with all its entries. */
const valueMeant = (text: string, words: Words): string =>
  unfold(text)
    ?.map((entry) => meant(entry, words) ?? entry)
    .join(',') ?? text;

const refused = (reason: Reason): ParsedResult => ({ kind: 'refused', reason });

/** Names the pair that takes the most. */
function tooLong(compiled: CompiledScheme, pairs: readonly Pair[], length: number): Reason {
  const taken = spell(compiled, pairs, cut).map((pair, i) => ({ name: pairs[i]?.name ?? '', length: pair.length }));
  const longest = taken.reduce((a, b) => (b.length > a.length ? b : a));
  return reasons.tooLong(length, LONGEST, longest);
}
