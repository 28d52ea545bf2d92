import { useId, useMemo, useState } from 'preact/hooks';
import { calculatorStrings } from '../i18n/calculator.ts';
import { htmlLang } from '../i18n/language.ts';
import type { CompiledScheme } from '../scoring/compile.ts';
import type { Language } from '../scoring/node.ts';
import { emptyState, formatState, type State, stateOfExample } from './state.ts';

type Props = { compiled: CompiledScheme; state: State; lang: Language; onChange: (state: State) => void };

/**
 * The worked examples by name, and a button that clears everything. An example without inputs looks like an untouched
 * form; it counts as loaded only where the reader chose it.
 */
export function ExampleMenu({ compiled, state, lang, onChange }: Props) {
  const t = calculatorStrings(lang);
  const id = useId();
  const { examples } = compiled.scheme;
  const [chosen, setChosen] = useState(-1);
  const fragments = useMemo(() => examples.map((it) => formatState(compiled, stateOfExample(it))), [compiled]);
  const now = formatState(compiled, state);
  const current = now === '' && fragments[chosen] !== '' ? -1 : fragments.indexOf(now);
  const choose = (place: number): void => {
    const example = examples[place];
    setChosen(place);
    onChange(example ? stateOfExample(example) : emptyState);
  };
  return (
    <div class="example-menu">
      <label for={id}>{t.example}</label>
      <select id={id} value={String(current)} onChange={(event) => choose(Number(event.currentTarget.value))}>
        <option value="-1">{t.exampleNone}</option>
        {examples.map((example, i) => (
          <option key={example.name.zh} value={String(i)}>
            {example.name[lang]}
          </option>
        ))}
      </select>
      <button type="button" class="button" onClick={() => choose(-1)}>
        {t.reset}
      </button>
      {current >= 0 && (
        <p class="by-hand">
          <span class="field-note">{t.byHand}</span>{' '}
          <span lang={lang === 'zh' ? undefined : htmlLang.zh}>{examples[current]?.['by-hand']}</span>
        </p>
      )}
    </div>
  );
}
