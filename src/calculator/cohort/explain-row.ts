import { outrightIn } from '../../scoring/cohort/outright.ts';
import { explain } from '../../scoring/explain.ts';
import { headline } from '../headline.ts';
import type { Explanation, Line } from './messages.ts';
import type { Telling } from './summary.ts';
import { isComputed, type Worked } from './worked.ts';

/** Why a row has its result; `null` where it has none. */
export function explainRow(worked: Worked, row: number, { language, words, t }: Telling): Explanation | null {
  const { compiled } = worked.cohort;
  const result = worked.results[row];
  if (!isComputed(result)) return null;
  const lines: Line[] = explain(compiled, result, language).map(({ step, text, cited, open, output }) => ({
    step,
    text,
    cited: [...cited],
    open: open.length > 0,
    output,
  }));
  return {
    headline: headline(compiled, result, language),
    outright: outrightIn(worked.cohort, result.memory).map(({ output, choice, rules, grounds, condition }) => {
      const ground = grounds.map((name) => words.label(name)).join(t.comma) || condition.explain(result.memory, words);
      return {
        text: `${words.label(output)}${t.colon}${words.option(output, choice)}（${ground}）`,
        rules: [...rules],
      };
    }),
    consequences: compiled.scheme.consequences
      .filter(({ id }) => result.consequences.includes(id))
      .map(({ text, rule }) => ({ text: text[language], rules: [rule].flat() })),
    lines,
  };
}
