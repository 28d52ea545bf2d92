import { useEffect, useMemo, useState } from 'preact/hooks';
import { calculatorStrings } from '../i18n/calculator.ts';
import { compile, type IdentifiedScheme } from '../scoring/compile.ts';
import { evaluate, reliedOn } from '../scoring/evaluate.ts';
import { applicableInputs } from '../scoring/inputs.ts';
import type { Language } from '../scoring/node.ts';
import { Assumptions } from './Assumptions.tsx';
import { ExampleMenu } from './ExampleMenu.tsx';
import { InputField } from './InputField.tsx';
import { LazyPanel } from './LazyPanel.tsx';
import { panels } from './panels.ts';
import { ResultView } from './ResultView.tsx';
import { emptyState, formatState, givenOf, parseState, type State, withInput, withReading } from './state.ts';

export type CalculatorProps = {
  scheme: IdentifiedScheme;
  /** Texts of the gaps and contradictions of the chapter, by id. */
  gaps: Readonly<Record<string, { zh: string; en: string }>>;
  /** Address of the rulebook chapter; a rule is `#r16` on it. */
  chapterAddress: string;
  /** Address of the folder that has `<scheme id>.json`. */
  schemesAddress: string;
  lang: Language;
};

/** The user interface of a scheme: inputs, assumptions, result. All computing is done by `scoring`. */
export default function Calculator({ scheme, gaps, chapterAddress, schemesAddress, lang }: CalculatorProps) {
  const t = calculatorStrings(lang);
  const compiled = useMemo(() => compile(scheme), [scheme]);
  const [state, setState] = useState<State>(emptyState);
  const [ready, setReady] = useState(false);

  useEffect(() => {
    const take = (): void => {
      if (location.hash === '' || location.hash.includes('=')) setState(parseState(compiled, location.hash));
    };
    take();
    setReady(true);
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, [compiled]);
  useEffect(() => {
    const fragment = formatState(compiled, state);
    const anchor = fragment === '' && !location.hash.includes('=') ? location.hash : fragment;
    if (ready && anchor !== location.hash) {
      history.replaceState(history.state, '', `${location.pathname}${location.search}${anchor}`);
    }
  }, [compiled, ready, state]);

  const applies = applicableInputs(compiled, givenOf(state, new Set(Object.keys(scheme.inputs))), state.readings);
  const given = givenOf(state, applies);
  const result = evaluate(compiled, given, state.readings);
  const relied = reliedOn(compiled, given, state.readings, result);
  const issues = result.kind === 'invalid' ? result.issues : [];
  const cite = { chapterAddress, gaps, lang };
  const panel = { compiled, state, given, result, cite, schemesAddress, onChange: setState };
  const setReading = (name: string, value: string): void => setState((now) => withReading(now, compiled, name, value));

  return (
    <div class="calculator" data-ready={ready || undefined}>
      <form class="calculator-form" aria-label={t.inputs} onSubmit={(event) => event.preventDefault()} noValidate>
        <ExampleMenu compiled={compiled} state={state} lang={lang} onChange={setState} />
        <div class="calculator-inputs">
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
                onChange={(value) => setState((now) => withInput(now, name, value))}
              />
            ))}
        </div>
        <Assumptions compiled={compiled} readings={state.readings} relied={relied} cite={cite} onChange={setReading} />
      </form>
      <div class="calculator-result">
        <ResultView
          compiled={compiled}
          result={result}
          blank={Object.keys(state.given).length === 0}
          panel={panel}
          onTry={(names) => setState((now) => names.reduce((all, name) => withReading(all, compiled, name, ''), now))}
        />
        <p class="calculator-private">{t.private}</p>
      </div>
      {ready && (
        <div class="panels">
          {panels
            .filter(({ fits }) => fits(compiled))
            .map((it) => (
              <LazyPanel key={it.id} panel={it} {...panel} />
            ))}
        </div>
      )}
    </div>
  );
}
