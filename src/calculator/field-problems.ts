import { calculatorFieldStrings } from '../i18n/calculator-fields.ts';
import { fill } from '../i18n/language.ts';
import type { Input } from '../schema/scheme.ts';
import type { InputIssue } from '../scoring/inputs.ts';
import type { Language } from '../scoring/node.ts';
import { readNumber } from '../scoring/number.ts';
import { readerOf } from '../scoring/read-value.ts';
import { BLANK, entriesOf, rangeOf, rangeWords } from './range-words.ts';
import { plainText } from './state.ts';

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
  const t = calculatorFieldStrings(lang);
  const number = /[/%]/.test(typed) ? null : readNumber(typed);
  const isWhole = 'integer' in input || ('list' in input && input.whole);
  const what = number === null ? t.notNumber : isWhole && !number.isWhole() ? t.notWhole : t.outside;
  return fill(what, { text: typed.slice(0, 20), range: rangeWords(rangeOf(input) ?? '', lang) });
}

/** So many wrong entries are told. */
const TOLD = 3;

function wrongEntries(input: Input, entries: readonly string[], lang: Language): string {
  const t = calculatorFieldStrings(lang);
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
