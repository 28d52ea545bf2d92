import { type CohortStrings, cohortStrings } from '../../i18n/cohort.ts';
import { carry } from '../../i18n/language.ts';
import { type CompiledCohort, compileCohort } from '../../scoring/cohort/compile-cohort.ts';
import { changes } from '../../scoring/evaluate.ts';
import type { Language } from '../../scoring/node.ts';
import { wordsOf } from '../../scoring/words.ts';
import { chartOf } from './chart.ts';
import { csvOf } from './csv.ts';
import { explainRow } from './explain-row.ts';
import type { Answer, Ask, Fault, Kind, Progress, Readings, Row, Summary, Uses } from './messages.ts';
import { changesOf, type Moved, movedBetween, movesTold, nobody } from './moves.ts';
import { type Order, orderOf } from './order.ts';
import { pageOf } from './page.ts';
import { readSource } from './read-source.ts';
import { assumptionsSheet, explanationSheet, resultSheet, totalsSheet } from './sheets.ts';
import { faultLine, faultsOf, groupsIn, outcomesIn, quotasIn, type Telling, totalsIn } from './summary.ts';
import { templateSheets } from './template.ts';
import { computedRows, cutNames, outputsIn, type Pause, type Worked, workOut } from './worked.ts';
import type { XlsxTools } from './xlsx.ts';

/** What a desk needs from where it stands: a worker, or the page itself. */
export type Surroundings = {
  /** Tells how far the work is; rests where the page needs the time; throws where the work is to stop. */
  progress(progress: Progress): void | Promise<void>;
  xlsx(): Promise<XlsxTools>;
};

export type Desk = { [K in Kind]: (ask: Ask<K>) => Promise<Answer<K>> };

/**
 * Does the work on a table: reads it, works it out, and shows what is asked for. It keeps the last table, so that only
 * what is shown has to leave it.
 */
export function makeDesk({ progress, xlsx }: Surroundings): Desk {
  let cohort: CompiledCohort;
  let telling: Telling;
  let worked: Worked | null = null;
  let faults = new Map<number, Fault[]>();
  let previous: Worked | null = null;
  let moved: Moved = nobody;
  let shown: { key: string; order: Order } | null = null;

  const at =
    (phase: Progress['phase'], from = 0, to = 1): Pause =>
    (share) =>
      progress({ phase, share: from + share * (to - from) });
  const need = (): Worked => {
    if (!worked) throw new Error('no table has been worked out');
    return worked;
  };
  const all = (): Order =>
    orderOf(need(), { sort: 'place', filter: null, group: null, cut: null, page: 0 }, new Set<number>());

  return {
    async open({ scheme, language, texts }) {
      if (texts) carry(texts);
      cohort = compileCohort(scheme) as CompiledCohort;
      telling = tellingOf(cohort, language);
      return null;
    },

    async read({ source, leaveOut }) {
      await progress({ phase: 'reading', share: 0 });
      return readSource(cohort, source, { language: telling.language, leaveOut, xlsx });
    },

    async compute({ rows, readings }): Promise<Summary> {
      const before = rows === null ? worked : null;
      worked = await workOut(cohort, rows ?? before?.rows ?? [], readings, at('computing'));
      shown = null;
      previous = before;
      moved = before ? movedBetween(before, worked) : nobody;
      const list = faultsOf(worked, telling);
      faults = byRow(list);
      const computed = computedRows(worked).length;
      return {
        rows: worked.rows.filter((row) => row.some(Boolean)).length,
        computed,
        faulty: faults.size,
        faults: list,
        ranked: worked.ranking !== null,
        outputs: [...outputsIn(worked)],
        groups: groupsIn(worked, telling),
        outcomes: outcomesIn(worked, telling),
        cuts: cutNames(worked).map((name) => ({ name, label: telling.words.label(name) })),
        totals: totalsIn(worked, telling),
        quotas: quotasIn(worked, telling),
        moves: before ? movesTold(before, worked, moved, telling) : null,
      };
    },

    async view(view) {
      const key = JSON.stringify({ ...view, page: 0, cut: null });
      if (shown?.key !== key)
        shown = { key, order: orderOf(need(), view, new Set([...moved.outcome, ...moved.figure])) };
      const { words, t } = telling;
      const faultOf = (row: number): string => faultLine(need(), faults.get(row) ?? [], words, t) || t.notComputed;
      const beforeOf = (row: number): string =>
        previous && (moved.outcome.has(row) || moved.figure.has(row))
          ? changesOf(previous, need(), row, telling).join(t.semicolon)
          : '';
      return pageOf({ worked: need(), words, t, faultOf }, shown.order, view, beforeOf);
    },

    chart: async (ask) => chartOf(need(), ask, telling),

    explain: async ({ row }) => explainRow(need(), row, telling),

    async uses() {
      return usesOf(need(), at('comparing'));
    },

    async results({ format }) {
      const order = all();
      const results = resultSheet(need(), order, faults, telling);
      if (format === 'csv') return csvOf(results.rows);
      const explanation = await explanationSheet(need(), order, telling, at('explaining'));
      const sheets = [results, explanation, totalsSheet(need(), telling), assumptionsSheet(need(), telling)];
      await progress({ phase: 'writing', share: 0 });
      return (await xlsx()).write(sheets);
    },

    async template({ format }) {
      const sheets = templateSheets(cohort, telling);
      return format === 'csv' ? csvOf(sheets[0].rows) : (await xlsx()).write(sheets);
    },
  };
}

function byRow(faults: readonly Fault[]): Map<number, Fault[]> {
  const rows = new Map<number, Fault[]>();
  for (const fault of faults) {
    const known = rows.get(fault.row);
    if (known) known.push(fault);
    else rows.set(fault.row, [fault]);
  }
  return rows;
}

function tellingOf({ compiled }: CompiledCohort, language: Language): Telling {
  const t: CohortStrings = cohortStrings(language);
  return { language, words: wordsOf(compiled, language), t };
}

/** How many rows rest on each assumption: switched off, their result would be another. */
async function usesOf(worked: Worked, pause: Pause): Promise<Uses> {
  const { cohort, rows, readings } = worked;
  const names = cohort.compiled.assumptions.map(([name]) => name).filter((name) => readings[name] !== 'off');
  const uses: Uses = [];
  for (const [i, id] of names.entries()) {
    const off = await workOut(cohort, rows as Row[], { ...readings, [id]: 'off' } as Readings, (share) =>
      pause((i + share) / names.length),
    );
    const count = computedRows(worked).filter((row) => {
      const [a, b] = [worked.results[row], off.results[row]];
      return a !== undefined && b !== undefined && changes(a, b);
    }).length;
    if (count > 0) uses.push({ id, rows: count });
  }
  return uses;
}
