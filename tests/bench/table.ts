import type { Processor, Rates } from './measure.ts';

/** One line of the result; `target` is what the median should reach. */
export type Row = {
  group: string;
  name: string;
  unit: '/s' | 's' | '×';
  rates: Omit<Rates, 'processor'> & { processor?: Processor };
  target?: number;
};

export type Machine = { date: string; node: string; cores: number; loadBefore: number; loadAfter: number };
export type Size = { name: string; bytes: number; gzip: number };

const places = { '/s': 0, s: 3, '×': 1 } as const;

const number = (value: number, digits: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The result for reading: median and quartiles by the clock, the same by processor time, and whether targets are met. */
export function tableOf(machine: Machine, rows: readonly Row[], sizes: readonly Size[]): string {
  const { date, node, cores, loadBefore, loadAfter } = machine;
  const lines = [
    `${date}, Node ${node}, ${cores} cores; load average ${number(loadBefore, 2)} before, ${number(loadAfter, 2)} after`,
    '',
    line('', ['median', 'quartiles', 'processor', 'by CPU time']),
  ];
  let group = '';
  for (const row of rows) {
    if (row.group !== group) lines.push(row.group);
    group = row.group;
    const { median, lower, upper, processor } = row.rates;
    const shown = (value: number): string => number(value, places[row.unit]);
    const cells = [
      `${shown(median)} ${row.unit}`,
      `${shown(lower)} – ${shown(upper)}`,
      ...(processor ? [`${number(processor.share * 100, 0)} %`, `${shown(processor.median)} ${row.unit}`] : []),
    ];
    const target = row.target ?? 0;
    const meets = (value: number): boolean => (row.unit === 's' ? value <= target : value >= target);
    const verdict = meets(median) ? 'met' : processor && meets(processor.median) ? 'missed, met by CPU time' : 'missed';
    const judged = row.target === undefined ? '' : `   target ${number(row.target, 0)}: ${verdict}`;
    lines.push(line(`  ${row.name}`, cells) + judged);
  }
  lines.push('size, minified / gzip');
  for (const { name, bytes, gzip } of sizes)
    lines.push(line(`  ${name}`, [`${number(bytes / 1000, 1)} kB`, `${number(gzip / 1000, 1)} kB`]));
  return `${lines.map((text) => text.trimEnd()).join('\n')}\n`;
}

const line = (name: string, cells: readonly string[]): string =>
  name.padEnd(36) + [14, 24, 11, 18].map((width, i) => (cells[i] ?? '').padStart(width)).join('');
