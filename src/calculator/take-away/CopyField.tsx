import { useId, useRef, useState } from 'preact/hooks';
import { takeAwayStrings } from '../../i18n/take-away.ts';
import type { Language } from '../../scoring/node.ts';

type Props = {
  label: string;
  text: string;
  lang: Language;
  /** Lines to show; one line where left out. */
  rows?: number;
};

/** A text to copy. Where the browser does not let a page copy, the text is selected and the user told how. */
export function CopyField({ label, text, lang, rows }: Props) {
  const t = takeAwayStrings(lang);
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<{ of: string; what: string } | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid({ of: text, what: t.copied });
    } catch {
      field.current?.focus();
      field.current?.select();
      setSaid({ of: text, what: t.copyByHand });
    }
  };
  const common = { id, ref: field, readOnly: true, value: text };
  return (
    <div class="copy-field">
      <label for={id} class="visually-hidden">
        {label}
      </label>
      <div class={rows ? 'copy-text' : 'copy-line'}>
        {rows ? <textarea {...common} rows={rows} /> : <input type="text" {...common} />}
        <button type="button" class="button" onClick={copy} aria-describedby={id}>
          {t.copy}
        </button>
      </div>
      <output class="field-hint">{said?.of === text ? said.what : ''}</output>
    </div>
  );
}
