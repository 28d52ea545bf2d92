import { useState } from 'preact/hooks';
import { exploreStrings } from '../../i18n/explore.ts';
import { Assumptions } from '../Assumptions.tsx';
import { InputField } from '../InputField.tsx';
import type { PanelProps } from '../panel.ts';
import { type State, withInput } from '../state.ts';
import { CompareTable } from './CompareTable.tsx';
import { type Scenario, scenarioOf } from './scenario.ts';

/** A second scenario beside the one that is entered above. */
export default function ComparePanel(props: PanelProps) {
  const { compiled, state, cite, onChange } = props;
  const t = exploreStrings(cite.lang);
  const [other, setOther] = useState<State | null>(null);
  if (other === null) {
    return (
      <div class="compare">
        <p class="field-hint">{t.compareLead}</p>
        <p class="explore-buttons">
          <button type="button" class="button" onClick={() => setOther(state)}>
            {t.compareStart}
          </button>
        </p>
      </div>
    );
  }
  const [first, second] = [scenarioOf(compiled, state), scenarioOf(compiled, other)];
  const swap = (): void => {
    setOther(state);
    onChange(other);
  };
  return (
    <div class="compare">
      <p class="field-hint">{t.compareLead}</p>
      <p class="explore-buttons">
        <button type="button" class="button" onClick={swap}>
          {t.compareSwap}
        </button>
        <button type="button" class="button" onClick={() => setOther(state)}>
          {t.compareCopy}
        </button>
        <button type="button" class="button" onClick={() => setOther(null)}>
          {t.compareClear}
        </button>
      </p>
      <div class="compare-parts">
        <SecondForm {...props} scenario={second} onOther={setOther} />
        <CompareTable compiled={compiled} first={first} second={second} cite={cite} />
      </div>
    </div>
  );
}

type FormProps = PanelProps & { scenario: Scenario; onOther: (state: State) => void };

/** The inputs and assumptions of the second scenario. */
function SecondForm({ scenario, onOther, ...panel }: FormProps) {
  const { compiled, cite } = panel;
  const { state, applies, given, result, relied } = scenario;
  const t = exploreStrings(cite.lang);
  const issues = result.kind === 'invalid' ? result.issues : [];
  return (
    <form class="compare-form" aria-label={t.compareInputs} onSubmit={(event) => event.preventDefault()} noValidate>
      <h3>{t.compareInputs}</h3>
      {compiled.inputs
        .filter(([name]) => applies.has(name))
        .map(([name, input]) => (
          <InputField
            key={name}
            name={name}
            input={input}
            value={state.given[name] ?? ''}
            issue={issues.find((issue) => issue.input === name && state.given[name] !== undefined)}
            cite={cite}
            needed={result.kind === 'incomplete' && result.missing.includes(name)}
            onChange={(value) => onOther(withInput(state, name, value))}
          />
        ))}
      <Assumptions {...panel} state={state} given={given} result={result} relied={relied} onChange={onOther} />
    </form>
  );
}
