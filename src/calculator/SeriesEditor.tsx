import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import type { Language } from '../scoring/node.ts';

type Props = {
  choices: Readonly<Record<string, { zh: string; en: string }>>;
  /** Ids of the choices, in order, with commas between them. */
  value: string;
  lang: Language;
  onChange: (value: string) => void;
};

/** A sequence of periods, one choice each; periods are added and taken away at the end. */
export function SeriesEditor({ choices, value, lang, onChange }: Props) {
  const t = calculatorStrings(lang);
  const entries = value === '' ? [] : value.split(/[\s,]+/);
  const set = (next: readonly string[]): void => onChange(next.join(', '));
  return (
    <div class="series">
      {entries.map((entry, i) => {
        const period = fill(t.period, { n: i + 1 });
        return (
          <label key={i}>
            <span>{period}</span>
            <select value={entry} onChange={(event) => set(entries.with(i, event.currentTarget.value))}>
              {Object.entries(choices).map(([id, label]) => (
                <option key={id} value={id}>
                  {label[lang]}
                </option>
              ))}
            </select>
          </label>
        );
      })}
      <span class="series-buttons">
        <button type="button" class="button" onClick={() => set([...entries, Object.keys(choices)[0] ?? ''])}>
          {t.addPeriod}
        </button>
        <button type="button" class="button" disabled={entries.length === 0} onClick={() => set(entries.slice(0, -1))}>
          {t.removePeriod}
        </button>
      </span>
    </div>
  );
}
