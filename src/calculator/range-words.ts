import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import { unitWords } from '../lib/units.ts';
import type { Input } from '../schema/scheme.ts';
import type { Language } from '../scoring/node.ts';
import { formatNumber, parseRange } from '../scoring/number.ts';
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

/** Stands for an entry of a list that is not filled in yet while later ones are. */
export const BLANK = '?';
