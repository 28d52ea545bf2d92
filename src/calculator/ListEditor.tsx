import { useRef, useState } from 'preact/hooks';
import { calculatorFieldStrings } from '../i18n/calculator-fields.ts';
import { fill } from '../i18n/language.ts';
import type { EntriesEditorProps } from './entries-editor.ts';
import { entryChecks } from './field-problems.ts';
import { cellsOf, textOfCells, withPasted } from './list-entries.ts';
import { BLANK, entriesOf } from './range-words.ts';
import { useTypedNumber } from './typed-number.ts';

/** More entries than these are easier as text. */
const CELLS = 60;

/**
 * A list of numbers, one cell each, with an empty cell at the end to add another; several numbers pasted into a cell
 * go into as many. A long list is one text.
 */
export default function ListEditor({ id, input, value, describedBy, lang, onChange }: EntriesEditorProps) {
  const t = calculatorFieldStrings(lang);
  const size = 'list' in input ? input.size : undefined;
  const box = useRef<HTMLOListElement>(null);
  const [asText, setAsText] = useState(false);
  const entries = entriesOf(value);
  const long = entries.length > CELLS;
  const checks = entryChecks(input, entries);
  const cells = cellsOf(entries, size);
  const set = (next: readonly string[]): void => onChange(textOfCells(next));
  const go = (i: number): void => box.current?.querySelectorAll('input')[i]?.focus();

  return (
    <div class="list-editor">
      {asText || long ? (
        <textarea
          rows={3}
          value={value}
          aria-label={input.label[lang]}
          aria-describedby={describedBy}
          aria-invalid={checks.includes(false) || undefined}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      ) : (
        <ol class="list-cells" ref={box}>
          {cells.map((cell, i) => (
            <Cell
              key={i}
              value={cell}
              n={i + 1}
              label={fill(t.entry, { label: input.label[lang], n: i + 1 })}
              wrong={checks[i] === false && cell !== ''}
              describedBy={describedBy}
              onChange={(next) => set(cells.with(i, next))}
              onLeave={() => size === undefined && entries.includes(BLANK) && set(entries.filter((it) => it !== BLANK))}
              onMove={(by) => go(i + by)}
              onPasted={(pasted) => set(withPasted(cells, i, pasted, size))}
            />
          ))}
        </ol>
      )}
      <p class="timeline-count">
        {fill(size === undefined ? t.count : t.countOf, {
          n: entries.filter((it) => it !== BLANK).length,
          size: size ?? 0,
        })}
        <span class="list-buttons">
          {!long && (
            <button type="button" class="button" aria-pressed={asText} onClick={() => setAsText(!asText)}>
              {t.asText}
            </button>
          )}
          {value !== '' && (
            <button type="button" class="button" onClick={() => onChange('')}>
              {t.clear}
            </button>
          )}
        </span>
      </p>
      <p class="field-hint" id={`${id}-list`}>
        {size === undefined ? t.listKeys : t.listKeysFixed}
      </p>
    </div>
  );
}

type CellProps = {
  value: string;
  n: number;
  label: string;
  wrong: boolean;
  describedBy: string | undefined;
  onChange: (value: string) => void;
  onLeave: () => void;
  onMove: (by: 1 | -1) => void;
  onPasted: (entries: string[]) => void;
};

/** One entry. Enter goes on, Backspace in an empty cell goes back. */
function Cell({ value, n, label, wrong, describedBy, onChange, onLeave, onMove, onPasted }: CellProps) {
  const typed = useTypedNumber(value, onChange);
  return (
    <li>
      <span aria-hidden="true">{n}</span>
      <input
        type="text"
        inputMode="decimal"
        autocomplete="off"
        {...typed}
        aria-label={label}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        onBlur={() => {
          typed.onBlur();
          onLeave();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onMove(1);
          else if (event.key === 'Backspace' && value === '' && n > 1) onMove(-1);
          else return;
          event.preventDefault();
        }}
        onPaste={(event) => {
          const pasted = entriesOf(event.clipboardData?.getData('text') ?? '');
          if (pasted.length < 2) return;
          event.preventDefault();
          onPasted(pasted);
        }}
      />
    </li>
  );
}
