import { calculatorStrings } from '../i18n/calculator.ts';
import { calculatorResultStrings } from '../i18n/calculator-result.ts';
import { fill } from '../i18n/language.ts';
import type { OpenOutput } from '../scoring/evaluate.ts';
import { wordsOf } from '../scoring/words.ts';
import { Cite } from './Cite.tsx';
import type { PanelProps } from './panel.ts';
import { readingsOf } from './readings.ts';
import { withReading } from './state.ts';

/** Outputs that the source does not define: the gap in its words, and the readings that one may try. */
export function OpenOutputs({ compiled, state, cite, onChange, open }: PanelProps & { open: readonly OpenOutput[] }) {
  const { lang } = cite;
  const t = calculatorStrings(lang);
  const r = calculatorResultStrings(lang);
  const words = wordsOf(compiled, lang);
  const gaps = [...new Set(open.flatMap((output) => output.gaps))];
  const silent = compiled.assumptions.filter(
    ([name, { gap }]) => state.readings[name] === 'off' && [gap].flat().some((id) => gaps.includes(id)),
  );
  return (
    <div class="open-outputs basis-undefined">
      <p>{fill(r.undefinedLead, { list: open.map(({ output }) => words.label(output)).join(t.comma) })}</p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>
            <Cite ids={[gap]} cite={cite} /> {cite.gaps[gap]?.[lang]}
            {compiled.scheme['left-open']
              .filter((left) => left.gap === gap)
              .map(({ text }) => (
                <p key={text.zh} class="field-hint">
                  {fill(r.leftOpen, { text: text[lang] })}
                </p>
              ))}
          </li>
        ))}
      </ul>
      {silent.map(([name, assumption]) => (
        <p key={name} class="readings-to-try">
          {fill(r.tryAssumption, { label: assumption.label[lang] })}{' '}
          {readingsOf(assumption, lang).map(({ reading, label }) => (
            <button
              key={reading}
              type="button"
              class="button"
              onClick={() => onChange(withReading(state, compiled, name, reading))}
            >
              {reading === String(assumption.default) ? fill(t.asDefault, { label }) : label}
            </button>
          ))}
        </p>
      ))}
    </div>
  );
}
