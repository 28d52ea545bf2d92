import { useId } from 'preact/hooks';
import { calculatorStrings } from '../i18n/calculator.ts';
import { unitWords } from '../lib/units.ts';
import type { Input } from '../schema/scheme.ts';
import { allowed } from '../scoring/allowed.ts';
import type { InputIssue } from '../scoring/inputs.ts';
import { Cite, type CiteContext } from './Cite.tsx';
import { SeriesEditor } from './SeriesEditor.tsx';

type Props = {
  name: string;
  input: Input;
  value: string;
  issue: InputIssue | undefined;
  cite: CiteContext;
  onChange: (value: string) => void;
};

/** One input with its unit, range, rule and, where it is wrong, what is allowed. */
export function InputField({ name, input, value, issue, cite, onChange }: Props) {
  const { lang } = cite;
  const t = calculatorStrings(lang);
  const id = useId();
  const rules = [input.rule ?? []].flat();
  const optional = input.absent !== undefined;
  const range =
    'number' in input ? input.number : 'integer' in input ? input.integer : 'list' in input ? input.list : null;
  const choices =
    'choice' in input
      ? Object.entries(input.choice).map(([choice, label]) => ({ choice, label: label[lang] }))
      : 'yes-no' in input
        ? [
            { choice: 'yes', label: t.yes },
            { choice: 'no', label: t.no },
          ]
        : null;
  const described = [input.hint && `${id}-hint`, issue && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const note = (
    <span class="field-note">
      {range && <span class="field-range">{range}</span>}
      {optional && <span>{t.optional}</span>}
      {rules.length > 0 && <Cite ids={rules} cite={cite} />}
    </span>
  );
  const messages = (
    <>
      {input.hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {input.hint[lang]}
        </p>
      )}
      {issue && (
        <p class="field-error" id={`${id}-error`}>
          {issue.allowed[lang]}
        </p>
      )}
    </>
  );

  if (choices && choices.length <= 4) {
    return (
      <fieldset class="field" aria-describedby={described} data-input={name}>
        <legend>
          {input.label[lang]} {note}
        </legend>
        <div class="field-options">
          {choices.map(({ choice, label }) => (
            <label key={choice} class="field-option">
              <input
                type="radio"
                name={id}
                value={choice}
                checked={value === choice}
                onChange={() => onChange(choice)}
              />
              {label}
            </label>
          ))}
        </div>
        {messages}
      </fieldset>
    );
  }
  if ('series' in input) {
    return (
      <fieldset class="field" aria-describedby={described} data-input={name}>
        <legend>
          {input.label[lang]} {note}
        </legend>
        <SeriesEditor choices={input.series} value={value} lang={lang} onChange={onChange} />
        {messages}
      </fieldset>
    );
  }
  const kind = 'date' in input ? 'date' : 'month' in input ? 'month' : 'time' in input ? 'time' : 'text';
  return (
    <div class="field" data-input={name}>
      <div class="field-head">
        <label for={id}>{input.label[lang]}</label> {note}
      </div>
      {choices ? (
        <select id={id} value={value} aria-describedby={described} onChange={(e) => onChange(e.currentTarget.value)}>
          <option value="">{t.choose}</option>
          {choices.map(({ choice, label }) => (
            <option key={choice} value={choice}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <span class={'list' in input ? 'field-quantity field-list' : 'field-quantity'}>
          <input
            id={id}
            type={kind}
            inputMode={kind !== 'text' || 'list' in input ? undefined : 'integer' in input ? 'numeric' : 'decimal'}
            autocomplete="off"
            value={value}
            aria-invalid={issue ? true : undefined}
            aria-describedby={described}
            title={allowed(input)[lang]}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
          {'unit' in input && input.unit && <span class="field-unit">{unitWords[input.unit][lang]}</span>}
        </span>
      )}
      {messages}
    </div>
  );
}
