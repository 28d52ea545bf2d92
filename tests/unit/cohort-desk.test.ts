import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeDesk } from '../../src/calculator/cohort/desk.ts';
import { columnsOf, ofExample, withBlock } from '../../src/calculator/cohort/grid.ts';
import type { Item, Progress, Read, Row, View } from '../../src/calculator/cohort/messages.ts';
import type { Sheet, XlsxCell } from '../../src/calculator/cohort/xlsx.ts';
import type { CompiledCohort } from '../../src/scoring/cohort/compile-cohort.ts';
import { readCohort, readScheme } from './read-scheme.ts';

const cohortOf = (id: string): CompiledCohort => readCohort(id) as CompiledCohort;

/** A desk for a scheme; `file` is what reading an .xlsx gives, `written` what was written. */
async function deskFor(id: string, file: XlsxCell[][] = []) {
  const written: Sheet[] = [];
  const progress: Progress[] = [];
  const desk = makeDesk({
    progress: (it) => void progress.push(it),
    xlsx: async () => ({
      read: async () => file,
      write: async (sheets) => {
        written.push(...sheets);
        return new Blob();
      },
    }),
  });
  await desk.open({ scheme: readScheme(id).scheme, language: 'zh' });
  return { desk, written, progress };
}

const example = (id: string, place: number) => {
  const cohort = cohortOf(id);
  const found = cohort.compiled.scheme.cohort?.examples[place];
  if (!found) throw new Error(`${id} has no example ${place}`);
  return ofExample(columnsOf(cohort), found);
};

const readText = async (id: string, text: string, leaveOut = false): Promise<Read> =>
  (await deskFor(id)).desk.read({ source: { kind: 'text', text }, leaveOut });

const first: View = { sort: 'place', filter: null, group: null, cut: 'place', page: 0 };

const told = (item: Item): string => {
  if (item.kind === 'cut') return `— ${item.above} | ${item.below} ${item.limit}`;
  if (item.kind === 'group') return `= ${item.label} ${item.count}`;
  if (item.kind === 'faulty') return `! ${item.count}`;
  return item.fault ? `${item.name} ${item.fault}` : `${item.name} ${item.cells[0]?.text}`;
};

describe('reading a table', () => {
  const id = 'chengzhuang-steps';

  test('takes labels and ids, typed as Chinese input methods do', async () => {
    const text =
      '姓名\t书记所在岗位\tkey\t基础项得分\t创新项得分\t重点工作重大失误并造成较大负面影响\n甲\t一线\t４２\t45.0\t5\t否\n\n乙\tsurface\t40\t36\t0\tTRUE';
    expect(await readText(id, text)).toEqual({
      kind: 'rows',
      rows: [
        ['甲', 'frontline', '42', '45.0', '5', '', '', '', 'no', ''],
        ['乙', 'surface', '40', '36', '0', '', '', '', 'yes', ''],
      ],
      leftOut: [],
      asShares: [],
    });
  });

  test('names the columns that it does not take, and reads without them when it is told to', async () => {
    const text = 'name,post,名次,备注,key,key\n甲,frontline,1,好,42,43\n';
    expect(await readText(id, text)).toEqual({
      kind: 'headings',
      faults: [
        { heading: '名次', why: expect.stringContaining('没有这一列') },
        { heading: '备注', why: expect.stringContaining('没有这一列') },
        { heading: 'key', why: '这一列出现两次，请留一列' },
      ],
      without: 1,
    });
    const read = await readText(id, text, true);
    expect(read).toMatchObject({ kind: 'rows', leftOut: ['名次', '备注', 'key'] });
    expect(read.kind === 'rows' && read.rows[0]?.slice(0, 3)).toEqual(['甲', 'frontline', '42']);
  });

  test('says why nothing was read', async () => {
    expect(await readText(id, '甲\t一线\t42')).toMatchObject({ kind: 'bare' });
    expect(await readText(id, 'key,basic\n1,2')).toMatchObject({ kind: 'headings', without: null });
    expect(await readText(id, 'name,key')).toEqual({ kind: 'empty' });
    expect(await readText(id, 'name,key\n甲,"42\n乙,41')).toMatchObject({ kind: 'broken', why: 'quote' });
    const { desk } = await deskFor(id);
    const bytes = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]).buffer;
    const source = { kind: 'file', name: 'a.xls', bytes } as const;
    expect(await desk.read({ source, leaveOut: false })).toMatchObject({ kind: 'broken', why: 'old-excel' });
  });

  test('reads GB 18030, as older spreadsheets save it', async () => {
    const { desk } = await deskFor(id);
    // 名称,post / 甲,一线
    const head = [0xc3, 0xfb, 0xb3, 0xc6, 0x2c, ...new TextEncoder().encode('post\n')];
    const bytes = new Uint8Array([...head, 0xbc, 0xd7, 0x2c, 0xd2, 0xbb, 0xcf, 0xdf]);
    const read = await desk.read({ source: { kind: 'file', name: 'a.csv', bytes: bytes.buffer }, leaveOut: false });
    expect(read.kind === 'rows' && read.rows[0]?.slice(0, 2)).toEqual(['甲', 'frontline']);
  });

  test('takes numbers of an .xlsx as the spreadsheet shows them, and warns of shares', async () => {
    const { desk } = await deskFor('suihua-exit', [
      ['名称', '本年群众满意度', '本年考核得分'],
      ['甲', 0.8, 79.90000000000001],
      ['乙', 1, 0.1 + 0.2],
    ]);
    const zip = new Uint8Array([0x50, 0x4b, 3, 4]).buffer;
    const read = await desk.read({ source: { kind: 'file', name: 'a.xlsx', bytes: zip }, leaveOut: false });
    expect(read).toMatchObject({ kind: 'rows', asShares: ['本年群众满意度'] });
    expect(read.kind === 'rows' && read.rows.map((row) => row.filter(Boolean))).toEqual([
      ['甲', '0.8', '79.9'],
      ['乙', '1', '0.3'],
    ]);
  });

  test('a block without headings is put in from a cell on', () => {
    const columns = columnsOf(cohortOf(id));
    const [row] = example(id, 0).rows as [Row];
    const rows = withBlock(
      columns,
      [row],
      [
        ['41', '40'],
        ['４２', '43'],
      ],
      { row: 0, column: 2 },
    );
    expect(rows.map((it) => it.slice(0, 4))).toEqual([
      ['甲', 'frontline', '41', '40'],
      ['', '', '42', '43'],
    ]);
  });

  test('an empty table is read again, with nothing in it', async () => {
    const { desk } = await deskFor(id);
    const text = await (await desk.template({ format: 'csv' })).text();
    expect(text).toContain('重点项得分（key）');
    expect(await readText(id, text)).toEqual({ kind: 'empty' });
  });
});

