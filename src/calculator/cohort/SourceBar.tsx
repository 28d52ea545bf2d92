import { useId, useRef } from 'preact/hooks';
import { cohortStrings } from '../../i18n/cohort.ts';
import type { Lang } from '../../i18n/language.ts';
import type { CohortExample } from '../../schema/cohort.ts';
import type { Format } from './messages.ts';

type Props = {
  examples: readonly CohortExample[];
  /** The example that is shown, -1 where it is none. */
  current: number;
  lang: Lang;
  canUndo: boolean;
  onFile: (file: File) => void;
  onText: (text: string) => void;
  onExample: (place: number) => void;
  onTemplate: (format: Format) => void;
  onUndo: () => void;
  onClear: () => void;
};

/** Where a table comes from: a file, the clipboard, a worked example, an empty table. */
export function SourceBar({ examples, current, lang, canUndo, onFile, onText, onExample, onTemplate, ...on }: Props) {
  const t = cohortStrings(lang);
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  return (
    <section class="cohort-sources" aria-label={t.sources}>
      <div class="cohort-source">
        <input
          ref={file}
          class="cohort-file"
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen) onFile(chosen);
            event.currentTarget.value = '';
          }}
        />
        <button type="button" class="button" onClick={() => file.current?.click()}>
          {t.open}
        </button>
        <span class="field-hint">{t.openFormats}</span>
      </div>
      <div class="cohort-source cohort-paste">
        <label for={`${id}-paste`}>{t.paste}</label>
        <textarea
          id={`${id}-paste`}
          rows={1}
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const { value } = event.currentTarget;
            event.currentTarget.value = '';
            if (value.trim() !== '') onText(value);
          }}
        />
        <span class="field-hint" id={`${id}-hint`}>
          {t.pasteHint}
        </span>
      </div>
      <div class="cohort-source">
        <label for={`${id}-example`}>{t.example}</label>
        <select
          id={`${id}-example`}
          value={String(current)}
          onChange={(event) => onExample(Number(event.currentTarget.value))}
        >
          <option value="-1">{t.exampleNone}</option>
          {examples.map(({ name }, i) => (
            <option key={name.zh} value={String(i)}>
              {name[lang]}
            </option>
          ))}
        </select>
      </div>
      <div class="cohort-source">
        <span>{t.template}</span>
        {(['csv', 'xlsx'] as const).map((format) => (
          <button
            key={format}
            type="button"
            class="button"
            aria-label={`${t.template} ${t[format]}`}
            onClick={() => onTemplate(format)}
          >
            {t[format]}
          </button>
        ))}
      </div>
      <div class="cohort-source cohort-ends">
        {canUndo && (
          <button type="button" class="button" onClick={on.onUndo}>
            {t.undo}
          </button>
        )}
        <button type="button" class="button" onClick={on.onClear}>
          {t.clear}
        </button>
      </div>
      {current >= 0 && (
        <p class="by-hand cohort-by-hand">
          <span class="field-note">{t.byHand}</span> {examples[current]?.['by-hand']}
        </p>
      )}
    </section>
  );
}
