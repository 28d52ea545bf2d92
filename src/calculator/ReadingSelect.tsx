import { calculatorStrings } from '../i18n/calculator.ts';
import { calculatorResultStrings } from '../i18n/calculator-result.ts';
import { fill } from '../i18n/language.ts';
import { unitWords } from '../lib/units.ts';
import type { Assumption } from '../schema/scheme.ts';
import type { Language } from '../scoring/node.ts';

type Props = {
  /** Of the list; what is said of the assumption has the id `<id>-why`. */
  id: string;
  assumption: Assumption;
  reading: string;
  wrong: boolean;
  lang: Language;
  onChange: (reading: string) => void;
  /** What is done with a number: as it is typed, or once it stands. */
  number: { onInput: (event: NumberEvent) => void } | { onChange: (event: NumberEvent) => void };
};

type NumberEvent = { currentTarget: HTMLInputElement };

const OWN = '(number)';

/** The readings of an assumption to choose from, and where it may be a number, that number. */
export function ReadingSelect({ id, assumption, reading, wrong, lang, onChange, number: listener }: Props) {
  const [t, r] = [calculatorStrings(lang), calculatorResultStrings(lang)];
  const { options, number, unit, label } = assumption;
  const standard = String(assumption.default);
  const isNumber = number !== undefined && reading !== 'off' && !(reading in options);
  const firstNumber = typeof assumption.default === 'number' ? standard : String(assumption.suggest[0] ?? 0);
  return (
    <span class="assumption-value">
      <select
        id={id}
        value={isNumber ? OWN : reading}
        aria-describedby={`${id}-why`}
        onChange={({ currentTarget: { value } }) => onChange(value === OWN ? firstNumber : value)}
      >
        {Object.entries(options).map(([option, { [lang]: text }]) => (
          <option key={option} value={option}>
            {option === standard ? fill(t.asDefault, { label: text }) : text}
          </option>
        ))}
        {number && <option value={OWN}>{r.ownNumber}</option>}
        <option value="off">{t.off}</option>
      </select>
      {isNumber && (
        <span class="field-quantity">
          <input
            type="text"
            inputMode="decimal"
            aria-label={`${label[lang]} ${number}`}
            aria-invalid={wrong || undefined}
            aria-describedby={`${id}-why`}
            value={reading}
            {...listener}
          />
          {unit && <span class="field-unit">{unitWords[unit][lang]}</span>}
        </span>
      )}
    </span>
  );
}