describe('twenty-five members', () => {
  const id = 'huangshan-indices';
  let rows: Row[];
  beforeAll(() => {
    ({ rows } = example(id, 0));
  });

  test('are ranked, with a line where the places of a tier end', async () => {
    const { desk, progress } = await deskFor(id);
    const summary = await desk.compute({ rows, readings: {} });
    expect(summary).toMatchObject({ rows: 25, computed: 25, faulty: 0, ranked: true, groups: [], moves: null });
    expect(summary.totals[0]?.rows[0]?.cells[0]?.text).toBe('优秀党员 2、先锋党员 5、合格 16、需提高党员 2');
    expect(summary.cuts[0]?.name).toBe('place');
    const { items } = await desk.view(first);
    expect(items.map(told).filter((it) => it.startsWith('—'))).toEqual([
      '— 第一档 | 第二档 限前 2 名',
      '— 第二档 | 第三档 限前 7 名',
      '— 第三档 | 第四档 限末 2 名',
    ]);
    expect(items.findIndex(({ kind }) => kind === 'cut')).toBe(2);
    expect(progress.every(({ phase }) => phase === 'computing')).toBe(true);
    const chart = await desk.chart({ group: null, cut: 'place' });
    expect(chart?.cuts.map(({ above, below }) => `${above} ${below}`)).toEqual([
      '第一档 第二档',
      '第二档 第三档',
      '第三档 第四档',
    ]);
    expect(chart?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(25);
  });

  test('one with a wrong cell is not ranked, nor one without a name', async () => {
    const { desk } = await deskFor(id);
    const wrong = rows.with(0, (rows[0] as string[]).with(2, '99')).with(1, (rows[1] as string[]).with(0, ''));
    const summary = await desk.compute({ rows: [...wrong, rows[0]?.map(() => '') as Row], readings: {} });
    expect(summary).toMatchObject({ rows: 25, computed: 23, faulty: 2 });
    expect(summary.faults).toEqual([
      { row: 0, column: 2, text: '应为 [0, 80] 内的数' },
      { row: 1, column: 0, text: '请填名称' },
    ]);
    const { items, count } = await desk.view(first);
    expect(count).toBe(25);
    expect(items.slice(-3).map(told)).toEqual(['! 2', '01 年中共性指数：应为 [0, 80] 内的数', ' 请填名称']);
    expect((await desk.view({ ...first, filter: 'faulty' })).count).toBe(2);
  });

  test('a filter shows those of one outcome, an order those by name', async () => {
    const { desk } = await deskFor(id);
    await desk.compute({ rows, readings: {} });
    const pioneers = await desk.view({ ...first, filter: { outcome: 'tier', option: 'pioneer' } });
    expect(pioneers.items.map(told)).toEqual(['03 3', '04 4', '05 5', '06 6', '07 7']);
    const reversed = await desk.compute({ rows: rows.toReversed(), readings: {} });
    expect(reversed.outcomes[0]?.label).toBe('档次');
    const named = await desk.view({ ...first, sort: 'name', cut: null });
    expect(named.items.map(told).slice(0, 2)).toEqual(['01 1', '02 2']);
    expect((await desk.view({ ...first, sort: 'table' })).items.map(told)[0]).toBe('25 25');
  });

  test('another reading says who moved', async () => {
    const { desk } = await deskFor(id);
    await desk.compute({ rows, readings: {} });
    const { moves } = await desk.compute({ rows: null, readings: { 'tier-rounding': 'nearest' } });
    expect(moves).toEqual({
      outcome: 2,
      figure: 0,
      list: [
        { row: 2, name: '03', changes: ['档次：先锋党员 → 优秀党员'] },
        { row: 7, name: '08', changes: ['档次：合格 → 先锋党员'] },
      ],
    });
    expect((await desk.view({ ...first, filter: 'moved' })).items.map(told)).toEqual([
      '03 3',
      '— 第一档 | 第二档 限前 3 名',
      '08 8',
    ]);
    const uses = await desk.uses(null);
    expect(uses.find((use) => use.id === 'tier-rounding')?.rows).toBeGreaterThan(0);
    expect(uses.some((use) => use.id === 'ties')).toBe(false);
  });

  test('an exported .csv has what the table shows, and the sheets of the .xlsx the explanation', async () => {
    const { desk, written } = await deskFor(id);
    const odd = rows.with(0, (rows[0] as string[]).with(0, '=cmd')).with(1, (rows[1] as string[]).with(2, 'x'));
    await desk.compute({ rows: odd, readings: { ties: 'worst-place' } });
    const bytes = new Uint8Array(await (await desk.results({ format: 'csv' })).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data } = Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(25);
    expect(data[0]).toMatchObject({ 名称: "'=cmd", 考评对象: '党员', 年中共性指数: '70', 名次: '1', 档次: '优秀党员' });
    expect(data.at(-1)).toMatchObject({
      名称: '02',
      年中共性指数: 'x',
      名次: '',
      需要改正: '年中共性指数：应为 [0, 80] 内的数',
    });
    await desk.results({ format: 'xlsx' });
    expect(written.map(({ name }) => name)).toEqual(['结果', '说明', '合计', '假设']);
    const explanation = written[1]?.rows ?? [];
    expect(explanation[1]?.[explanation[0]?.indexOf('年中分') ?? 0]).toBe(
      '年中分 = 年中共性指数 70 + 年中个性指数 10 = 80（R9）',
    );
    expect(written[2]?.rows.map((row) => row.slice(0, 3).join(' '))).toContain('第四档  限额 2，实际 2');
    expect(written[3]?.rows.find(([label]) => label === '同分的名次')).toEqual([
      '同分的名次',
      expect.stringContaining('同分取最后的名次'),
      expect.stringContaining('同分取最好的名次'),
      '已改动',
      'G6',
      expect.any(String),
    ]);
  });
});

test('rows ranked apart stand under their own heading', async () => {
  const { desk } = await deskFor('huangshan-indices');
  const { rows, readings } = example('huangshan-indices', 10);
  const { groups } = await desk.compute({ rows, readings });
  expect(groups.map(({ label, count }) => `${label} ${count}`)).toEqual(['党组织 · 东 2', '党组织 · 西 1']);
  expect((await desk.view(first)).items.map(told)).toEqual([
    '= 党组织 · 东 2',
    '甲 1',
    '乙 2',
    '= 党组织 · 西 1',
    '丙 1',
  ]);
  expect((await desk.view({ ...first, group: groups[1]?.key ?? null })).items.map(told)).toEqual(['丙 1']);
});

test('an explanation names what decided outright', async () => {
  const { desk } = await deskFor('shizuishan-stars');
  await desk.compute(example('shizuishan-stars', 0));
  const explanation = await desk.explain({ row: 0 });
  expect(explanation?.outright).toEqual([{ text: '星级：不评星（因刑事案件不予评星）', rules: ['R19'] }]);
  expect(explanation?.consequences).toContainEqual({ text: '不予评星。', rules: ['R19'] });
  expect(explanation?.lines.some(({ step, cited }) => step === 'stars' && cited.includes('R19'))).toBe(true);
});

test('what is open is told with its gaps, in the rows and in the totals', async () => {
  const { desk } = await deskFor('tanghe-contest');
  const summary = await desk.compute(example('tanghe-contest', 14));
  const { items } = await desk.view({ ...first, cut: summary.cuts[0]?.name ?? null });
  const tenth = items.find((item) => item.kind === 'row' && item.name === '10');
  expect(tenth?.kind === 'row' && tenth.cells[1]).toMatchObject({
    text: '原文未规定',
    basis: 'undefined',
    gaps: ['G8'],
  });
  expect(summary.totals.flatMap(({ rows }) => rows[0]?.cells ?? [])).toContainEqual({
    text: '原文未规定',
    open: true,
    gaps: ['G8'],
  });
});
