import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import { unitWords } from '../lib/units.ts';
import type { Input } from '../schema/scheme.ts';
import type { InputIssue } from '../scoring/inputs.ts';
import type { Language } from '../scoring/node.ts';
import { formatNumber, parseRange, readNumber } from '../scoring/number.ts';
import { readerOf } from '../scoring/read-value.ts';
import { plainText } from './state.ts';

/** The range of a numeric input or of the entries of a list, as the scheme writes it; `null` for any other. */
export const rangeOf = (input: Input): string | null =>
  'number' in input ? input.number : 'integer' in input ? input.integer : 'list' in input ? input.list : null;

/** A range in words: `0 到 45`, `大于 0、不超过 1440`, `不小于 0`. */
export function rangeWords(text: string, lang: Language): string {
  const t = calculatorStrings(lang);
  const { low, high, lowIncluded, highIncluded } = parseRange(text);
  const [from, to] = [low && formatNumber(low), high && formatNumber(high)];
  if (from !== null && to !== null && lowIncluded && highIncluded) return fill(t.between, { low: from, high: to });
  return [
    from === null ? '' : fill(lowIncluded ? t.atLeast : t.above, { n: from }),
    to === null ? '' : fill(highIncluded ? t.atMost : t.below, { n: to }),
  ]
    .filter(Boolean)
    .join(t.comma);
}

/** A number of the scheme with its unit, as it is entered: `0 个季度`. */
export function withUnit(text: string, input: Input, lang: Language): string {
  const unit = 'unit' in input && input.unit ? unitWords[input.unit][lang] : '';
  return unit === '' ? text : `${text}${unit === '%' ? '' : ' '}${unit}`;
}

/** What leaving an input out means; empty where it may not be left out. */
export function leftOutWords(input: Input, lang: Language): string {
  const t = calculatorStrings(lang);
  const { absent } = input;
  if (absent === undefined) return '';
  const named = 'choice' in input ? input.choice[String(absent)]?.[lang] : undefined;
  if (named === undefined && absent === 'unknown') return t.leftOutUnknown;
  if (typeof absent === 'boolean') return fill(t.leftOutChoice, { value: absent ? t.yes : t.no });
  return named === undefined
    ? fill(t.leftOutNumber, { value: withUnit(String(absent), input, lang) })
    : fill(t.leftOutChoice, { value: named });
}

/** Entries of a list or series as they are typed: commas, Chinese commas, semicolons or spaces between them. */
export const entriesOf = (text: string): string[] => {
  const plain = plainText(text);
  return plain === '' ? [] : plain.split(/[\s,，、;；]+/);
};

type ListInput = Extract<Input, { list: string }>;

/** What an entry of a list must be, as an input of its own. */
const entryOf = ({ label, list, whole }: ListInput): Input =>
  whole ? { label, integer: list } : { label, number: list };

/** Whether each entry of a list or series is one that is allowed. */
export function entryChecks(input: Input, entries: readonly string[]): boolean[] {
  if ('series' in input) return entries.map((entry) => Object.hasOwn(input.series, entry));
  const read = 'list' in input ? readerOf(entryOf(input)) : null;
  return entries.map((entry) => read?.(entry) !== null);
}

/** What is wrong with an input, in words; for a list, with which of its entries. */
export function problemWords(input: Input, value: string, issue: InputIssue, lang: Language): string {
  if ('series' in input || 'list' in input) return wrongEntries(input, entriesOf(value), lang) || issue.allowed[lang];
  if (!('number' in input || 'integer' in input) || readerOf(input)(plainText(value)) !== null)
    return issue.allowed[lang];
  return numberProblem(input, plainText(value), lang);
}

function numberProblem(input: Input, typed: string, lang: Language): string {
  const t = calculatorStrings(lang);
  const number = /[/%]/.test(typed) ? null : readNumber(typed);
  const isWhole = 'integer' in input || ('list' in input && input.whole);
  const what = number === null ? t.notNumber : isWhole && !number.isWhole() ? t.notWhole : t.outside;
  return fill(what, { text: typed.slice(0, 20), range: rangeWords(rangeOf(input) ?? '', lang) });
}

/** So many wrong entries are told. */
const TOLD = 3;

function wrongEntries(input: Input, entries: readonly string[], lang: Language): string {
  const t = calculatorStrings(lang);
  const isSeries = 'series' in input;
  const wrong = entryChecks(input, entries).flatMap((right, i) => (right ? [] : [i]));
  if (wrong.length > 0) {
    const told = wrong.slice(0, TOLD).map((i) => {
      const entry = entries[i] as string;
      if (isSeries) return fill(t.wrongPeriod, { n: i + 1 });
      const what = entry === BLANK ? t.entryBlank : numberProblem(input, entry, lang);
      return fill(t.wrongEntry, { n: i + 1, what });
    });
    return told.join(lang === 'zh' ? '' : ' ') + (wrong.length > TOLD ? fill(t.wrongMore, { n: wrong.length }) : '');
  }
  const size = 'list' in input ? input.size : undefined;
  if (size === undefined || size === entries.length) return '';
  return fill(t.wrongSize, { size, n: entries.length });
}

/** Stands for an entry of a list that is not filled in yet while later ones are. */
export const BLANK = '?';
