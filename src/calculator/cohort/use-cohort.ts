import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { cohortStrings } from '../../i18n/cohort.ts';
import { fill } from '../../i18n/language.ts';
import type { CompiledCohort } from '../../scoring/cohort/compile-cohort.ts';
import type { IdentifiedScheme } from '../../scoring/compile.ts';
import type { Language } from '../../scoring/node.ts';
import { type Client, openClient, Stopped } from './client.ts';
import { blankRow, columnsOf } from './grid.ts';
import type { Chart, Page, Read, Readings, Row, Source, Summary, View } from './messages.ts';
import { firstSort } from './order.ts';
import { type ProgressStore, progressStore } from './progress-store.ts';

/** Why a table was not read; `source` where it can be read without some columns. */
export type Problem = { read: Exclude<Read, { kind: 'rows' }>; source: Source };

/** An assumption that was changed last. */
export type Change = { name: string; before: string; after: string };

/** A page of rows, with the result and the view that it is of. */
export type Shown = { page: Page; summary: Summary; view: View };

const firstView: View = { sort: 'table', filter: null, group: null, cut: null, page: 0 };

export type Cohort = ReturnType<typeof useCohort>;

/** The table of the panel and what is done with it. Nothing of it outlives the panel. */
export function useCohort(
  scheme: IdentifiedScheme,
  cohort: CompiledCohort,
  language: Language,
  readingsAbove: Readings,
) {
  const t = cohortStrings(language);
  const empty = useMemo(() => Array.from({ length: 4 }, () => blankRow(columnsOf(cohort))), [cohort]);
  const [rows, setRows] = useState<readonly Row[]>(empty);
  const [readings, setReadings] = useState(readingsAbove);
  const [summary, setSummary] = useState<Summary | null>(null);
  const [view, setView] = useState(firstView);
  const [shown, setShown] = useState<Shown | null>(null);
  const [chart, setChart] = useState<Chart | null>(null);
  const [stale, setStale] = useState(false);
  const [stopped, setStopped] = useState(false);
  const [status, setStatus] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [notice, setNotice] = useState<string[]>([]);
  const [isReadIn, setReadIn] = useState(false);
  const [undo, setUndo] = useState<{ rows: readonly Row[]; readings: Readings } | null>(null);
  const [change, setChange] = useState<Change | null>(null);

  const store = useRef<ProgressStore | null>(null);
  store.current ??= progressStore();
  const progress = store.current;
  const client = useRef<Client | null>(null);
  client.current ??= openClient(scheme, language);
  const desk = client.current;
  useEffect(() => () => client.current?.stop(), []);

  /** What is to be worked out next, and whether the desk holds the rows as they are. */
  const wanted = useRef<{ rows: readonly Row[]; readings: Readings; isNew: boolean } | null>(null);
  const running = useRef(false);
  const held = useRef(false);

  const fail = (error: unknown): void => {
    progress.set(null);
    if (!(error instanceof Stopped)) setStatus(fill(t.failed, { why: (error as Error).message }));
  };

  async function compute(job: { rows: readonly Row[]; readings: Readings; isNew: boolean }): Promise<void> {
    wanted.current = { ...job, isNew: job.isNew || (wanted.current?.isNew ?? false) };
    setStale(true);
    setStopped(false);
    if (running.current) return;
    running.current = true;
    try {
      while (wanted.current) {
        const { rows: now, readings: read, isNew } = wanted.current;
        wanted.current = null;
        const sent = isNew || !held.current ? [...now] : null;
        const done = await desk.ask('compute', { rows: sent, readings: read }, progress.set);
        held.current = true;
        if (wanted.current) continue;
        setSummary(done);
        setView((old) => fitted(old, done));
        const { rows: n, computed, faults } = done;
        setStatus(
          faults.length > 0
            ? fill(t.statusFaults, { rows: n, faults: faults.length, computed })
            : fill(t.statusDone, { rows: n }),
        );
      }
      setStale(false);
      progress.set(null);
    } catch (error) {
      held.current = false;
      wanted.current = null;
      fail(error);
    } finally {
      running.current = false;
    }
  }

  useEffect(() => {
    if (!summary) return;
    let gone = false;
    desk.ask('view', view).then((page) => !gone && setShown({ page, summary, view }), fail);
    return () => {
      gone = true;
    };
  }, [summary, view]);
  const { group, cut } = view;
  useEffect(() => {
    if (!summary) return;
    let gone = false;
    desk.ask('chart', { group, cut }).then((answer) => !gone && setChart(answer), fail);
    return () => {
      gone = true;
    };
  }, [summary, group, cut]);

  const forget = (): void => {
    setSummary(null);
    setShown(null);
    setChart(null);
    progress.set(null);
    setStale(false);
    held.current = false;
    wanted.current = null;
  };
  /** Another table in place of this one. */
  const replace = (next: readonly Row[], read: Readings): void => {
    setUndo(rows.some((row) => row.some(Boolean)) ? { rows, readings } : null);
    setProblem(null);
    setChange(null);
    setView(firstView);
    setReadIn(true);
    setRows(next);
    setReadings(read);
    void compute({ rows: next, readings: read, isNew: true });
  };
  const edit = (next: readonly Row[]): void => {
    setProblem(null);
    setRows(next);
    setChange(null);
    void compute({ rows: next, readings, isNew: true });
  };

  return {
    t,
    rows,
    readings,
    summary,
    view,
    shown,
    /** Everything that is shown is of the table and the view as they are. */
    settled: !stale && shown !== null && shown.summary === summary && shown.view === view,
    chart,
    progress,
    stale,
    stopped,
    status,
    problem,
    notice,
    change,
    desk,
    /** The table was read in or is an example; it was not typed from nothing. */
    isReadIn,
    canUndo: undo !== null,
    setView,
    setStatus,
    replace,
    setRows: edit,
    setReading(name: string, after: string): void {
      const standard = String(cohort.compiled.scheme.assumptions[name]?.default);
      const { [name]: before = standard, ...others } = readings;
      const next = after === standard ? others : { ...others, [name]: after };
      setReadings(next);
      setChange({ name, before, after });
      void compute({ rows, readings: next, isNew: false });
    },
    async read(source: Source, leaveOut = false): Promise<Read | null> {
      setProblem(null);
      setNotice([]);
      try {
        // A file is read again where columns are left out: the desk takes the bytes with it.
        const sent = source.kind === 'file' ? { ...source, bytes: source.bytes.slice(0) } : source;
        const answer = await desk.ask('read', { source: sent, leaveOut }, progress.set);
        progress.set(null);
        if (answer.kind === 'rows') {
          const told = [fill(t.readRows, { n: answer.rows.length })];
          if (answer.leftOut.length > 0) told.push(fill(t.leftOut, { list: answer.leftOut.join(t.comma) }));
          if (answer.asShares.length > 0) told.push(fill(t.asShares, { list: answer.asShares.join(t.comma) }));
          setNotice(told);
          replace(answer.rows, readings);
        } else setProblem({ read: answer, source });
        return answer;
      } catch (error) {
        fail(error);
        return null;
      }
    },
    tell: (told: string[]) => setNotice(told),
    dismiss: () => setProblem(null),
    undoLast(): void {
      if (!undo) return;
      setUndo(null);
      setNotice([]);
      setView(firstView);
      setChange(null);
      setRows(undo.rows);
      setReadings(undo.readings);
      void compute({ ...undo, isNew: true });
    },
    /** Stops the work; the table stays. */
    stop(): void {
      desk.stop();
      forget();
      setStopped(true);
      setStatus(t.statusStopped);
    },
    again: () => void compute({ rows, readings, isNew: true }),
    /** Forgets everything that was put in. */
    clear(): void {
      desk.stop();
      forget();
      setStopped(false);
      setReadIn(false);
      setRows(empty);
      setReadings({});
      setUndo(null);
      setProblem(null);
      setNotice([]);
      setChange(null);
      setView(firstView);
      setStatus(t.statusCleared);
    },
  };
}

/** A view that fits the table: what it asks for is there. The first sorting and line are those of the ranking. */
function fitted(view: View, summary: Summary): View {
  const isFirst = view === firstView;
  const { filter } = view;
  const hasOption =
    filter === null ||
    (filter === 'moved' ? summary.moves !== null : filter === 'faulty') ||
    (typeof filter === 'object' &&
      summary.outcomes.some(
        ({ name, options }) => name === filter.outcome && options.some(({ id }) => id === filter.option),
      ));
  return {
    sort: isFirst ? firstSort(summary.ranked) : view.sort,
    filter: hasOption ? filter : null,
    group: summary.groups.some(({ key }) => key === view.group) ? view.group : null,
    cut: isFirst
      ? (summary.cuts[0]?.name ?? null)
      : summary.cuts.some(({ name }) => name === view.cut)
        ? view.cut
        : null,
    page: view.page,
  };
}
