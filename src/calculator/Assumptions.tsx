import { useId } from 'preact/hooks';
import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import { unitWords } from '../lib/units.ts';
import type { Assumption } from '../schema/scheme.ts';
import type { CompiledScheme } from '../scoring/compile.ts';
import type { ReliedOn } from '../scoring/evaluate.ts';
import { Cite, type CiteContext } from './Cite.tsx';
import { plainText } from './state.ts';

type Props = {
  compiled: CompiledScheme;
  readings: Readonly<Record<string, string>>;
  relied: readonly ReliedOn[];
  cite: CiteContext;
  onChange: (name: string, reading: string) => void;
};

/** Every assumption with its gap, its readings and its reason; each can be changed or switched off. */
export function Assumptions({ compiled, readings, relied, cite, onChange }: Props) {
  const t = calculatorStrings(cite.lang);
  const { assumptions } = compiled;
  if (assumptions.length === 0) return null;
  const used = new Set(relied.map(({ id }) => id));
  return (
    <details class="assumptions" open={Object.keys(readings).length > 0 || undefined}>
      <summary>
        {t.assumptions}
        <span class="field-note">{fill(t.restsOnCount, { all: assumptions.length, used: used.size })}</span>
      </summary>
      <p class="field-hint">{t.assumptionsLead}</p>
      {assumptions.map(([name, assumption]) => (
        <AssumptionField
          key={name}
          name={name}
          assumption={assumption}
          reading={readings[name] ?? String(assumption.default)}
          used={used.has(name)}
          cite={cite}
          onChange={(reading) => onChange(name, reading)}
        />
      ))}
    </details>
  );
}

type FieldProps = {
  name: string;
  assumption: Assumption;
  reading: string;
  used: boolean;
  cite: CiteContext;
  onChange: (reading: string) => void;
};

const OWN = '(number)';

function AssumptionField({ name, assumption, reading, used, cite, onChange }: FieldProps) {
  const { lang } = cite;
  const t = calculatorStrings(lang);
  const id = useId();
  const isNumber = assumption.number !== undefined && reading !== 'off' && !(reading in assumption.options);
  const standard = String(assumption.default);
  const mark = (option: string, label: string) => (option === standard ? `${label}（${t.default}）` : label);
  const firstNumber = typeof assumption.default === 'number' ? standard : String(assumption.suggest[0] ?? 0);
  return (
    <div class={`assumption ${reading === 'off' ? 'basis-undefined' : 'basis-assumed'}`} data-assumption={name}>
      <label for={id}>
        {assumption.label[lang]} <Cite ids={[assumption.gap].flat()} cite={cite} />
      </label>
      <span class="assumption-value">
        <select
          id={id}
          value={isNumber ? OWN : reading}
          aria-describedby={`${id}-why`}
          onChange={(event) => onChange(event.currentTarget.value === OWN ? firstNumber : event.currentTarget.value)}
        >
          {Object.entries(assumption.options).map(([option, label]) => (
            <option key={option} value={option}>
              {mark(option, label[lang])}
            </option>
          ))}
          {assumption.number && (
            <option value={OWN}>
              {typeof assumption.default === 'number' ? mark(standard, standard) : t.ownNumber}
            </option>
          )}
          <option value="off">{t.off}</option>
        </select>
        {isNumber && (
          <span class="field-quantity">
            <input
              type="text"
              inputMode="decimal"
              aria-label={`${assumption.label[lang]}（${assumption.number}）`}
              value={reading}
              onInput={(event) => onChange(plainText(event.currentTarget.value))}
            />
            {assumption.unit && <span class="field-unit">{unitWords[assumption.unit][lang]}</span>}
          </span>
        )}
      </span>
      <p class="field-hint" id={`${id}-why`}>
        {used && <span class="tag">{t.restsOn}</span>} {reading !== standard && <span class="tag">{t.changed}</span>}{' '}
        {t.reason}：{assumption.because[lang]}
      </p>
    </div>
  );
}
