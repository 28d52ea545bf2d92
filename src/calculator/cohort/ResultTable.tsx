import { Fragment } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { cohortStrings } from '../../i18n/cohort.ts';
import { fill } from '../../i18n/language.ts';
import type { CompiledCohort } from '../../scoring/cohort/compile-cohort.ts';
import { wordsOf } from '../../scoring/words.ts';
import { Cite, type CiteContext } from '../Cite.tsx';
import type { Client } from './client.ts';
import { Frame } from './Frame.tsx';
import type { Cell, Item } from './messages.ts';
import { RowExplanation } from './RowExplanation.tsx';
import type { Shown } from './use-cohort.ts';

type Props = {
  cohort: CompiledCohort;
  shown: Shown;
  desk: Client;
  cite: CiteContext;
};

/** The rows that are shown, with the lines between them; each opens its explanation. */
export function ResultTable({ cohort, shown, desk, cite }: Props) {
  const { lang } = cite;
  const t = cohortStrings(lang);
  const id = useId();
  const words = wordsOf(cohort.compiled, lang);
  const { page, summary } = shown;
  const { outputs } = summary;
  const figures = new Set(
    cohort.compiled.steps.filter(({ node }) => node.type === 'number').map(({ id: step }) => step),
  );
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  // Of another result, another explanation.
  useEffect(() => setOpen(new Set()), [summary]);
  const toggle = (row: number): void =>
    setOpen((old) => {
      const next = new Set(old);
      if (!next.delete(row)) next.add(row);
      return next;
    });
  const span = outputs.length + 1;
  if (page.items.length === 0) return <p class="quiet">{t.noRows}</p>;
  return (
    <Frame label={t.resultTable}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="cohort-sticky">
              {t.name}
            </th>
            {outputs.map((output) => (
              <th key={output} scope="col" class={figures.has(output) ? 'cohort-figure' : undefined}>
                {words.label(output)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.items.map((item, i) => {
            if (item.kind !== 'row') return <Between key={`between-${i}`} item={item} span={span} t={t} />;
            const { row, name, cells, fault, before } = item;
            const isOpen = open.has(row);
            return (
              <Fragment key={row}>
                <tr data-row={row}>
                  <th scope="row" class="cohort-sticky">
                    {fault ? (
                      name
                    ) : (
                      <button
                        type="button"
                        class="cohort-why"
                        aria-expanded={isOpen}
                        aria-controls={isOpen ? `${id}-${row}` : undefined}
                        title={t.explain}
                        onClick={() => toggle(row)}
                      >
                        {name}
                      </button>
                    )}
                    {before && <span class="tag cohort-before">{before}</span>}
                  </th>
                  {fault ? (
                    <td colSpan={outputs.length} class="field-error">
                      {fault}
                    </td>
                  ) : (
                    cells.map((cell, c) => (
                      <ResultCell key={outputs[c]} cell={cell} output={outputs[c] ?? ''} cite={cite} />
                    ))
                  )}
                </tr>
                {isOpen && (
                  <tr class="cohort-explained">
                    <td colSpan={span} id={`${id}-${row}`}>
                      <RowExplanation row={row} name={name} desk={desk} cite={cite} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </Frame>
  );
}

function ResultCell({ cell, output, cite }: { cell: Cell; output: string; cite: CiteContext }) {
  const { text, basis, gaps, isNumber, note } = cell;
  return (
    <td data-output={output} class={isNumber ? 'cohort-figure' : undefined}>
      {basis === 'absent' ? <span class="quiet">—</span> : <span class={`cohort-value basis-${basis}`}>{text}</span>}
      {gaps.length > 0 && <Cite ids={gaps} cite={cite} />}
      {note && <span class="tag">{note}</span>}
    </td>
  );
}

type BetweenProps = {
  item: Exclude<Item, { kind: 'row' }>;
  span: number;
  t: ReturnType<typeof cohortStrings>;
};

/** What stands between rows: where the ranking is cut, where another group begins, where the faulty rows begin. */
function Between({ item, span, t }: BetweenProps) {
  if (item.kind === 'cut')
    return (
      <tr class="cohort-cut">
        <td colSpan={span}>
          <span>
            {fill(t.cutLine, item)}
            {item.limit && `（${item.limit}）`}
          </span>
        </td>
      </tr>
    );
  const text =
    item.kind === 'group'
      ? fill(t.groupCount, { label: item.label, n: item.count })
      : fill(t.faultyRows, { n: item.count });
  return (
    <tr class={`cohort-${item.kind}`}>
      <th scope="rowgroup" colSpan={span}>
        <span>{text}</span>
      </th>
    </tr>
  );
}
