import { useId } from 'preact/hooks';
import { classroomStrings } from '../../i18n/classroom.ts';
import { fill } from '../../i18n/language.ts';
import { unitWords } from '../../lib/units.ts';
import type { Language } from '../../scoring/node.ts';
import { type Field, NONE, OPEN, type Option } from './prediction.ts';

type Props = {
  output: string;
  label: string;
  field: Field;
  value: string;
  /** The prediction cannot be read. */
  wrong: boolean;
  lang: Language;
  onChange: (value: string) => void;
};

const samples = { date: '2026-05-01', month: '2026-05', time: '08:30' };
/** More options than this stand in a menu. */
const MOST_RADIOS = 5;

/** One prediction. “The source does not say” and “there is none” are answers as good as a number. */
export function PredictionField(props: Props) {
  const { output, label, field, wrong, lang } = props;
  const t = classroomStrings(lang);
  const id = useId();
  const isMany = field.kind === 'list' || field.kind === 'several';
  const others = [
    ...(field.kind === 'answer' ? [] : [{ id: NONE, label: isMany ? t.noneOfMany : t.none }]),
    { id: OPEN, label: t.notDefined },
  ];
  const error =
    field.kind === 'list'
      ? t.unreadableList
      : field.kind in samples
        ? fill(t.unreadableDate, { sample: samples[field.kind as keyof typeof samples] })
        : t.unreadable;
  return (
    <fieldset class="class-field" data-predict={output} aria-describedby={wrong ? `${id}-error` : undefined}>
      <legend>{label}</legend>
      {field.kind === 'several' ? (
        <Several {...props} options={field.options} others={others} />
      ) : field.kind === 'one' || field.kind === 'answer' ? (
        <One {...props} id={id} options={[...field.options, ...others]} />
      ) : (
        <Typed {...props} id={id} others={others} />
      )}
      {wrong && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

function One({ id, label, value, options, lang, onChange }: Props & { id: string; options: readonly Option[] }) {
  if (options.length > MOST_RADIOS + 2) {
    return (
      <select value={value} aria-label={label} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{classroomStrings(lang).choose}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <div class="class-options">
      {options.map((option) => (
        <label key={option.id} class="field-option">
          <input type="radio" name={id} checked={value === option.id} onChange={() => onChange(option.id)} />
          {option.label}
        </label>
      ))}
    </div>
  );
}

type WithOthers = Props & { others: readonly Option[] };

/** Any number of options, or one of the others alone. */
function Several({ value, options, others, onChange }: WithOthers & { options: readonly Option[] }) {
  const chosen = value.split(',').filter((it) => options.some(({ id }) => id === it));
  const toggle = (id: string): void => {
    const next = options.map((it) => it.id).filter((it) => chosen.includes(it) !== (it === id));
    onChange(next.join(','));
  };
  return (
    <div class="class-options">
      {options.map(({ id, label }) => (
        <label key={id} class="field-option">
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          {label}
        </label>
      ))}
      <Others value={value} others={others} onChange={onChange} />
    </div>
  );
}

/** A number, a list of numbers or a date. */
function Typed({ id, label, field, value, wrong, others, lang, onChange }: WithOthers & { id: string }) {
  const t = classroomStrings(lang);
  const isOther = others.some((other) => other.id === value);
  const unit = field.kind === 'number' ? field.unit : undefined;
  return (
    <div class="class-options">
      <span class="class-quantity">
        <input
          type={field.kind === 'number' || field.kind === 'list' ? 'text' : field.kind}
          inputMode={field.kind === 'number' ? 'decimal' : undefined}
          autocomplete="off"
          aria-label={label}
          aria-invalid={wrong || undefined}
          aria-describedby={field.kind === 'list' ? `${id}-hint` : undefined}
          value={isOther ? '' : value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        {unit && <span class="field-unit">{unitWords[unit][lang]}</span>}
      </span>
      {field.kind === 'list' && (
        <span class="field-hint" id={`${id}-hint`}>
          {t.listHint}
        </span>
      )}
      <Others value={value} others={others} onChange={onChange} />
    </div>
  );
}

function Others({ value, others, onChange }: Pick<WithOthers, 'value' | 'others' | 'onChange'>) {
  return (
    <>
      {others.map(({ id, label }) => (
        <label key={id} class="field-option">
          <input
            type="checkbox"
            checked={value === id}
            onChange={(event) => onChange(event.currentTarget.checked ? id : '')}
          />
          {label}
        </label>
      ))}
    </>
  );
}
