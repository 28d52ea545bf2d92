import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import type { CompiledScheme } from '../scoring/compile.ts';
import type { Result } from '../scoring/evaluate.ts';
import type { Language } from '../scoring/node.ts';
import { isList } from '../scoring/value.ts';
import { wordsOf } from '../scoring/words.ts';

/**
 * The outcome as one sentence: quantities and grades with their values, and what holds. A quantity stands right behind
 * its label, a choice or list behind a colon: `总分 104.5；台阶：第三台阶。`
 */
export function headline(compiled: CompiledScheme, result: Result, lang: Language): string {
  const t = calculatorStrings(lang);
  const words = wordsOf(compiled, lang);
  const labels = (names: readonly string[]): string =>
    [...new Set(names)].map((name) => words.label(name)).join(t.comma);
  if (result.kind === 'invalid') return fill(t.invalid, { list: labels(result.issues.map((issue) => issue.input)) });
  if (result.kind === 'incomplete') return fill(t.incomplete, { list: labels(result.missing) });
  const colon = lang === 'zh' ? '：' : ': ';
  const parts = [...result.outputs].flatMap(([output, value]) => {
    if (value === false) return [];
    if (value === true) return [words.label(output)];
    const sign = typeof value === 'string' || isList(value) ? colon : ' ';
    return [words.label(output) + sign + words.named(output, value)];
  });
  const open = result.kind === 'undefined' ? [`${labels(result.open.map((o) => o.output))}${colon}${t.undefined}`] : [];
  const all = [...parts, ...open];
  if (all.length === 0) return t.noConsequence;
  return lang === 'zh' ? `${all.join('；')}。` : `${all.join('; ')}.`;
}
