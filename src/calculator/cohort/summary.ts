import type { CohortStrings } from '../../i18n/cohort.ts';
import { fill } from '../../i18n/language.ts';
import type { CompiledCohort } from '../../scoring/cohort/compile-cohort.ts';
import { quotaIn } from '../../scoring/cohort/quotas.ts';
import type { TotalValue } from '../../scoring/cohort/totals.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import type { Exact } from '../../scoring/exact.ts';
import type { Language, Words } from '../../scoring/node.ts';
import { formatNumber } from '../../scoring/number.ts';
import { Undefined, type Value } from '../../scoring/value.ts';
import { wordsOf } from '../../scoring/words.ts';
import { columnsOf, isBlankRow } from './grid.ts';
import type { Fault, Group, Outcome, QuotaRow, TotalsTable } from './messages.ts';
import { computedRows, groupLabel, memoryOf, outcomeId, outcomeNames, valueIn, type Worked } from './worked.ts';

export type Telling = { language: Language; words: Words; t: CohortStrings };

/** What must be mended, cell by cell. */
export function faultsOf(worked: Worked, { language, words, t }: Telling): Fault[] {
  const columns = columnsOf(worked.cohort);
  const places = new Map(columns.map(([id], i) => [id, i + 1]));
  const { parts } = worked.cohort.compiled.scheme;
  const faults: Fault[] = [];
  for (const [row, cells] of worked.rows.entries()) {
    if (isBlankRow(cells)) continue;
    if (cells[0] === '') faults.push({ row, column: 0, text: t.needsName });
    const result = worked.results[row];
    if (result?.kind === 'invalid')
      for (const { input, allowed } of result.issues)
        faults.push({ row, column: places.get(input) ?? 0, text: allowed[language] });
    if (result?.kind !== 'incomplete') continue;
    if (parts) {
      const list = result.missing.map((name) => words.label(name)).join(t.comma);
      faults.push({ row, column: 0, text: fill(t.needsPart, { list }) });
    } else for (const name of result.missing) faults.push({ row, column: places.get(name) ?? 0, text: t.needed });
  }
  return faults;
}

/** Why a row was not worked out, in one line. */
export function faultLine(worked: Worked, faults: readonly Fault[], words: Words, t: CohortStrings): string {
  const columns = columnsOf(worked.cohort);
  const told = faults.map(({ column, text }) => {
    const id = columns[column - 1]?.[0];
    return id === undefined ? text : `${words.label(id)}${t.colon}${text}`;
  });
  return told.join(t.semicolon);
}

