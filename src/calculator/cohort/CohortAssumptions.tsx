import { useEffect, useId, useState } from 'preact/hooks';
import { cohortStrings } from '../../i18n/cohort.ts';
import { fill } from '../../i18n/language.ts';
import type { Assumption } from '../../schema/scheme.ts';
import type { CompiledCohort } from '../../scoring/cohort/compile-cohort.ts';
import { contains, parseRange, readNumber } from '../../scoring/number.ts';
import { Cite, type CiteContext } from '../Cite.tsx';
import { ReadingSelect } from '../ReadingSelect.tsx';
import { plainText } from '../state.ts';
import type { Readings, Summary, Uses } from './messages.ts';

type Props = {
  cohort: CompiledCohort;
  readings: Readings;
  /** The result that the counts are of; with another they are asked for again. */
  summary: Summary | null;
  cite: CiteContext;
  count: () => Promise<Uses | null>;
  onChange: (name: string, reading: string) => void;
};

/** The assumptions of the table, then those of the scheme, each with the rows that rest on it where they were counted. */
export function CohortAssumptions({ cohort, readings, summary, cite, count, onChange }: Props) {
  const { lang } = cite;
  const t = cohortStrings(lang);
  const [uses, setUses] = useState<Uses | null>(null);
  useEffect(() => setUses(null), [summary]);
  const { compiled } = cohort;
  const own = new Set(Object.keys(compiled.scheme.cohort?.assumptions ?? {}));
  const field = ([name, assumption]: (typeof compiled.assumptions)[number]) => (
    <AssumptionField
      key={name}
      name={name}
      assumption={assumption}
      reading={readings[name] ?? String(assumption.default)}
      rows={uses ? (uses.find(({ id }) => id === name)?.rows ?? 0) : null}
      cite={cite}
      onChange={(reading) => onChange(name, reading)}
    />
  );
  const ofTable = compiled.assumptions.filter(([name]) => own.has(name));
  const others = compiled.assumptions.filter(([name]) => !own.has(name));
  if (compiled.assumptions.length === 0) return null;
  return (
    <details class="assumptions cohort-assumptions">
      <summary>
        {t.assumptions}
        <span class="field-note">{fill(t.assumptionsCount, { own: ofTable.length, others: others.length })}</span>
      </summary>
      <p class="field-hint">{t.assumptionsLead}</p>
      {summary && (
        <p>
          <button type="button" class="button" onClick={() => void count().then(setUses)}>
            {t.uses}
          </button>
        </p>
      )}
      {ofTable.length > 0 && <h4>{t.ofTable}</h4>}
      {ofTable.map(field)}
      {others.length > 0 && <h4>{t.ofScheme}</h4>}
      {others.map(field)}
    </details>
  );
}

type FieldProps = {
  name: string;
  assumption: Assumption;
  reading: string;
  /** How many rows rest on it; `null` where it was not counted. */
  rows: number | null;
  cite: CiteContext;
  onChange: (reading: string) => void;
};

function AssumptionField({ name, assumption, reading, rows, cite, onChange }: FieldProps) {
  const { lang } = cite;
  const t = cohortStrings(lang);
  const id = useId();
  const { number, label, gap } = assumption;
  const standard = String(assumption.default);
  const [wrong, setWrong] = useState(false);
  /** A number outside the range changes nothing. */
  const setNumber = (typed: string): void => {
    const text = plainText(typed) || standard;
    const value = readNumber(text);
    const isRight = text === standard || (value !== null && contains(parseRange(number ?? ''), value));
    setWrong(!isRight);
    if (isRight) onChange(text);
  };
  return (
    <div class={`assumption ${reading === 'off' ? 'basis-undefined' : 'basis-assumed'}`} data-assumption={name}>
      <label for={id}>
        {label[lang]} <Cite ids={[gap].flat()} cite={cite} />
      </label>
      {rows !== null && <span class="tag">{rows === 0 ? t.usedByNone : fill(t.usedBy, { n: rows })}</span>}
      {reading !== standard && <span class="tag">{t.changed}</span>}
      <ReadingSelect
        {...{ id, assumption, reading, wrong, lang, onChange }}
        number={{ onChange: ({ currentTarget }) => setNumber(currentTarget.value) }}
      />
      <div id={`${id}-why`}>
        {wrong && <p class="field-error">{fill(t.wrongNumber, { range: number ?? '' })}</p>}
        <p class="field-hint">
          {t.because}
          {t.colon}
          {assumption.because[lang]}
        </p>
      </div>
    </div>
  );
}
