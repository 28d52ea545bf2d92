import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { cohortStrings } from '../../i18n/cohort.ts';
import { fill, type Lang } from '../../i18n/language.ts';
import type { Sort, Summary, View } from './messages.ts';

type Props = { summary: Summary; view: View; lang: Lang; onView: (view: View) => void };

/** In which order, which rows, and where lines are drawn. */
export function ResultControls({ summary, view, lang, onView }: Props) {
  const t = cohortStrings(lang);
  const { ranked, groups, outcomes, cuts, moves, faulty } = summary;
  const change = (part: Partial<View>): void => onView({ ...view, page: 0, ...part });
  const sorts: [Sort, string][] = [
    ...(ranked ? ([['place', t.sortPlace]] satisfies [Sort, string][]) : []),
    ['table', t.sortTable],
    ['name', t.sortName],
    ...(outcomes.length > 0 ? ([['outcome', t.sortOutcome]] satisfies [Sort, string][]) : []),
  ];
  const filters = outcomes.flatMap(({ name, label, options }) =>
    options.map((option) => ({ value: JSON.stringify([name, option.id]), label, option })),
  );
  const filter =
    view.filter === null
      ? ''
      : typeof view.filter === 'string'
        ? view.filter
        : JSON.stringify([view.filter.outcome, view.filter.option]);
  const setFilter = (value: string): void => {
    if (value === '' || value === 'moved' || value === 'faulty') change({ filter: value === '' ? null : value });
    else {
      const [outcome, option] = JSON.parse(value) as [string, string];
      change({ filter: { outcome, option } });
    }
  };
  const moved = moves ? moves.outcome + moves.figure : 0;
  return (
    <div class="cohort-controls">
      <Choice label={t.sort} value={view.sort} onChange={(value) => change({ sort: value as Sort })}>
        {sorts.map(([sort, label]) => (
          <option key={sort} value={sort}>
            {label}
          </option>
        ))}
      </Choice>
      <Choice label={t.filter} value={filter} onChange={setFilter}>
        <option value="">{t.filterAll}</option>
        {moved > 0 && <option value="moved">{`${t.filterMoved} ${moved}`}</option>}
        {faulty > 0 && <option value="faulty">{`${t.filterFaulty} ${faulty}`}</option>}
        {filters.map(({ value, label, option }) => (
          <option key={value} value={value}>
            {`${label}${t.colon}${option.label} ${option.count}`}
          </option>
        ))}
      </Choice>
      {groups.length > 0 && (
        <Choice
          label={t.group}
          value={view.group ?? '*'}
          onChange={(value) => change({ group: value === '*' ? null : value })}
        >
          <option value="*">{t.groupAll}</option>
          {groups.map(({ key, label, count }) => (
            <option key={key} value={key}>
              {fill(t.groupCount, { label, n: count })}
            </option>
          ))}
        </Choice>
      )}
      {cuts.length > 0 && (
        <Choice label={t.cut} value={view.cut ?? ''} onChange={(value) => change({ cut: value || null })}>
          {cuts.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
          <option value="">{t.cutNone}</option>
        </Choice>
      )}
    </div>
  );
}

type ChoiceProps = { label: string; value: string; onChange: (value: string) => void; children: ComponentChildren };

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <span class="cohort-choice">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </span>
  );
}
