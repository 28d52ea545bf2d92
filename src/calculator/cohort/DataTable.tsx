import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { cohortStrings } from '../../i18n/cohort.ts';
import { fill } from '../../i18n/language.ts';
import { unitWords } from '../../lib/units.ts';
import { allowed } from '../../scoring/allowed.ts';
import { Cite, type CiteContext } from '../Cite.tsx';
import { DataCell } from './DataCell.tsx';
import { blankRow, type Columns, cellText } from './grid.ts';
import type { Fault, Row } from './messages.ts';
import { Pager } from './Pager.tsx';

type Props = {
  columns: Columns;
  rows: readonly Row[];
  faults: readonly Fault[];
  cite: CiteContext;
  resultsId: string;
  /** Columns that nothing stands in are left away until they are asked for. */
  onlyUsed: boolean;
  onRows: (rows: readonly Row[]) => void;
};

/** Rows on a page: every cell is a field, and a browser has its limits. */
const SIZE = 50;

/** The table as it was put in; every cell can be changed, and what is wrong stands in its cell. */
export function DataTable({ columns, rows, faults, cite, resultsId, onlyUsed, onRows }: Props) {
  const { lang } = cite;
  const t = cohortStrings(lang);
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [wantedPage, setPage] = useState(0);
  const [focus, setFocus] = useState<{ row: number; column: number } | null>(null);
  const page = Math.min(wantedPage, Math.max(0, Math.ceil(rows.length / SIZE) - 1));
  const shown = rows.slice(page * SIZE, (page + 1) * SIZE);
  const [everyColumn, setEveryColumn] = useState(false);
  const used = useUsedColumns(columns, rows, faults);
  const shownColumns = columns.flatMap(([name, input], i) =>
    !onlyUsed || everyColumn || used === null || used.has(i + 1) ? [{ name, input, c: i + 1 }] : [],
  );

  useEffect(() => {
    if (!focus) return;
    const field = frame.current?.querySelector<HTMLElement>(`[data-cell="${focus.row}-${focus.column}"]`);
    field?.focus();
    field?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (field instanceof HTMLInputElement) field.select();
    setFocus(null);
  }, [focus]);

  const goTo = (row: number, column: number): void => {
    if (row < 0 || row >= rows.length) return;
    setPage(Math.floor(row / SIZE));
    setFocus({ row, column });
  };
  const placeOf = (target: EventTarget | null): [number, number] | null => {
    const place = (target as HTMLElement | null)?.dataset?.['cell']?.split('-').map(Number);
    return place ? [place[0] as number, place[1] as number] : null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = placeOf(event.target);
    const isField = event.target instanceof HTMLInputElement;
    const step =
      event.key === 'Enter' ? (event.shiftKey ? -1 : 1) : !isField ? 0 : { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!place || !step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goTo(place[0] + step, place[1]);
  };
  const edit = (row: number, column: number, typed: string): void => {
    const input = columns[column - 1]?.[1];
    const text = input ? cellText(input, typed) : typed.trim();
    const cells = rows[row];
    if (!cells || cells[column] === text) return;
    onRows(rows.with(row, cells.with(column, text)));
  };
  const faultTexts = useMemo(() => {
    const texts = new Map<string, string>();
    for (const { row, column, text } of faults) {
      const known = texts.get(`${row}-${column}`);
      texts.set(`${row}-${column}`, known ? known + t.semicolon + text : text);
    }
    return texts;
  }, [faults, t]);
  const faultAt = (row: number, column: number): string | undefined => faultTexts.get(`${row}-${column}`);
  const nextFault = (): void => {
    const from = placeOf(document.activeElement) ?? [page * SIZE, -1];
    const isAfter = ({ row, column }: Fault): boolean => row > from[0] || (row === from[0] && column > from[1]);
    const fault = faults.find(isAfter) ?? faults[0];
    if (fault) goTo(fault.row, fault.column);
  };

  return (
    <section aria-labelledby={`${id}-title`} class="cohort-data">
      <h3 id={`${id}-title`}>{t.data}</h3>
      <p class="field-hint">
        {t.dataHint} {/* No link: the fragment of the address is the state of the calculator. */}
        <button type="button" class="cohort-link" onClick={() => document.getElementById(resultsId)?.focus()}>
          {t.toResults}
        </button>
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields in it */}
      <div class="cohort-frame" ref={frame} onKeyDown={onKeyDown}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="cohort-number">
                {t.number}
              </th>
              <th scope="col" class="cohort-sticky">
                {t.name}
              </th>
              {shownColumns.map(({ name, input }) => (
                <th key={name} scope="col" title={allowed(input)[lang]}>
                  {input.label[lang]}
                  <span class="field-note">
                    {'unit' in input && input.unit && <span>{unitWords[input.unit][lang]}</span>}
                    {input.absent !== undefined && <span>{t.optional}</span>}
                    <Cite ids={[input.rule ?? []].flat()} cite={cite} />
                  </span>
                </th>
              ))}
              <th scope="col">
                <span class="cohort-hidden">{t.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((cells, i) => {
              const row = page * SIZE + i;
              const name = cells[0] || fill(t.row, { n: row + 1 });
              return (
                <tr key={row}>
                  <td class="cohort-number">{row + 1}</td>
                  <th scope="row" class="cohort-sticky">
                    <DataCell
                      id={`${id}-${row}-0`}
                      place={`${row}-0`}
                      input={null}
                      value={cells[0] ?? ''}
                      label={`${fill(t.row, { n: row + 1 })} ${t.name}`}
                      fault={faultAt(row, 0)}
                      lang={lang}
                      onChange={(text) => edit(row, 0, text)}
                    />
                  </th>
                  {shownColumns.map(({ name: column, input, c }) => (
                    <td key={column}>
                      <DataCell
                        id={`${id}-${row}-${c}`}
                        place={`${row}-${c}`}
                        input={input}
                        value={cells[c] ?? ''}
                        label={`${name} ${input.label[lang]}`}
                        fault={faultAt(row, c)}
                        lang={lang}
                        onChange={(text) => edit(row, c, text)}
                      />
                    </td>
                  ))}
                  <td>
                    <button
                      type="button"
                      class="cohort-remove"
                      aria-label={fill(t.removeRow, { name })}
                      title={fill(t.removeRow, { name })}
                      onClick={() => onRows(rows.toSpliced(row, 1))}
                    >
                      ×
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div class="cohort-buttons">
        {[1, 10].map((n) => (
          <button
            key={n}
            type="button"
            class="button"
            onClick={() => {
              onRows([...rows, ...Array.from({ length: n }, () => blankRow(columns))]);
              setPage(Math.floor(rows.length / SIZE));
              setFocus({ row: rows.length, column: 0 });
            }}
          >
            {n === 1 ? t.addRow : t.addRows}
          </button>
        ))}
        {shownColumns.length < columns.length && (
          <button type="button" class="button" onClick={() => setEveryColumn(true)}>
            {fill(t.showColumns, { n: columns.length - shownColumns.length })}
          </button>
        )}
        {faults.length > 0 && (
          <button type="button" class="button" onClick={nextFault}>
            {t.nextFault}
          </button>
        )}
        <Pager page={page} count={rows.length} size={SIZE} label={t.data} lang={lang} onPage={setPage} />
      </div>
    </section>
  );
}

/**
 * Columns that hold something, or must; `null` where the table is still empty. A column that was used stays until the
 * table is emptied, so that none goes while one types.
 */
function useUsedColumns(columns: Columns, rows: readonly Row[], faults: readonly Fault[]): ReadonlySet<number> | null {
  const known = useRef(new Set<number>());
  return useMemo(() => {
    const used = new Set(faults.map(({ column }) => column));
    for (const row of rows) for (let c = 1; c < row.length; c += 1) if (row[c] !== '') used.add(c);
    if (used.size === 0) {
      known.current = new Set();
      return null;
    }
    known.current = new Set([...known.current, ...used]);
    return known.current;
  }, [columns, rows, faults]);
}
