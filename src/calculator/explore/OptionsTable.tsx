import { calculatorStrings } from '../../i18n/calculator.ts';
import { exploreStrings } from '../../i18n/explore.ts';
import type { Input } from '../../schema/scheme.ts';
import type { Result } from '../../scoring/evaluate.ts';
import { effectOf } from '../../scoring/outcome.ts';
import { readerOf } from '../../scoring/read-value.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { PanelProps } from '../panel.ts';
import { atValue } from './at-value.ts';
import { ExploreTable } from './ExploreTable.tsx';
import { choicesOf } from './grid.ts';
import { ScrollFrame } from './ScrollFrame.tsx';
import { standingOf } from './stretches.ts';
import { effectText, outputText } from './sweep-words.ts';

type Props = PanelProps & { input: string; output: string };

/** Every choice of an input with the result that it would give, and what would differ from now. */
export function OptionsTable({ compiled, state, result, cite, input, output }: Props) {
  const { lang } = cite;
  const t = exploreStrings(lang);
  const words = wordsOf(compiled, lang);
  const at = atValue(compiled, state, input);
  const declared = compiled.scheme.inputs[input] as Input;
  const now = readerOf(declared)(state.given[input]);
  const compared = (other: Result): string => {
    if (!('outputs' in result)) return '';
    const effect = effectOf(compiled, result, other);
    return effect ? effectText(compiled, effect, lang) : t.noDifference;
  };
  const consequences = (other: Result): string =>
    'outputs' in other ? other.consequences.map((id) => words.label(id)).join(calculatorStrings(lang).comma) : '';
  return (
    <ScrollFrame label={words.label(input)}>
      <ExploreTable
        head={[words.label(input), words.label(output), t.columnChange, t.columnConsequences]}
        name="options-table"
      >
        <tbody>
          {choicesOf(declared).map(({ typed, value }) => {
            const other = at(typed);
            const isNow = value === now;
            return (
              <tr key={typed} aria-current={isNow || undefined}>
                <th scope="row">
                  {words.named(input, value)} {isNow && <span class="tag">{t.now}</span>}
                </th>
                <td class={standingOf(other, output) === 'undefined' ? 'basis-undefined' : undefined}>
                  {outputText(compiled, other, output, lang)}
                </td>
                <td>{isNow ? '' : compared(other)}</td>
                <td>{consequences(other) || t.noneRow}</td>
              </tr>
            );
          })}
        </tbody>
      </ExploreTable>
    </ScrollFrame>
  );
}
