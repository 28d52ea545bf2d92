import { useRef, useState } from 'preact/hooks';
import { calculatorFieldStrings } from '../i18n/calculator-fields.ts';
import { fill } from '../i18n/language.ts';
import type { EntriesEditorProps } from './entries-editor.ts';
import { entriesOf } from './range-words.ts';
import { Shape } from './Shape.tsx';
import { keysOf, nextChoice, pastedPeriods } from './series-entries.ts';

/** So many periods are added at once: a year of months. */
const YEAR = 12;

/**
 * A sequence of periods as a strip. A click, Enter or Space takes a period to its next choice, a digit or letter sets
 * it and goes on to the next, arrows move, Delete takes it away; at the open end a digit or letter adds a period.
 */
export default function Timeline({ id, input, value, describedBy, lang, onChange }: EntriesEditorProps) {
  const t = calculatorFieldStrings(lang);
  const series = 'series' in input ? input.series : {};
  const choices = Object.keys(series);
  const keys = keysOf(choices);
  const entries = entriesOf(value);
  const strip = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState('');
  const current = Math.min(at, entries.length);

  const nameOf = (choice: string): string => series[choice]?.[lang] ?? t.notAChoice;
  const cells = (): HTMLElement[] => [...(strip.current?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
  const go = (to: number): void => {
    setAt(to);
    cells()[to]?.focus();
  };
  const put = (next: readonly string[], told: string): void => {
    onChange(next.join(', '));
    setSaid(told);
  };
  const set = (i: number, choice: string): void =>
    put(
      i < entries.length ? entries.with(i, choice) : [...entries, choice],
      fill(t.periodIs, { n: i + 1, choice: nameOf(choice) }),
    );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const choice = keys.get(event.key.toLowerCase());
    const target = moveBy(event.key, cells(), current);
    if (choice !== undefined) {
      set(current, choice);
      // The cell after the last one is drawn with the next change.
      requestAnimationFrame(() => go(current + 1));
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && entries.length > 0) {
      const gone = Math.min(current, entries.length - 1);
      put(entries.toSpliced(gone, 1), fill(t.periodGone, { n: gone + 1 }));
      go(event.key === 'Backspace' ? Math.max(0, gone - 1) : gone);
    } else if (target !== null) go(target);
    else return;
    event.preventDefault();
  };

  const cell = (i: number) => ({
    type: 'button' as const,
    'data-cell': i,
    tabIndex: i === current ? 0 : -1,
    onFocus: () => setAt(i),
    onKeyDown,
  });
  return (
    <div
      class="timeline"
      onPaste={(event) => {
        const pasted = pastedPeriods(series, event.clipboardData?.getData('text') ?? '');
        if (pasted.length === 0) return;
        event.preventDefault();
        put([...entries, ...pasted], fill(t.periods, { n: entries.length + pasted.length }));
      }}
    >
      <div
        class="timeline-strip"
        role="toolbar"
        aria-describedby={[describedBy, `${id}-keys`].filter(Boolean).join(' ')}
        aria-label={t.strip}
        ref={strip}
      >
        {entries.map((entry, i) => (
          <button
            key={i}
            {...cell(i)}
            class="timeline-cell"
            data-choice={entry}
            aria-label={fill(t.periodIs, { n: i + 1, choice: nameOf(entry) })}
            title={fill(t.periodIs, { n: i + 1, choice: nameOf(entry) })}
            onClick={() => set(i, nextChoice(choices, entry))}
          >
            <span>{i + 1}</span>
            <Shape place={choices.indexOf(entry)} />
          </button>
        ))}
        <button
          key="end"
          {...cell(entries.length)}
          class="timeline-cell timeline-end"
          aria-label={fill(t.addHere, { n: entries.length + 1, choice: nameOf(choices[0] as string) })}
          onClick={() => {
            set(entries.length, choices[0] as string);
            setAt(entries.length + 1);
          }}
        >
          <span>{entries.length + 1}</span>+
        </button>
      </div>
      <p class="timeline-count">{fill(t.periods, { n: entries.length })}</p>
      <p class="timeline-legend">
        {choices.map((choice, i) => (
          <span key={choice}>
            <Shape place={i} /> {nameOf(choice)}
          </span>
        ))}
      </p>
      <fieldset class="timeline-add" aria-label={t.addGroup}>
        {choices.map((choice, i) => (
          <button key={choice} type="button" class="button" onClick={() => set(entries.length, choice)}>
            <Shape place={i} /> {fill(t.addOne, { choice: nameOf(choice) })}
            <kbd>{i + 1}</kbd>
          </button>
        ))}
        <button
          type="button"
          class="button"
          onClick={() => {
            const more = new Array<string>(YEAR).fill(choices[0] as string);
            put([...entries, ...more], fill(t.periods, { n: entries.length + YEAR }));
          }}
        >
          {fill(t.addYear, { n: YEAR, choice: nameOf(choices[0] as string) })}
        </button>
        <button
          type="button"
          class="button"
          disabled={entries.length === 0}
          onClick={() => put(entries.slice(0, -1), fill(t.periodGone, { n: entries.length }))}
        >
          {t.removePeriod}
        </button>
        <button
          type="button"
          class="button"
          disabled={entries.length === 0}
          onClick={() => put([], fill(t.periods, { n: 0 }))}
        >
          {t.clear}
        </button>
      </fieldset>
      <p class="field-hint" id={`${id}-keys`}>
        {fill(t.stripKeys, {
          keys: [...keys]
            .filter(([key]) => /\d/.test(key))
            .map(([key, choice]) => `${key} ${nameOf(choice)}`)
            .join(t.comma),
        })}
      </p>
      <output class="visually-hidden">{said || null}</output>
    </div>
  );
}

/** Where an arrow, Home or End leads from a cell; `null` for any other key. Up and down go to the row above and below. */
function moveBy(key: string, cells: readonly HTMLElement[], from: number): number | null {
  const last = cells.length - 1;
  const within = (to: number): number => Math.max(0, Math.min(last, to));
  if (key === 'ArrowLeft') return within(from - 1);
  if (key === 'ArrowRight') return within(from + 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const top = cells[0]?.offsetTop;
  const row = cells.findIndex((cell) => cell.offsetTop !== top);
  const wide = row < 0 ? cells.length : row;
  const to = from + (key === 'ArrowUp' ? -wide : wide);
  return to >= 0 && to <= last ? to : from;
}
