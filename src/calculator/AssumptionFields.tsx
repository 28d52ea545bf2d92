import { useId, useMemo } from 'preact/hooks';
import { calculatorResultStrings } from '../i18n/calculator-result.ts';
import { fill } from '../i18n/language.ts';
import type { Assumption } from '../schema/scheme.ts';
import type { AssumptionsProps } from './Assumptions.tsx';
import { Cite, type CiteContext } from './Cite.tsx';
import { type OtherReading, otherReadings } from './other-readings.ts';
import { ReadingSelect } from './ReadingSelect.tsx';
import { plainText, withReading } from './state.ts';

/** The assumptions of a scheme; what the result rests on shows what another reading would give. */
export default function AssumptionFields({ compiled, state, given, result, cite, onChange, relied }: AssumptionsProps) {
  const t = calculatorResultStrings(cite.lang);
  const { readings } = state;
  const used = new Set(relied.map(({ id }) => id));
  const others = useMemo(
    () => new Map([...used].map((id) => [id, otherReadings(compiled, given, readings, result, id, cite.lang)])),
    [compiled, result, cite.lang],
  );
  const wrong = new Set(result.kind === 'invalid' ? result.issues.map(({ input }) => input) : []);
  return (
    <>
      <p class="field-hint">{t.assumptionsLead}</p>
      {compiled.assumptions.map(([name, assumption]) => (
        <Field
          key={name}
          name={name}
          assumption={assumption}
          reading={readings[name] ?? String(assumption.default)}
          wrong={wrong.has(name)}
          used={used.has(name)}
          known={'outputs' in result}
          others={others.get(name) ?? []}
          cite={cite}
          onChange={(reading) => onChange(withReading(state, compiled, name, reading))}
        />
      ))}
    </>
  );
}

type FieldProps = {
  name: string;
  assumption: Assumption;
  reading: string;
  wrong: boolean;
  /** The result rests on it; there is a result. */
  used: boolean;
  known: boolean;
  others: readonly OtherReading[];
  cite: CiteContext;
  onChange: (reading: string) => void;
};

function Field({ name, assumption, reading, wrong, used, known, others, cite, onChange }: FieldProps) {
  const { lang } = cite;
  const r = calculatorResultStrings(lang);
  const id = useId();
  const { number, label, gap } = assumption;
  const changed = reading !== String(assumption.default);
  return (
    <div class={`assumption ${reading === 'off' ? 'basis-undefined' : 'basis-assumed'}`} data-assumption={name}>
      <label for={id}>
        {label[lang]} <Cite ids={[gap].flat()} cite={cite} />
      </label>
      {known && (used || reading !== 'off') && (
        <span class={used ? 'tag' : 'tag tag-quiet'}>{used ? r.restsOn : r.idle}</span>
      )}
      {changed && <span class="tag">{r.changed}</span>}
      <ReadingSelect
        {...{ id, assumption, reading, wrong, lang, onChange }}
        number={{ onInput: ({ currentTarget }) => onChange(plainText(currentTarget.value)) }}
      />
      <div id={`${id}-why`}>
        {wrong && <p class="field-error">{fill(r.wrongNumber, { range: number ?? '' })}</p>}
        {[gap]
          .flat()
          .map((it) => cite.gaps[it] && <p class="field-hint">{fill(r.gap, { text: cite.gaps[it][lang] })}</p>)}
        <p class="field-hint">{fill(r.reason, { text: assumption.because[lang] })}</p>
      </div>
      {used && others.length > 0 && (
        <ul class="other-readings">
          {others.map((other) => (
            <li key={other.reading} class={other.reading === 'off' ? 'basis-undefined' : 'basis-assumed'}>
              {other.text}{' '}
              <button
                type="button"
                class="button"
                aria-label={fill(r.useReading, { reading: other.label })}
                onClick={() => onChange(other.reading)}
              >
                {r.use}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
