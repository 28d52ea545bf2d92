import { useState } from 'preact/hooks';
import { cohortStrings } from '../../i18n/cohort.ts';
import type { Lang } from '../../i18n/language.ts';
import type { Input } from '../../schema/scheme.ts';

type Props = {
  id: string;
  /** Row and column, for the keys that go from cell to cell. */
  place: string;
  /** `null` for the name. */
  input: Input | null;
  value: string;
  label: string;
  fault: string | undefined;
  lang: Lang;
  onChange: (text: string) => void;
};

/**
 * A cell to be filled in; what is wrong with it stands below. A value that is no choice stays, to be mended. Text is
 * handed on when the field is left; until then it is kept here, whatever is drawn again meanwhile.
 */
export function DataCell({ id, place, input, value, label, fault, lang, onChange }: Props) {
  const t = cohortStrings(lang);
  const [draft, setDraft] = useState<string | null>(null);
  const options: [string, string][] | null =
    input === null
      ? null
      : 'choice' in input
        ? Object.entries(input.choice).map(([choice, words]) => [choice, words[lang]])
        : 'yes-no' in input
          ? [
              ['yes', t.yes],
              ['no', t.no],
            ]
          : null;
  const common = {
    id,
    'data-cell': place,
    'aria-label': label,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': fault ? `${id}-fault` : undefined,
  };
  const isNumber = input !== null && ('number' in input || 'integer' in input);
  return (
    <>
      {options ? (
        <select {...common} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{t.choose}</option>
          {options.map(([choice, words]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
          {value !== '' && !options.some(([choice]) => choice === value) && <option value={value}>{value}</option>}
        </select>
      ) : (
        <input
          {...common}
          type="text"
          class={isNumber ? 'cohort-quantity' : undefined}
          inputMode={isNumber ? 'decimal' : undefined}
          autocomplete="off"
          spellcheck={false}
          value={draft ?? value}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            setDraft(null);
          }}
        />
      )}
      {fault && (
        <span class="field-error cohort-fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
    </>
  );
}
