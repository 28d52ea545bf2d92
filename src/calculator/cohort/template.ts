import { allowed } from '../../scoring/allowed.ts';
import type { CompiledCohort } from '../../scoring/cohort/compile-cohort.ts';
import { columnsOf } from './grid.ts';
import { heading } from './sheets.ts';
import type { Telling } from './summary.ts';
import type { Sheet } from './xlsx.ts';

/** An empty table: its headings by label and id, and beside it what each column takes. */
export function templateSheets(cohort: CompiledCohort, { language, t }: Telling): [Sheet, Sheet] {
  const columns = columnsOf(cohort);
  const titled = (label: string, id: string): string => (language === 'zh' ? `${label}（${id}）` : `${label} (${id})`);
  const headings = [titled(t.name, 'name'), ...columns.map(([id, { label }]) => titled(label[language], id))];
  const rows = columns.map(([, input], i) => [
    headings[i + 1] ?? '',
    heading(allowed(input)[language], 'unit' in input ? input.unit : undefined, language),
    input.absent === undefined ? t.needed : t.optional,
    input.hint?.[language] ?? null,
    [input.rule ?? []].flat().join(' ') || null,
  ]);
  return [
    { name: t.sheetData, rows: [headings], widths: headings.map(() => 22) },
    {
      name: t.sheetColumns,
      rows: [
        [t.column, t.takes, t.need, t.hint, t.basis],
        [headings[0] ?? '', t.nameTakes, t.needed, null, null],
        ...rows,
      ],
      widths: [30, 50, 12, 50, 10],
    },
  ];
}
