import { useId } from 'preact/hooks';
import { cohortStrings } from '../../i18n/cohort.ts';
import { fill } from '../../i18n/language.ts';
import { Cite, type CiteContext } from '../Cite.tsx';
import { Frame } from './Frame.tsx';
import type { QuotaRow, TotalsTable } from './messages.ts';

/** The most groups that are listed. */
const LISTED = 30;

type Props = {
  totals: readonly TotalsTable[];
  quotas: readonly QuotaRow[];
  /** Label of the group that is looked at; empty for all. */
  group: string;
  cite: CiteContext;
};

/** The figures of the table, and the places that the rules set beside those that are held. */
export function Totals({ totals, quotas, group, cite }: Props) {
  const t = cohortStrings(cite.lang);
  const id = useId();
  const own = quotas.filter((quota) => group === '' || quota.group === group);
  const isCut = totals.some(({ rows }) => rows.length > LISTED) || own.length > LISTED;
  const tables = totals.map((table) => {
    const rows = table.rows.filter((row) => group === '' || row.group === group);
    return { ...table, rows: (rows.length > 0 ? rows : table.rows).slice(0, LISTED) };
  });
  return (
    <>
      {totals.length > 0 && (
        <section aria-labelledby={`${id}-totals`} class="cohort-totals">
          <h3 id={`${id}-totals`}>{t.totals}</h3>
          {tables.map(({ groupLabel, columns, rows }) => (
            <Frame key={groupLabel} label={groupLabel ? `${t.totalTable} ${groupLabel}` : t.totalTable}>
              <table>
                <thead>
                  <tr>
                    {groupLabel && <th scope="col">{groupLabel}</th>}
                    {columns.map(({ label, cites }) => (
                      <th key={label} scope="col">
                        {label} <Cite ids={cites} cite={cite} />
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ group: name, cells }) => (
                    <tr key={name}>
                      {groupLabel && <th scope="row">{name || t.groupless}</th>}
                      {cells.map(({ text, open, gaps }, i) => (
                        <td key={columns[i]?.label}>
                          {open ? <span class="cohort-value basis-undefined">{text}</span> : text}{' '}
                          <Cite ids={gaps} cite={cite} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </Frame>
          ))}
        </section>
      )}
      {own.length > 0 && (
        <section aria-labelledby={`${id}-quotas`} class="cohort-quotas">
          <h3 id={`${id}-quotas`}>{t.quotas}</h3>
          <p class="field-hint">{t.quotasLead}</p>
          <Frame label={t.quotaTable}>
            <table>
              <thead>
                <tr>
                  {own.some((quota) => quota.group) && <th scope="col">{t.group}</th>}
                  <th scope="col">{t.figure}</th>
                  <th scope="col" class="cohort-figure">
                    {t.limit}
                  </th>
                  <th scope="col" class="cohort-figure">
                    {t.actual}
                  </th>
                  <th scope="col">{t.verdict}</th>
                </tr>
              </thead>
              <tbody>
                {own.slice(0, LISTED).map(({ group: name, label, limit, actual, over, gaps }) => (
                  <tr key={name + label} data-quota={label}>
                    {own.some((quota) => quota.group) && <td>{name}</td>}
                    <th scope="row">{label}</th>
                    <td class="cohort-figure">{limit}</td>
                    <td class="cohort-figure">{actual}</td>
                    <td class={over ? 'field-error' : undefined}>
                      {over ? fill(t.exceeded, { n: over }) : gaps.length > 0 ? t.notKnown : t.keeps}{' '}
                      <Cite ids={gaps} cite={cite} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Frame>
        </section>
      )}
      {isCut && <p class="quiet">{fill(t.moreGroups, { n: LISTED })}</p>}
    </>
  );
}
