import { useId } from 'preact/hooks';
import { classroomStrings } from '../../i18n/classroom.ts';
import { fill } from '../../i18n/language.ts';
import { readInputs } from '../../scoring/inputs.ts';
import type { Value } from '../../scoring/value.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { PanelProps } from '../panel.ts';
import { valueWords } from '../take-away/summary.ts';
import type { Preset } from './preset.ts';

type Props = PanelProps & { applies: ReadonlySet<string>; preset: Preset; onPreset: (preset: Preset) => void };

/** A row for each input, with what the class may do with it; then the results to predict, assumptions and type. */
export function PresetTable({ compiled, given, state, result, cite, applies, preset, onPreset }: Props) {
  const { lang } = cite;
  const t = classroomStrings(lang);
  const name = useId();
  const words = wordsOf(compiled, lang);
  const { memory } = readInputs(compiled, given, state.readings);
  const wrong = new Set(result.kind === 'invalid' ? result.issues.map(({ input }) => input) : []);
  const toggle = (key: 'lock' | 'hide' | 'ask', id: string): void => {
    const all = key === 'ask' ? compiled.outputs.map((output) => output.id) : Object.keys(compiled.scheme.inputs);
    onPreset({ ...preset, [key]: all.filter((it) => preset[key].includes(it) !== (it === id)) });
  };
  return (
    <>
      <section class="scroll-frame" aria-label={t.set} tabindex={0}>
        <table class="preset-table">
          <caption class="visually-hidden">{t.set}</caption>
          <thead>
            <tr>
              <th scope="col">{t.item}</th>
              <th scope="col">{t.valueNow}</th>
              <th scope="col">{t.lock}</th>
              <th scope="col">{t.hide}</th>
            </tr>
          </thead>
          <tbody>
            {compiled.inputs
              .filter(([id]) => applies.has(id))
              .map(([id, input]) => {
                const value = memory[compiled.slots.get(id) as number] as Value;
                const label = input.label[lang];
                return (
                  <tr key={id}>
                    <th scope="row">{label}</th>
                    <td>
                      {given[id] === undefined ? (
                        <span class="quiet">{t.blank}</span>
                      ) : wrong.has(id) ? (
                        String(given[id])
                      ) : (
                        valueWords(words, id, input, value)
                      )}
                    </td>
                    {(['lock', 'hide'] as const).map((key) => (
                      <td key={key}>
                        <label class="field-option">
                          <input
                            type="checkbox"
                            checked={preset[key].includes(id)}
                            aria-label={fill(key === 'lock' ? t.lockOf : t.hideOf, { name: label })}
                            onChange={() => toggle(key, id)}
                          />
                        </label>
                      </td>
                    ))}
                  </tr>
                );
              })}
          </tbody>
        </table>
      </section>
      <fieldset class="class-field">
        <legend>{t.ask}</legend>
        <div class="class-options">
          {compiled.outputs.map(({ id }) => (
            <label key={id} class="field-option">
              <input type="checkbox" checked={preset.ask.includes(id)} onChange={() => toggle('ask', id)} />
              {words.label(id)}
            </label>
          ))}
        </div>
      </fieldset>
      {compiled.assumptions.length > 0 && (
        <fieldset class="class-field">
          <legend>{t.readings}</legend>
          <div class="class-options">
            {(['open', 'lock', 'hide'] as const).map((readings) => (
              <label key={readings} class="field-option">
                <input
                  type="radio"
                  name={name}
                  checked={preset.readings === readings}
                  onChange={() => onPreset({ ...preset, readings })}
                />
                {{ open: t.readingsOpen, lock: t.readingsLock, hide: t.readingsHide }[readings]}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div class="class-field">
        <label class="field-option">
          <input type="checkbox" checked={preset.big} onChange={() => onPreset({ ...preset, big: !preset.big })} />
          {t.big}
        </label>
      </div>
    </>
  );
}
