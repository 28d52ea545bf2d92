import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { calculatorStrings } from '../i18n/calculator.ts';
import type { CompiledScheme } from '../scoring/compile.ts';
import { evaluate, reliedOn } from '../scoring/evaluate.ts';
import { applicableInputs } from '../scoring/inputs.ts';
import type { Language } from '../scoring/node.ts';
import { Assumptions } from './Assumptions.tsx';
import type { Preset } from './classroom/preset.ts';
import { ExampleMenu } from './ExampleMenu.tsx';
import { InputField } from './InputField.tsx';
import { Lazy, LazyPanel } from './LazyPanel.tsx';
import type { Panel } from './panel.ts';
import { panels } from './panels.ts';
import { fetchDetails, ResultView } from './ResultView.tsx';
import { emptyState, formatState, givenOf, parseState, type State, withInput } from './state.ts';

export type CalculatorProps = {
  compiled: CompiledScheme;
  /** Texts of the gaps and contradictions of the chapter, by id. */
  gaps: Readonly<Record<string, { zh: string; en: string }>>;
  /** Address of the rulebook chapter; a rule is `#r16` on it. */
  chapterAddress: string;
  /** Address of the folder that has `<scheme id>.json`. */
  schemesAddress: string;
  /** Titles of the case and of the chapter, for what is taken away. */
  titles?: readonly string[];
  lang: Language;
};

/** A class in progress, and the functions for it, which only such an address loads. */
type Class = { preset: Preset; tools: typeof import('./classroom/preset.ts') };

const loadBar: Panel['load'] = () => import('./classroom/LessonBar.tsx');
const loadPredict: Panel['load'] = () => import('./classroom/Predict.tsx');

/** The user interface of a scheme: inputs, assumptions, result. All computing is done by `scoring`. */
export default function Calculator(props: CalculatorProps) {
  const { compiled, gaps, chapterAddress, schemesAddress, titles, lang } = props;
  const { scheme } = compiled;
  const t = calculatorStrings(lang);
  const [state, setState] = useState<State>(emptyState);
  const [room, setRoom] = useState<Class | null>(null);
  const [revealed, setRevealed] = useState(false);
  const [ready, setReady] = useState(false);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const take = async (): Promise<void> => {
      const { hash } = location;
      const tools = hash.includes('p.') ? await import('./classroom/preset.ts') : null;
      if (hash !== location.hash) return;
      setReady(true);
      if (hash !== '' && !hash.includes('=')) return;
      const preset = tools?.parsePreset(scheme, hash);
      setState(parseState(compiled, hash));
      setRoom(tools && preset ? { preset, tools } : null);
      setRevealed(false);
    };
    const read = (): void => void take().catch(() => setFailed(true));
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [compiled]);
  useEffect(() => {
    const own = formatState(compiled, state);
    const fragment = room ? room.tools.withPreset(own, room.preset) : own;
    const anchor = fragment === '' && !location.hash.includes('=') ? location.hash : fragment;
    if (ready && anchor !== location.hash) {
      history.replaceState(history.state, '', `${location.pathname}${location.search}${anchor}`);
    }
  }, [compiled, ready, state, room]);

  const applies = applicableInputs(compiled, givenOf(state, new Set(Object.keys(scheme.inputs))), state.readings);
  const given = givenOf(state, applies);
  const result = evaluate(compiled, given, state.readings);
  const relied = reliedOn(compiled, given, state.readings, result);
  const issues = result.kind === 'invalid' ? result.issues : [];
  const cite = { chapterAddress, gaps, lang };
  const preset = room?.preset ?? null;
  const lesson = preset ? { preset, revealed, onReveal: setRevealed, onExit: () => setRoom(null) } : undefined;
  const asks = preset !== null && preset.ask.length > 0;
  const veiled = asks && !revealed;
  const change = (next: (now: State) => State): void =>
    setState((now) => (room ? room.tools.keepFixed(room.preset, now, next(now)) : next(now)));
  const panel = {
    compiled,
    state,
    given,
    result,
    cite,
    schemesAddress,
    titles,
    lesson,
    onChange: (next: State) => change(() => next),
  };

  return (
    <div
      class="calculator"
      data-ready={ready || undefined}
      data-lesson={preset?.readings}
      data-big={preset?.big || undefined}
    >
      {failed && <p class="quiet">{t.panelFailed}</p>}
      {preset && <Lazy load={loadBar} {...panel} />}
      <div class="calculator-main">
        <form
          class="calculator-form"
          aria-label={t.inputs}
          onFocusIn={fetchDetails}
          onSubmit={(event) => event.preventDefault()}
          noValidate
        >
          {!preset && <ExampleMenu compiled={compiled} state={state} lang={lang} onChange={setState} />}
          <div class="calculator-inputs">
            {compiled.inputs
              .filter(([name]) => applies.has(name) && !preset?.hide.includes(name))
              .map(([name, input]) => (
                <Fixed key={name} fixed={preset?.lock.includes(name)}>
                  <InputField
                    name={name}
                    input={input}
                    value={state.given[name] ?? ''}
                    issue={issues.find((issue) => issue.input === name && state.given[name] !== undefined)}
                    cite={cite}
                    needed={result.kind === 'incomplete' && result.missing.includes(name)}
                    onChange={(value) => change((now) => withInput(now, name, value))}
                  />
                </Fixed>
              ))}
          </div>
          {preset?.readings !== 'hide' && (
            <Fixed fixed={preset?.readings === 'lock'}>
              <Assumptions {...panel} relied={relied} />
            </Fixed>
          )}
        </form>
        <div class="calculator-result">
          {asks && <Lazy load={loadPredict} {...panel} />}
          {!veiled && (
            <ResultView
              compiled={compiled}
              result={result}
              blank={Object.keys(state.given).length === 0}
              panel={panel}
            />
          )}
          <p class="calculator-private">{t.private}</p>
        </div>
      </div>
      {ready && (
        <div class="panels" hidden={veiled || (preset?.hide.length ?? 0) > 0}>
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

/** What a class cannot change: shown, and out of reach of pointer and keyboard. */
function Fixed({ fixed, children }: { fixed: boolean | undefined; children: ComponentChildren }) {
  if (!fixed) return children;
  return (
    <fieldset class="fixed" disabled>
      {children}
    </fieldset>
  );
}
