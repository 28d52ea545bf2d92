import { useId } from 'preact/hooks';
import { calculatorStrings } from '../i18n/calculator.ts';
import { htmlLang } from '../i18n/language.ts';
import type { CompiledScheme } from '../scoring/compile.ts';
import type { Language } from '../scoring/node.ts';
import { emptyState, type State, stateOfExample } from './state.ts';

type Props = { compiled: CompiledScheme; state: State; lang: Language; onChange: (state: State) => void };

/** The worked examples by name, and a button that clears everything. */
export function ExampleMenu({ compiled, state, lang, onChange }: Props) {
  const t = calculatorStrings(lang);
  const id = useId();
  const { examples } = compiled.scheme;
  const now = JSON.stringify(state);
  const current = examples.findIndex((example) => JSON.stringify(stateOfExample(example)) === now);
  return (
    <div class="example-menu">
      <label for={id}>{t.example}</label>
      <select
        id={id}
        value={String(current)}
        onChange={(event) => {
          const example = examples[Number(event.currentTarget.value)];
          onChange(example ? stateOfExample(example) : emptyState);
        }}
      >
        <option value="-1">{t.exampleNone}</option>
        {examples.map((example, i) => (
          <option key={example.name.zh} value={String(i)}>
            {example.name[lang]}
          </option>
        ))}
      </select>
      <button type="button" class="button" onClick={() => onChange(emptyState)}>
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
