import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import { unitWords } from '../lib/units.ts';
import type { Input } from '../schema/scheme.ts';
import type { Language } from '../scoring/node.ts';
import { formatNumber, parseNumber, parseRange } from '../scoring/number.ts';
import { withUnit } from './range-words.ts';
import { useTypedNumber } from './typed-number.ts';

type Props = {
  id: string;
  input: Extract<Input, { number: string } | { integer: string }>;
  value: string;
  describedBy: string | undefined;
  wrong: boolean;
  lang: Language;
  onChange: (value: string) => void;
};

/** A number with its unit, typed or set with a slider; what was typed stays as it was typed until one leaves the field. */
export function NumberInput({ id, input, value, describedBy, wrong, lang, onChange }: Props) {
  const typed = useTypedNumber(value, onChange);
  const scale = slides(input);
  return (
    <span class="field-quantity">
      <input
        id={id}
        type="text"
        inputMode={'integer' in input ? 'numeric' : 'decimal'}
        autocomplete="off"
        {...typed}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
      />
      {input.unit && <span class="field-unit">{unitWords[input.unit][lang]}</span>}
      {scale && <Slider {...scale} input={input} value={value} lang={lang} onChange={onChange} />}
    </span>
  );
}

type Scale = { min: string; max: string; step: string };

/**
 * Where a slider helps: a measured quantity of at most 2,000 steps, a count of at most 150 (the end of a longer count
 * only keeps nonsense out, and what occurs lies in its first hundredth). `null` elsewhere.
 */
function slides(input: Props['input']): Scale | null {
  const whole = 'integer' in input;
  const { low, high, lowIncluded } = parseRange(whole ? input.integer : input.number);
  const step = input.step ?? (whole ? 1 : null);
  if (!low || !high || step === null) return null;
  const by = parseNumber(step);
  if (Number(high.sub(low).div(by)) > (whole ? 150 : 2000)) return null;
  const min = lowIncluded ? low : low.add(by);
  return { min: formatNumber(min), max: formatNumber(high), step: formatNumber(by) };
}

type SliderProps = Scale & Pick<Props, 'input' | 'value' | 'lang' | 'onChange'>;

/** A slider that shows no value until there is one: the first key puts it to an end, the first touch where it is touched. */
function Slider({ min, max, step, input, value, lang, onChange }: SliderProps) {
  const t = calculatorStrings(lang);
  const isSet = value !== '' && !Number.isNaN(Number(value));
  return (
    <input
      type="range"
      class="slider"
      {...{ min, max, step }}
      value={isSet ? value : min}
      data-unset={!isSet || undefined}
      aria-label={fill(t.slider, { label: input.label[lang] })}
      aria-valuetext={isSet ? withUnit(value, input, lang) : t.notSet}
      onInput={({ currentTarget }) => onChange(currentTarget.value)}
      onClick={({ currentTarget }) => !isSet && onChange(currentTarget.value)}
      onKeyDown={(event) => {
        if (isSet || !/^(Arrow|Home|End|Page)/.test(event.key)) return;
        event.preventDefault();
        onChange(event.key === 'End' ? max : min);
      }}
    />
  );
}
