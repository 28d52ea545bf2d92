import { unitWords } from '../lib/units.ts';
import type { Assumption } from '../schema/scheme.ts';
import type { Language } from '../scoring/node.ts';

/** The readings that an assumption names: its options, its default and the numbers that it suggests. */
export function readingsOf({ options, suggest, default: standard, unit, number }: Assumption, lang: Language) {
  const word = unit ? unitWords[unit][lang] : '';
  const numbers = number ? [...new Set([standard, ...suggest])].filter((it) => typeof it === 'number') : [];
  return [
    ...Object.entries(options).map(([reading, label]) => ({ reading, label: label[lang] })),
    ...numbers.map((it) => ({ reading: String(it), label: [it, word].join(word === '%' ? '' : ' ').trim() })),
  ];
}
