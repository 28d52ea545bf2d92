import { useId, useState } from 'preact/hooks';
import { fill } from '../../i18n/language.ts';
import { takeAwayStrings } from '../../i18n/take-away.ts';
import type { IdentifiedScheme } from '../../scoring/compile.ts';
import { compile } from '../../scoring/compile-any.ts';
import { evaluate } from '../../scoring/evaluate.ts';
import { formatResult, parseResult } from '../../scoring/result-string.ts';
import { headline } from '../headline.ts';
import type { PanelProps } from '../panel.ts';
import { formatState } from '../state.ts';
import { CopyField } from './CopyField.tsx';

type Answer =
  | { kind: 'none' | 'looking' }
  | { kind: 'opened' | 'refused'; text: string }
  | { kind: 'other'; title: string; address: string };

/** The result string of the calculation, and a field that opens one. */
export function ResultString({ compiled, given, state, cite, schemesAddress, onChange }: PanelProps) {
  const { lang } = cite;
  const t = takeAwayStrings(lang);
  const id = useId();
  const [pasted, setPasted] = useState('');
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' });
  const written = formatResult(compiled, given, state.readings);

  const open = async (): Promise<void> => {
    const text = pasted.normalize('NFKC');
    const name = /^\s*([a-z0-9-]+)@/.exec(text)?.[1] ?? '';
    const isOther = name !== '' && name !== compiled.scheme.id;
    if (isOther) setAnswer({ kind: 'looking' });
    const other = isOther ? await lookUp(name, schemesAddress) : null;
    if (other === 'failed') return setAnswer({ kind: 'refused', text: fill(t.lookFailed, { id: name }) });
    const scheme = other ?? (isOther ? undefined : compiled);
    const read = parseResult(text, () => scheme);
    if (read.kind === 'refused') return setAnswer({ kind: 'refused', text: read.reason[lang] });
    const next = { given: read.given, readings: read.readings };
    if (isOther) {
      const address = `${new URL(`../${name}/`, location.href).pathname}${formatState(read.compiled, next)}`;
      return setAnswer({ kind: 'other', title: read.compiled.scheme.title[lang], address });
    }
    onChange(next);
    const outcome = headline(compiled, evaluate(compiled, read.given, read.readings), lang);
    setAnswer({ kind: 'opened', text: fill(t.opened, { outcome }) });
  };

  return (
    <>
      {written.kind === 'written' ? (
        <CopyField label={t.string} text={written.text} lang={lang} />
      ) : (
        <p class="field-hint">{written.kind === 'invalid' ? t.stringInvalid : written.reason[lang]}</p>
      )}
      <form
        class="copy-field"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <label for={id}>{t.paste}</label>
        <div class="copy-line">
          <input
            id={id}
            type="text"
            value={pasted}
            autocomplete="off"
            spellcheck={false}
            aria-invalid={answer.kind === 'refused' || undefined}
            aria-describedby={`${id}-answer`}
            onInput={(event) => {
              setPasted(event.currentTarget.value);
              setAnswer({ kind: 'none' });
            }}
          />
          <button type="submit" class="button" disabled={pasted.trim() === ''}>
            {t.open}
          </button>
        </div>
        <output class={answer.kind === 'refused' ? 'field-error' : 'field-hint'} id={`${id}-answer`}>
          {'text' in answer && answer.text}
          {answer.kind === 'looking' && t.looking}
          {answer.kind === 'other' && (
            <>
              {t.otherScheme} <a href={answer.address}>{answer.title}</a>
            </>
          )}
        </output>
      </form>
    </>
  );
}

/** The scheme of another calculator of the library; `null` where there is none of this name. */
async function lookUp(id: string, folder: string) {
  try {
    const response = await fetch(`${folder}${id}.json`);
    if (response.status === 404) return null;
    if (!response.ok) return 'failed';
    return compile((await response.json()) as IdentifiedScheme);
  } catch {
    return 'failed';
  }
}
