import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import type { Input } from '../schema/scheme.ts';
import type { InputIssue } from '../scoring/inputs.ts';
import { Cite, type CiteContext } from './Cite.tsx';
import type { LoadEditor } from './entries-editor.ts';
import { problemWords } from './field-problems.ts';
import { focusField } from './focus-field.ts';
import { NumberInput } from './NumberInput.tsx';
import { leftOutWords, rangeOf, rangeWords, withUnit } from './range-words.ts';
import { usePart } from './use-part.ts';

type Props = {
  name: string;
  input: Input;
  value: string;
  issue: InputIssue | undefined;
  cite: CiteContext;
  /** Asked for now, though it may be left out elsewhere. */
  needed?: boolean | undefined;
  onChange: (value: string) => void;
};

const loadTimeline: LoadEditor = () => import('./Timeline.tsx');
const loadList: LoadEditor = () => import('./ListEditor.tsx');

/** An address may say yes and no like this. */
const answers: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

/** So many choices stand side by side; more go into a menu. */
const SIDE_BY_SIDE = 4;

/** One input with its unit, range, rule, what leaving it out means and, where it is wrong, what is wrong with it. */
export function InputField({ name, input, value, issue, cite, needed, onChange }: Props) {
  const { lang } = cite;
  const t = calculatorStrings(lang);
  const id = useId();
  const { part: Entries } = usePart('series' in input ? loadTimeline : 'list' in input ? loadList : undefined);
  const choices = choicesOf(input, t.yes, t.no, lang);
  const isGroup =
    'series' in input || ('list' in input && Entries !== null) || (choices && choices.length <= SIDE_BY_SIDE);
  const describedBy = [input.hint && `${id}-hint`, issue && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const common = { id, value, lang, onChange, describedBy };

  const control = (): ComponentChildren => {
    if (Entries) return <Entries {...common} input={input} />;
    if ('number' in input || 'integer' in input) return <NumberInput {...common} input={input} wrong={!!issue} />;
    if (!choices) {
      const type = 'date' in input ? 'date' : 'month' in input ? 'month' : 'time' in input ? 'time' : 'text';
      return (
        <input
          id={id}
          type={type}
          autocomplete="off"
          value={value}
          aria-invalid={issue ? true : undefined}
          aria-labelledby={isGroup ? `${id}-label` : undefined}
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    }
    if (!isGroup)
      return (
        <select id={id} value={value} aria-describedby={describedBy} onChange={(e) => onChange(e.currentTarget.value)}>
          <option value="">{t.choose}</option>
          {choices.map(({ choice, label }) => (
            <option key={choice} value={choice}>
              {label}
            </option>
          ))}
        </select>
      );
    return choices.map(({ choice, label }) => (
      <label key={choice} class="field-option">
        <input
          type="radio"
          name={id}
          value={choice}
          checked={(answers[value] ?? value) === choice}
          onChange={() => onChange(choice)}
          onKeyDown={({ key }) => (key === 'Delete' || key === 'Backspace') && onChange('')}
        />
        {label}
      </label>
    ));
  };

  const group = isGroup
    ? { role: 'group' as const, 'aria-labelledby': `${id}-label`, 'aria-describedby': describedBy }
    : {};
  return (
    <div class="field" data-input={name} {...group}>
      <div class="field-head">
        {isGroup ? (
          <span class="field-label" id={`${id}-label`}>
            {input.label[lang]}
          </span>
        ) : (
          <label for={id}>{input.label[lang]}</label>
        )}{' '}
        <Note input={input} cite={cite} needed={needed} />
      </div>
      <div class="field-entry">
        {control()}
        {value !== '' && !Entries && (
          <button
            type="button"
            class="field-clear"
            aria-label={fill(t.clearOne, { label: input.label[lang] })}
            title={fill(t.clearOne, { label: input.label[lang] })}
            onClick={({ currentTarget }) => {
              onChange('');
              focusField(currentTarget, name);
            }}
          >
            ✕
          </button>
        )}
      </div>
      {input.hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {input.hint[lang]}
        </p>
      )}
      {issue && (
        <p class="field-error" id={`${id}-error`}>
          {problemWords(input, value, issue, lang)}
        </p>
      )}
    </div>
  );
}

/** Range, what leaving it out means, rules. */
function Note({ input, cite, needed }: Pick<Props, 'input' | 'cite' | 'needed'>) {
  const t = calculatorStrings(cite.lang);
  const range = rangeOf(input);
  const rules = [input.rule ?? []].flat();
  const leftOut = needed ? t.needed : leftOutWords(input, cite.lang);
  return (
    <span class="field-note">
      {range && <span class="field-range">{withUnit(rangeWords(range, cite.lang), input, cite.lang)}</span>}
      {leftOut && <span class={needed ? 'field-needed' : undefined}>{leftOut}</span>}
      {rules.length > 0 && <Cite ids={rules} cite={cite} />}
    </span>
  );
}

function choicesOf(input: Input, yes: string, no: string, lang: CiteContext['lang']) {
  if ('choice' in input) return Object.entries(input.choice).map(([choice, label]) => ({ choice, label: label[lang] }));
  if (!('yes-no' in input)) return null;
  return [
    { choice: 'yes', label: yes },
    { choice: 'no', label: no },
  ];
}
