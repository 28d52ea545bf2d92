import { useId, useState } from 'preact/hooks';
import { exploreStrings } from '../../i18n/explore.ts';
import { fill } from '../../i18n/language.ts';
import type { Input } from '../../schema/scheme.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import { applicableInputs } from '../../scoring/inputs.ts';
import { outcomesOf } from '../../scoring/outcome.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { PanelProps } from '../panel.ts';
import { givenOf } from '../state.ts';
import { type Grid, gridOf, isDated, MOST, presentValue, sweepKind } from './grid.ts';
import { OptionsTable } from './OptionsTable.tsx';
import { SweepView } from './SweepView.tsx';
import { useSweep } from './use-sweep.ts';

/** Steps to each side of the present value that can be looked at closely. */
const reaches = [25, 250] as const;
const datedReaches = [31, 366] as const;
/** With so few values there is no range to choose. */
const FEW = 60;

/** One input over its range, and where the result changes. */
export default function SweepPanel(props: PanelProps) {
  const { compiled, state, cite } = props;
  const { lang } = cite;
  const t = exploreStrings(lang);
  const words = wordsOf(compiled, lang);
  const [chosen, setChosen] = useState<{ input?: string; output?: string; reach?: string }>({});
  const inputs = sweepableInputs(props);
  const input = inputs.find((name) => name === chosen.input) ?? standardInput(props, inputs);
  if (input === undefined) return <p>{t.sweepNothing}</p>;
  const outputs = outputsOn(compiled, input);
  const output = outputs.find((name) => name === chosen.output) ?? standardOutput(compiled, outputs);
  const declared = compiled.scheme.inputs[input] as Input;
  const isNumeric = sweepKind(declared) === 'numbers';
  const present = isNumeric ? presentValue(declared, givenOf(state, new Set([input]))[input]) : null;
  const offered = present === null ? [] : isDated(declared) ? datedReaches : reaches;
  const widest = isNumeric ? gridOf(compiled, input, present, null) : null;
  const closer = offered.filter((steps) => widest && 2 * steps < widest.count - 1);
  const reach = closer.find((steps) => String(steps) === chosen.reach) ?? null;
  return (
    <div class="sweep">
      <p class="field-hint">{t.sweepLead}</p>
      <div class="explore-controls">
        <Choose
          label={t.sweepInput}
          value={input}
          options={inputs.map((name) => [name, words.label(name)])}
          onChange={(name) => setChosen({ ...chosen, input: name })}
        />
        <Choose
          label={t.sweepOutput}
          value={output}
          options={outputs.map((name) => [name, words.label(name)])}
          onChange={(name) => setChosen({ ...chosen, output: name })}
        />
        {widest && widest.count > FEW && (
          <Choose
            label={t.sweepReach}
            value={reach === null ? (chosen.reach === 'whole' ? 'whole' : 'changing') : String(reach)}
            options={[
              ['changing', t.reachChanging],
              ['whole', isCut(widest) ? fill(t.reachMost, { n: widest.count - 1 }) : t.reachWhole],
              ...closer.map((steps): [string, string] => [String(steps), fill(t.reachSide, { n: steps })]),
            ]}
            onChange={(steps) => setChosen({ ...chosen, reach: steps })}
          />
        )}
      </div>
      {isNumeric ? (
        <Numbers
          {...props}
          key={input}
          input={input}
          output={output}
          present={present}
          reach={reach}
          isWhole={chosen.reach === 'whole'}
        />
      ) : (
        <OptionsTable {...props} input={input} output={output} />
      )}
    </div>
  );
}

const isCut = ({ cut }: Grid): boolean => cut.below || cut.above;

type NumbersProps = PanelProps & {
  input: string;
  output: string;
  present: ReturnType<typeof presentValue>;
  reach: number | null;
  /** Draws all that was tried, and not only the part that changes. */
  isWhole: boolean;
};

function Numbers(props: NumbersProps) {
  const { compiled, state, cite, input, present, reach, isWhole } = props;
  const t = exploreStrings(cite.lang);
  const grid = gridOf(compiled, input, present, reach);
  const { found, done } = useSweep(compiled, state, grid);
  const name = wordsOf(compiled, cite.lang).label(input);
  if (grid === null) return <p>{fill(t.sweepNeedsValue, { name })}</p>;
  return (
    <>
      {done < 1 && grid.count > MOST / 10 && (
        <p class="quiet">{fill(t.sweepRunning, { percent: Math.floor(done * 100) })}</p>
      )}
      {found && <SweepView {...props} found={found} busy={done < 1} isWhole={isWhole || reach !== null} />}
    </>
  );
}

type ChooseProps = {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
};

function Choose({ label, value, options, onChange }: ChooseProps) {
  const id = useId();
  return (
    <p>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Inputs that apply at present and can be swept. */
function sweepableInputs({ compiled, state }: PanelProps): string[] {
  const all = new Set(Object.keys(compiled.scheme.inputs));
  const applies = applicableInputs(compiled, givenOf(state, all), state.readings);
  return compiled.inputs.flatMap(([name, input]) => (applies.has(name) && sweepKind(input) ? [name] : []));
}

/** The first number that has a value, else the first number, else whatever there is. */
function standardInput({ compiled, given }: PanelProps, inputs: readonly string[]): string | undefined {
  const numbers = inputs.filter((name) => sweepKind(compiled.scheme.inputs[name] as Input) === 'numbers');
  return numbers.find((name) => given[name] !== undefined) ?? numbers[0] ?? inputs[0];
}

/** Outputs that rest on the input; all of them where none does. */
function outputsOn(compiled: CompiledScheme, input: string): readonly string[] {
  const resting = compiled.scheme.outputs.filter((output) => compiled.restsOn.get(output)?.has(input));
  return resting.length > 0 ? resting : compiled.scheme.outputs;
}

/** A number that comes in steps shows most as a line, then a choice; else the first. */
function standardOutput(compiled: CompiledScheme, outputs: readonly string[]): string {
  const kind = (output: string) => compiled.steps.find(({ id }) => id === output)?.node.type;
  const outcomes = outcomesOf(compiled);
  const found =
    outputs.find((output) => kind(output) === 'number' && outcomes.has(output)) ??
    outputs.find((output) => kind(output) === 'choice');
  return (found ?? outputs[0]) as string;
}