/** The groups that are ranked apart; empty where there is one. */
export function groupsIn(worked: Worked, { words, t }: Telling): Group[] {
  const counts = new Map<string, number>();
  for (const row of computedRows(worked)) {
    const key = worked.groupOf[row] ?? '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (counts.size < 2) return [];
  return [...counts]
    .map(([key, count]) => ({ key, count, label: groupLabel(worked, key, words) || t.groupless }))
    .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN', { numeric: true }));
}

/** What rows can be filtered by; only what tells rows apart. */
export function outcomesIn(worked: Worked, { words }: Telling): Outcome[] {
  const rows = computedRows(worked).map((row) => memoryOf(worked, row));
  return outcomeNames(worked.cohort).flatMap((name) => {
    const found = new Map<string, { value: Value; count: number }>();
    for (const memory of rows) {
      const value = valueIn(worked, memory, name);
      const id = outcomeId(value);
      const known = found.get(id);
      if (known) known.count += 1;
      else if (id !== '') found.set(id, { value, count: 1 });
    }
    const options = [...found].map(([id, { value, count }]) => ({ id, label: words.named(name, value), count }));
    return options.length < 2 ? [] : [{ name, label: words.label(name), options }];
  });
}

/** The words of the totals of a table: they stand where the steps of a scheme stand. */
const totalWords = ({ compiled }: CompiledCohort, language: Language): Words =>
  wordsOf(
    { scheme: { ...compiled.scheme, steps: compiled.scheme.cohort?.totals ?? {} } } as unknown as CompiledScheme,
    language,
  );

/** The figures of the table, those of the same groups side by side. */
export function totalsIn(worked: Worked, telling: Telling): TotalsTable[] {
  const { cohort } = worked;
  const { words, language, t } = telling;
  const own = totalWords(cohort, language);
  const tables = new Map<string, TotalsTable & { keys: Map<string, number> }>();
  for (const { id, groups } of worked.totals) {
    const total = cohort.compiled.scheme.cohort?.totals[id];
    if (!total) continue;
    const within = total.within ?? [];
    const at = within.join();
    const table: TotalsTable & { keys: Map<string, number> } = tables.get(at) ?? {
      groupLabel: within.map((name) => words.label(name)).join(' · '),
      columns: [],
      rows: [],
      keys: new Map(),
    };
    tables.set(at, table);
    table.columns.push({
      label: total.label[language],
      cites: [...[total.rule ?? []].flat(), ...(total.gap ? [total.gap] : [])],
    });
    for (const { group, value } of groups) {
      const label = group.flatMap((part, i) => (part ? words.named(within[i] ?? '', part) : [])).join(' · ');
      const key = group.join('\u0000');
      if (!table.keys.has(key)) table.keys.set(key, table.rows.push({ group: label, cells: [] }) - 1);
      const row = table.rows[table.keys.get(key) as number] as TotalsTable['rows'][number];
      while (row.cells.length < table.columns.length - 1) row.cells.push({ text: '', open: false, gaps: [] });
      row.cells.push(totalCell(id, total['count-by'], value, { ...telling, own, t }));
    }
  }
  return [...tables.values()].map(({ groupLabel, columns, rows }) => ({ groupLabel, columns, rows }));
}

function totalCell(id: string, countBy: string | undefined, value: TotalValue, told: Telling & { own: Words }) {
  const { own, words, t } = told;
  const cell = (text: string) => ({ text, open: false, gaps: [] as string[] });
  if (value === null) return cell(t.differs);
  if (value instanceof Undefined) return { text: own.named(id, value), open: true, gaps: [...value.gaps] };
  if (value instanceof Map) {
    const name = (choice: string): string =>
      choice === 'undefined' ? t.undefinedCount : words.option(countBy ?? '', choice);
    return cell([...value].map(([choice, count]) => `${name(choice)} ${count}`).join(t.comma) || t.none);
  }
  if (Array.isArray(value)) return cell(value.join(t.comma) || t.none);
  return cell(own.named(id, value as Exact));
}

/** How many places there are, beside how many rows hold them; for each group. */
export function quotasIn(worked: Worked, { words, t }: Telling): QuotaRow[] {
  const groups = new Map<string, number[]>();
  for (const row of computedRows(worked)) {
    const key = worked.groupOf[row] ?? '';
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  const several = groups.size > 1;
  return [...groups].flatMap(([key, rows]) => {
    const memories = rows.map((row) => memoryOf(worked, row));
    return worked.quotas.flatMap((quota) => {
      const found = quotaIn(quota, memories);
      if (!found) return [];
      const { step, choice, from } = quota;
      const name = choice === null ? words.label(step) : words.option(step, choice);
      const number = (value: Exact | Undefined): string =>
        value instanceof Undefined ? words.named('', value) : formatNumber(value);
      const gaps = [found.limit, found.actual].flatMap((value) => (value instanceof Undefined ? value.gaps : []));
      return {
        group: several ? groupLabel(worked, key, words) || t.groupless : '',
        label: fill(choice !== null && from === 'first' ? t.upTo : t.within, { name }),
        limit: number(found.limit),
        actual: number(found.actual),
        over: found.over ? formatNumber(found.over) : '',
        gaps: [...new Set(gaps)],
      };
    });
  });
}
