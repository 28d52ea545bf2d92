import { useId, useMemo, useState } from 'preact/hooks';
import { cohortStrings } from '../../i18n/cohort.ts';
import { fill } from '../../i18n/language.ts';
import { type CompiledCohort, compileCohort } from '../../scoring/cohort/compile-cohort.ts';
import type { PanelProps } from '../panel.ts';
import { download } from '../take-away/download.ts';
import { CohortAssumptions } from './CohortAssumptions.tsx';
import { DataTable } from './DataTable.tsx';
import { Distribution } from './Distribution.tsx';
import { columnsOf, ofExample, withBlock } from './grid.ts';
import { MoveList } from './MoveList.tsx';
import type { Format, Readings } from './messages.ts';
import { Pager } from './Pager.tsx';
import { ProgressLine } from './ProgressLine.tsx';
import { PAGE } from './page.ts';
import { ReadProblem } from './ReadProblem.tsx';
import { ResultControls } from './ResultControls.tsx';
import { ResultTable } from './ResultTable.tsx';
import { SourceBar } from './SourceBar.tsx';
import { Totals } from './Totals.tsx';
import { useAside } from './use-aside.ts';
import { useCohort } from './use-cohort.ts';

/** A whole table: put in, worked out, explained row by row, and taken away again. Nothing of it is kept or sent. */
export default function CohortPanel({ compiled, state, cite }: PanelProps) {
  const { lang } = cite;
  const t = cohortStrings(lang);
  const id = useId();
  const { scheme } = compiled;
  const cohort = useMemo(() => compileCohort(scheme) as CompiledCohort, [scheme]);
  const columns = columnsOf(cohort);
  const it = useCohort(
    scheme,
    cohort,
    lang,
    useMemo(() => readingsOf(cohort, state.readings), [cohort]),
  );
  const aside = useAside(scheme, lang);
  const [isOver, setOver] = useState(false);
  const examples = scheme.cohort?.examples ?? [];
  const [example, setExample] = useState(-1);

  const readFile = async (file: File): Promise<void> => {
    setExample(-1);
    await it.read({ kind: 'file', name: file.name, bytes: await file.arrayBuffer() });
  };
  const readText = async (text: string, cell: { row: number; column: number } | null): Promise<void> => {
    setExample(-1);
    const read = await it.read({ kind: 'text', text });
    if (read?.kind !== 'bare' || !cell) return;
    it.dismiss();
    it.setRows(withBlock(columns, it.rows, read.lines, cell));
    it.tell([
      fill(t.readBlock, { rows: read.lines.length, columns: Math.max(...read.lines.map((line) => line.length)) }),
    ]);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const target = event.target as HTMLElement;
    const place = target.dataset?.['cell']?.split('-').map(Number);
    const isOneCell = !/[\t\n]/.test(text.trimEnd());
    if (text.trim() === '' || (isOneCell && target instanceof HTMLInputElement)) return;
    event.preventDefault();
    void readText(text, place ? { row: place[0] as number, column: place[1] as number } : null);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData('text/plain');
    if (file) void readFile(file);
    else if (text) void readText(text, null);
  };
  const write = async (kind: 'results' | 'template', format: Format): Promise<void> => {
    const title = kind === 'results' ? t.fileResults : t.fileTemplate;
    const name = `${scheme.id}-${title}.${format}`;
    try {
      const blob = await aside.run(kind, { format }, kind === 'results' ? it : null);
      if (!blob) return;
      download(name, blob);
      it.setStatus(fill(t.statusSaved, { name }));
    } catch {
      it.setStatus(t.exportFailed);
    }
  };
  const { summary, view, shown } = it;
  const groupLabel = summary?.groups.find(({ key }) => key === view.group)?.label ?? '';
  // The tables are large: they are drawn again only where what they show is another.
  const table = useMemo(
    () => (
      <DataTable
        columns={columns}
        rows={it.rows}
        faults={summary?.faults ?? []}
        cite={cite}
        resultsId={`${id}-results`}
        onlyUsed={it.isReadIn}
        onRows={(rows) => {
          setExample(-1);
          it.setRows(rows);
        }}
      />
    ),
    [columns, it.rows, it.readings, it.isReadIn, summary?.faults, lang],
  );
  const results = useMemo(
    () => shown && <ResultTable cohort={cohort} shown={shown} desk={it.desk} cite={cite} />,
    [cohort, shown, lang],
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it takes what is pasted or dropped anywhere in it
    <div
      class="cohort"
      tabIndex={-1}
      data-over={isOver || undefined}
      data-settled={it.settled || undefined}
      onPaste={onPaste}
      onClickCapture={openBeside}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
    >
      <p>{t.lead}</p>
      <p class="quiet">{t.private}</p>
      <SourceBar
        examples={examples}
        current={example}
        lang={lang}
        canUndo={it.canUndo}
        onFile={(file) => void readFile(file)}
        onText={(text) => void readText(text, null)}
        onExample={(place) => {
          const chosen = examples[place];
          setExample(place);
          if (!chosen) return;
          const { rows, readings } = ofExample(columns, chosen);
          it.tell([]);
          it.replace(rows, readings);
        }}
        onTemplate={(format) => void write('template', format)}
        onUndo={() => {
          setExample(-1);
          it.undoLast();
        }}
        onClear={() => {
          setExample(-1);
          it.clear();
        }}
      />
      {it.problem && (
        <ReadProblem
          problem={it.problem}
          lang={lang}
          onLeaveOut={() => it.problem && void it.read(it.problem.source, true)}
        />
      )}
      {it.notice.map((text) => (
        <p key={text} class="cohort-notice">
          {text}
        </p>
      ))}
      <output class="cohort-status">{it.status}</output>
      <ProgressLine store={it.progress} lang={lang} onStop={it.stop} />
      {it.stopped && (
        <p>
          <button type="button" class="button" onClick={it.again}>
            {t.again}
          </button>
        </p>
      )}
      {table}
      <CohortAssumptions
        cohort={cohort}
        readings={it.readings}
        summary={summary}
        cite={cite}
        count={() => aside.run('uses', null, it)}
        onChange={(name, reading) => {
          setExample(-1);
          it.setReading(name, reading);
        }}
      />
      <ProgressLine store={aside.progress} lang={lang} onStop={aside.stop} />
      {summary?.moves && it.change && <MoveList cohort={cohort} change={it.change} moves={summary.moves} lang={lang} />}
      <section
        id={`${id}-results`}
        class="cohort-outcome"
        tabIndex={-1}
        aria-labelledby={`${id}-title`}
        aria-busy={it.stale || undefined}
      >
        <h3 id={`${id}-title`}>{t.results}</h3>
        {!summary && <p class="quiet">{t.noResults}</p>}
        {summary && shown && (
          <>
            <ResultControls summary={summary} view={view} lang={lang} onView={it.setView} />
            {results}
            <p class="quiet">{t.basisLegend}</p>
            <Pager
              page={shown.page.page}
              count={shown.page.count}
              size={PAGE}
              label={t.results}
              lang={lang}
              onPage={(next) => it.setView({ ...view, page: next })}
            />
            {it.chart && <Distribution chart={it.chart} lang={lang} />}
            <Totals totals={summary.totals} quotas={summary.quotas} group={groupLabel} cite={cite} />
            <div class="cohort-export">
              <h3>{t.export}</h3>
              <div class="cohort-buttons">
                <button type="button" class="button" onClick={() => void write('results', 'csv')}>
                  {t.exportCsv}
                </button>
                <button type="button" class="button" onClick={() => void write('results', 'xlsx')}>
                  {t.exportXlsx}
                </button>
              </div>
              <p class="field-hint">{t.exportHint}</p>
            </div>
          </>
        )}
      </section>
    </div>
  );
}

/** Rules open in another tab: to leave the page would be to lose the table. */
function openBeside(event: MouseEvent): void {
  const link = (event.target as HTMLElement).closest('a');
  if (!link) return;
  link.target = '_blank';
  link.rel = 'noopener';
}

/** Readings of the calculator above that the table knows as well. */
function readingsOf({ compiled }: CompiledCohort, readings: Readings): Readings {
  const known = Object.entries(readings).filter(([name, reading]) => {
    const assumption = compiled.scheme.assumptions[name];
    return assumption && (reading === 'off' || reading in assumption.options || assumption.number !== undefined);
  });
  return Object.fromEntries(known);
}
