import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import type { CompiledScheme } from '../scoring/compile.ts';
import type { Result } from '../scoring/evaluate.ts';
import type { Language } from '../scoring/node.ts';
import { wordsOf } from '../scoring/words.ts';

/** The outcome as one sentence: quantities and grades with their values, and what holds. */
export function headline(compiled: CompiledScheme, result: Result, lang: Language): string {
  const t = calculatorStrings(lang);
  const words = wordsOf(compiled, lang);
  const labels = (names: readonly string[]): string =>
    [...new Set(names)].map((name) => words.label(name)).join(t.comma);
  if (result.kind === 'invalid') return fill(t.invalid, { list: labels(result.issues.map((issue) => issue.input)) });
  if (result.kind === 'incomplete') return fill(t.incomplete, { list: labels(result.missing) });
  const parts = [...result.outputs].flatMap(([output, value]) => {
    if (value === false) return [];
    if (value === true) return [words.label(output)];
    return [`${words.label(output)} ${words.named(output, value)}`];
  });
  const open =
    result.kind === 'undefined'
      ? [`${labels(result.open.map((o) => o.output))}${lang === 'zh' ? '：' : ': '}${t.undefined}`]
      : [];
  const all = [...parts, ...open];
  if (all.length === 0) return t.noConsequence;
  return lang === 'zh' ? `${all.join('；')}。` : `${all.join('; ')}.`;
}
