import { fill } from '../../i18n/language.ts';
import { type Unit, unitWords } from '../../lib/units.ts';
import type { Language } from '../../scoring/node.ts';
import { toJson } from '../../scoring/report.ts';
import { isList, type Known, Undefined } from '../../scoring/value.ts';
import { explainRow } from './explain-row.ts';
import { type Columns, columnsOf } from './grid.ts';
import type { Fault } from './messages.ts';
import type { Order } from './order.ts';
import { faultLine, quotasIn, type Telling, totalsIn } from './summary.ts';
import { isComputed, outputsIn, type Pause, type Worked } from './worked.ts';
import type { Sheet } from './xlsx.ts';

type SheetCell = Sheet['rows'][number][number];

/** A heading with its unit: `实发（元）`. */
export function heading(label: string, unit: Unit | undefined, language: Language): string {
  const word = unit && unit !== 'places' ? unitWords[unit][language] : '';
  if (word === '') return label;
  return language === 'zh' ? `${label}（${word}）` : `${label} (${word})`;
}

/** A number where a spreadsheet keeps it exactly, else text. */
const numeric = (text: string): SheetCell =>
  /^-?\d/.test(text) && String(Number(text)) === text ? Number(text) : text;

/** A typed cell as a spreadsheet shows it: choices and answers by their names. */
function givenCell([name, input]: Columns[number], cell: string, { words, t }: Telling): SheetCell {
  if (cell === '') return null;
  if ('choice' in input) return words.option(name, cell);
  if ('yes-no' in input) return cell === 'yes' ? t.yes : cell === 'no' ? t.no : cell;
  return 'text' in input ? cell : numeric(cell);
}

/** The rows with everything given and worked out, in the order of the ranking; those with faults last. */
export function resultSheet(
  worked: Worked,
  order: Order,
  faults: ReadonlyMap<number, Fault[]>,
  telling: Telling,
): Sheet {
  const { words, language, t } = telling;
  const { compiled } = worked.cohort;
  const columns = columnsOf(worked.cohort);
  const outputs = outputsIn(worked).map((id) => ({ id, unit: compiled.scheme.steps[id]?.unit }));
  const given = (row: number): SheetCell[] => [
    worked.rows[row]?.[0] || null,
    ...columns.map((column, i) => givenCell(column, worked.rows[row]?.[i + 1] ?? '', telling)),
  ];
  const computed = order.computed.map((row) => {
    const result = worked.results[row];
    if (!isComputed(result)) return given(row);
    const open = new Map(result.kind === 'undefined' ? result.open.map((o) => [o.output, o.gaps]) : []);
    const cells = outputs.map(({ id, unit }): SheetCell => {
      const gaps = open.get(id);
      if (gaps) return `${words.named(id, new Undefined(gaps))} ${gaps.join(' ')}`;
      const value = result.outputs.get(id);
      return value === undefined ? null : outputCell(id, value, unit, telling);
    });
    const followed = result.consequences.map((id) => words.label(id)).join(t.semicolon);
    return [...given(row), ...cells, followed || null, null];
  });
  const faulty = order.faulty.map((row) => [
    ...given(row),
    ...outputs.map(() => null),
    null,
    faultLine(worked, faults.get(row) ?? [], words, t) || t.notComputed,
  ]);
  return {
    name: t.sheetResults,
    rows: [
      [
        t.name,
        // Without the unit, so that the table can be read in again.
        ...columns.map(([, input]) => input.label[language]),
        ...outputs.map(({ id, unit }) => heading(words.label(id), unit, language)),
        t.consequences,
        t.mend,
      ],
      ...computed,
      ...faulty,
    ],
    widths: [16, ...columns.map(() => 14), ...outputs.map(() => 14), 40, 30],
  };
}

function outputCell(id: string, value: Known, unit: Unit | undefined, { words }: Telling): SheetCell {
  if (typeof value !== 'object' || isList(value)) return words.named(id, value);
  const json = toJson(value, unit);
  return typeof json === 'number' ? json : String(json);
}

/** Why each row has its results, one column for each output. Takes time: it rests between rows. */
export async function explanationSheet(worked: Worked, order: Order, telling: Telling, pause: Pause): Promise<Sheet> {
  const { words, language, t } = telling;
  const outputs = outputsIn(worked);
  const cite = (cited: readonly string[]): string =>
    cited.length === 0 ? '' : language === 'zh' ? `（${cited.join('、')}）` : ` (${cited.join(', ')})`;
  const rows: SheetCell[][] = [
    [t.name, t.outcome, t.outrightTitle, ...outputs.map((id) => words.label(id)), t.consequences],
  ];
  for (const [i, row] of order.computed.entries()) {
    const told = explainRow(worked, row, telling);
    if (!told) continue;
    const lines = new Map(told.lines.map((line) => [line.step, line.text + cite(line.cited)]));
    rows.push([
      worked.rows[row]?.[0] ?? '',
      told.headline,
      told.outright.map(({ text, rules }) => text + cite(rules)).join('\n') || null,
      ...outputs.map((id) => lines.get(id) ?? null),
      told.consequences.map(({ text, rules }) => text + cite(rules)).join('\n') || null,
    ]);
    if (i % 20 === 0) await pause(i / order.computed.length);
  }
  return { name: t.sheetExplanation, rows, widths: [16, 50, 30, ...outputs.map(() => 40), 50] };
}

export function totalsSheet(worked: Worked, telling: Telling): Sheet {
  const { t } = telling;
  const totals = totalsIn(worked, telling).flatMap(({ columns, rows }) =>
    rows.flatMap(({ group, cells }) =>
      columns.map(({ label, cites }, i) => [
        label,
        group || null,
        numeric([cells[i]?.text ?? '', ...(cells[i]?.gaps ?? [])].join(' ')),
        cites.join(' ') || null,
      ]),
    ),
  );
  const quotas = quotasIn(worked, telling).map(({ group, label, limit, actual, over, gaps }) => [
    label,
    group || null,
    fill(t.limitAgainst, { limit, actual }) + (over ? `${t.semicolon}${fill(t.exceeded, { n: over })}` : ''),
    gaps.join(' ') || null,
  ]);
  return {
    name: t.sheetTotals,
    rows: [[t.figure, t.group, t.value, t.basis], ...totals, ...quotas],
    widths: [30, 24, 50, 12],
  };
}

export function assumptionsSheet(worked: Worked, { language, words, t }: Telling): Sheet {
  const { compiled } = worked.cohort;
  const told = (name: string, reading: string): string => (reading === 'off' ? t.off : words.option(name, reading));
  const rows = compiled.assumptions.map(([name, assumption]): SheetCell[] => {
    const standard = String(assumption.default);
    const reading = worked.readings[name] || standard;
    return [
      assumption.label[language],
      told(name, reading),
      told(name, standard),
      reading === standard ? null : t.changed,
      [assumption.gap].flat().join(' '),
      assumption.because[language],
    ];
  });
  const { title, edition } = compiled.scheme;
  return {
    name: t.sheetAssumptions,
    rows: [
      [t.assumption, t.reading, t.standard, t.changed, t.gap, t.because],
      ...rows,
      [t.scheme, fill(t.schemeEdition, { title: title[language], edition })],
    ],
    widths: [40, 30, 30, 10, 10, 60],
  };
}
