import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Download } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { namedRows } from '../../src/scoring/cohort/cohort-example.ts';
import type { CompiledCohort } from '../../src/scoring/cohort/compile-cohort.ts';
import { evaluateCohort } from '../../src/scoring/cohort/evaluate-cohort.ts';
import { toJson } from '../../src/scoring/report.ts';
import { Undefined } from '../../src/scoring/value.ts';
import { wordsOf } from '../../src/scoring/words.ts';
import { readCohort, schemeIds } from '../unit/read-scheme.ts';
import { openCalculator, page, useSite, violations } from './use-site.ts';

useSite();

const cohortOf = (id: string): CompiledCohort => readCohort(id) as CompiledCohort;

/** Opens the panel of a scheme. */
async function open(id: string): Promise<void> {
  await openCalculator(`calculators/${id}/`);
  await page.locator('[data-panel="cohort"] > summary').click();
  await page.locator('.cohort').waitFor();
}

/** Waits until everything that is shown is of the table as it is. */
const settled = () => page.locator('.cohort[data-settled]').waitFor();
const status = (): Promise<string> => page.locator('.cohort-status').innerText();
const cell = (row: number, column: number) => page.locator(`[data-cell="${row}-${column}"]`);

async function paste(text: string, into = '.cohort'): Promise<void> {
  await page.locator(into).evaluate((target, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** Text of each row of the results: `01 1 25 …`, and of the lines between them. */
const resultRows = (): Promise<string[]> =>
  page
    .locator('.cohort-outcome tbody')
    .first()
    .locator('tr')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
/** The text of an output, by row. */
const column = (output: string): Promise<string[]> =>
  page.locator(`.cohort-outcome [data-output="${output}"] .cohort-value`).allInnerTexts();

async function downloaded(act: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFileSync(await (file as Download).path());
}

/** The rows of a worked example as a spreadsheet gives them to the clipboard. */
function asText(id: string, place: number): string {
  const cohort = cohortOf(id);
  const example = cohort.compiled.scheme.cohort?.examples[place];
  const names = cohort.compiled.inputs.filter(([name]) => example?.rows.some((row) => name in row));
  const lines = (example?.rows ?? []).map((row) => [row['name'], ...names.map(([name]) => row[name] ?? '')].join('\t'));
  return [['名称', ...names.map(([, { label }]) => label.zh)].join('\t'), ...lines].join('\n');
}

describe('a table that is pasted', () => {
  test('is ranked into tiers of 2, 5, 16 and 2, with a line where each ends', async () => {
    await open('huangshan-indices');
    await paste(asText('huangshan-indices', 0));
    await settled();
    expect(await status()).toBe('25 行，已算完。');
    const tiers = await column('tier');
    expect(tiers).toEqual([
      ...Array(2).fill('优秀党员'),
      ...Array(5).fill('先锋党员'),
      ...Array(16).fill('合格'),
      ...Array(2).fill('需提高党员'),
    ]);
    const rows = await resultRows();
    expect(rows.map((row, i) => (row.startsWith('以上') ? `${i}: ${row}` : '')).filter(Boolean)).toEqual([
      '2: 以上：第一档；以下：第二档（限前 2 名）',
      '8: 以上：第二档；以下：第三档（限前 7 名）',
      '25: 以上：第三档；以下：第四档（限末 2 名）',
    ]);
    expect(await page.locator('.cohort-cut-line').count()).toBe(3);
    expect(await page.locator('.cohort-totals').innerText()).toContain('优秀党员 2、先锋党员 5、合格 16、需提高党员 2');
  });

  test('says in its cell what is wrong, and works out the others without that row', async () => {
    await open('huangshan-indices');
    await paste(asText('huangshan-indices', 0).replace('70\t10\t60\t19.6', '90\t10\t60\t19.6'));
    await settled();
    expect(await status()).toBe('25 行，1 处需要改正；其余 24 行已算完。');
    expect(await cell(0, 2).getAttribute('aria-invalid')).toBe('true');
    const fault = page.locator(`[id="${await cell(0, 2).getAttribute('aria-describedby')}"]`);
    expect(await fault.innerText()).toBe('应为 [0, 80] 内的数');
    const rows = await resultRows();
    expect(rows.at(-2)).toBe('以下 1 行没有参加计算和排名');
    expect(rows.at(-1)).toMatch(/^01 年中共性指数：/);
    expect((await column('ranked'))[0]).toBe('24');
    await cell(0, 2).press('ControlOrMeta+a');
    await page.keyboard.type('70');
    await page.keyboard.press('Enter');
    await page.locator('.cohort-status', { hasText: '25 行，已算完。' }).waitFor();
    expect(await cell(1, 2).evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('names columns that do not fit, and leaves them out when it is told to', async () => {
    await open('chengzhuang-steps');
    await paste('名称\tpost\tkey\tbasic\tinnovation\t备注\t名次\n甲\tfrontline\t42\t45\t5\t好\t1');
    const problem = page.locator('.cohort-problem');
    await problem.waitFor();
    expect(await problem.innerText()).toContain('备注、名次：没有这一列');
    expect(await page.locator('.cohort-outcome table').count()).toBe(0);
    await problem.getByRole('button', { name: '略去这些列，读入 1 行' }).click();
    await settled();
    expect(await page.locator('.cohort-notice').allInnerTexts()).toEqual(['读入 1 行。', '略去的列：备注、名次。']);
    expect(await column('total')).toEqual(['92']);
    await paste('41\t40\n43', '[data-cell="0-3"]');
    await page.locator('.cohort-notice', { hasText: '粘贴了 2 行 2 列。' }).waitFor();
    expect(await cell(0, 3).inputValue()).toBe('41');
    expect(await cell(1, 3).inputValue()).toBe('43');
  });
});

test('another reading of ties says who moved, and what exceeds its limit', async () => {
  await open('huangshan-indices');
  await page.getByLabel('载入例表').selectOption({ label: '首尾同分取最好的名次' });
  await settled();
  await page.locator('.cohort-assumptions > summary').click();
  await page.locator('[data-assumption="ties"] select').selectOption('worst-place');
  const moves = page.locator('.cohort-moves');
  await moves.waitFor();
  expect(await moves.innerText()).toContain('4 行的结果变动。');
  expect(await moves.locator('li').allInnerTexts()).toEqual([
    '01 档次：优秀党员 → 先锋党员；名次：1 → 2',
    '02 档次：优秀党员 → 先锋党员；名次：1 → 2',
    '09 档次：合格 → 需提高党员；名次：9 → 10',
    '10 档次：合格 → 需提高党员；名次：9 → 10',
  ]);
  expect(await page.locator('[data-quota="第四档"]').innerText()).toContain('超过 1');
  await page.getByLabel('只看', { exact: true }).selectOption('moved');
  await settled();
  expect(await column('tier')).toEqual(['先锋党员', '先锋党员', '需提高党员', '需提高党员']);
  await page.getByRole('button', { name: '数一数每项假设牵动几行' }).click();
  await page.locator('[data-assumption="ties"] .tag', { hasText: '4 行依据它' }).waitFor();
});

test('a row opens its explanation, with what decided outright and a link to each rule', async () => {
  await open('shizuishan-stars');
  await page.getByLabel('载入例表').selectOption({ label: '第一名得红旗' });
  await settled();
  const why = page.getByRole('button', { name: '甲', exact: true });
  await why.press('Enter');
  expect(await why.getAttribute('aria-expanded')).toBe('true');
  const explanation = page.getByRole('region', { name: '甲：为什么' });
  await explanation.waitFor();
  expect(await page.locator('.cohort-outright').innerText()).toContain('星级：不评星（因刑事案件不予评星）');
  const link = page.locator('.cohort-outright').getByRole('link', { name: 'R19' });
  expect(await link.getAttribute('href')).toMatch(/\/rulebook\/[\w-]+\/#r19$/);
  const [rule] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await rule.close();
  await why.press('Enter');
  expect(await page.locator('.cohort-explained').count()).toBe(0);
});

test.each([
  [1280, 'light'],
  [360, 'dark'],
] as const)('is accessible at %i pixels, %s, with faults, moves and an explanation', async (width, colorScheme) => {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  await open('huangshan-indices');
  await page.getByLabel('载入例表').selectOption({ label: '低于60分者占末档名额' });
  await settled();
  await cell(2, 2).fill('99');
  await cell(2, 2).press('Enter');
  await page.locator('.cohort-status', { hasText: '1 处需要改正' }).waitFor();
  await page.locator('.cohort-assumptions > summary').click();
  await page.locator('[data-assumption="below-sixty-places"] select').selectOption('off');
  await page.locator('.cohort-moves').waitFor();
  await settled();
  await page.getByRole('button', { name: '10', exact: true }).click();
  await page.getByRole('region', { name: '10：为什么' }).waitFor();
  await page.locator('.cohort-chart summary').click();
  expect(await violations('.cohort')).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond).toBe(0);
});

describe('what is exported', () => {
  test('.csv holds what the table shows, and can be read in again', async () => {
    await open('suihua-exit');
    await page.getByLabel('载入例表').selectOption({ label: '没有上年得分的不触发' });
    await settled();
    const bytes = await downloaded(() => page.getByRole('button', { name: '结果 .csv' }).click());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8').slice(1);
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const headings = await page
      .locator('.cohort-outcome')
      .first()
      .locator('thead')
      .first()
      .locator('th')
      .allInnerTexts();
    const shown = (await resultRows()).filter((row) => !row.startsWith('以'));
    expect(data.map((row) => headings.map((name) => row[name] || '—').join(' '))).toEqual(shown);
    await page.locator('input[type="file"]').setInputFiles({ name: '表.csv', mimeType: 'text/csv', buffer: bytes });
    await page.getByRole('button', { name: '略去这些列，读入 2 行' }).click();
    await page.locator('.cohort-notice', { hasText: '读入 2 行。' }).waitFor();
    await settled();
    expect((await resultRows()).filter((row) => !row.startsWith('以'))).toEqual(shown);
  });

  test('.xlsx has the results, the explanation, the totals and the assumptions', async () => {
    await open('huangshan-indices');
    await page.getByLabel('载入例表').selectOption({ label: '低于60分者占末档名额' });
    await settled();
    const bytes = await downloaded(() => page.getByRole('button', { name: '结果和说明 .xlsx' }).click());
    const sheets = await readExcelFile(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['结果', '说明', '合计', '假设']);
    const [results, explanation] = sheets.map(({ data }) => data.map((row) => row.map((value) => value ?? '')));
    const at = (rows: typeof results, heading: string): unknown[] =>
      (rows ?? []).slice(1).map((row) => row[rows?.[0]?.indexOf(heading) ?? -1]);
    expect(at(results, '名称').map(String)).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10']);
    expect(at(results, '档次')).toEqual(await column('tier'));
    expect(at(results, '年度综合分（分）').map(String)).toEqual(await column('annual'));
    expect(at(explanation, '直接决定结果的规定').at(-1)).toBe('档次：不合格党员（党员低于60分）（R27）');
    const empty = await downloaded(() => page.getByRole('button', { name: '下载空表 .xlsx' }).click());
    expect((await readExcelFile(empty))[0]?.data[0]?.slice(0, 2)).toEqual(['名称（name）', '考评对象（subject）']);
  });
});

describe('ten thousand rows', () => {
  const score = (i: number, step: number): string => (((i * step) % 400) / 10 + 40).toFixed(1);
  const tableOf = (rows: number): string =>
    [
      '名称\t考评对象\tmid-common\tmid-specific\tend-common\tend-specific\tpool',
      ...Array.from(
        { length: rows },
        (_, i) => `第${i + 1}\t党员\t${score(i, 7)}\t10\t${score(i, 11)}\t10\t支部${i % 100}`,
      ),
    ].join('\n');

  test('are worked out beside the page, shown page by page, and forgotten when cleared', async () => {
    await open('huangshan-indices');
    await paste(tableOf(10_000));
    await page.locator('.cohort-status', { hasText: '10000 行，已算完。' }).waitFor();
    await settled();
    expect(await page.locator('.cohort-outcome tbody tr[data-row]').count()).toBe(100);
    await page.getByLabel('排列', { exact: true }).selectOption('table');
    await page.getByRole('navigation', { name: '结果' }).getByRole('combobox').selectOption('99');
    await settled();
    expect((await resultRows()).at(-1)).toMatch(/^第10000 /);
    await page.getByRole('button', { name: '清空' }).last().click();
    expect(await status()).toBe('已清空。');
    expect(await page.locator('.cohort-outcome table').count()).toBe(0);
    expect(await cell(0, 0).inputValue()).toBe('');
    expect(await page.locator('.cohort').innerText()).not.toContain('第10000');
    expect(await page.getByRole('button', { name: '撤销' }).count()).toBe(0);
  });

  test('can be stopped, and worked out again', async () => {
    await open('huangshan-indices');
    await paste(tableOf(40_000));
    const progress = page.locator('.cohort-progress', { hasText: '正在计算' });
    await progress.getByRole('button', { name: '停止' }).click();
    expect(await status()).toBe('已停止，还没有结果。');
    expect(await page.locator('.cohort-outcome table').count()).toBe(0);
    expect(await cell(0, 0).inputValue()).toBe('第1');
    await page.getByRole('button', { name: '重新计算' }).click();
    await page.locator('.cohort-status', { hasText: '40000 行，已算完。' }).waitFor();
  });

  test('the page does it in slices where there are no workers', async () => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
    await open('huangshan-indices');
    await paste(tableOf(1000));
    await page.locator('.cohort-status', { hasText: '1000 行，已算完。' }).waitFor();
    await settled();
    expect(await page.locator('.cohort-outcome tbody tr[data-row]').count()).toBe(100);
  });
});

describe.each(schemeIds.filter((id) => readCohort(id) !== null))('%s', (id) => {
  test('every example table gives in the page what the engine and the worked example give', async () => {
    const cohort = cohortOf(id);
    const words = wordsOf(cohort.compiled, 'zh');
    await open(id);
    for (const example of cohort.compiled.scheme.cohort?.examples ?? []) {
      await page.getByLabel('载入例表').selectOption({ label: example.name.zh });
      await page.locator('.by-hand', { hasText: example['by-hand'] }).waitFor();
      await settled();
      const rows = namedRows(example.rows);
      const { rows: results } = evaluateCohort(
        cohort,
        rows.map(({ given }) => given),
        example.assume,
      );
      for (const [i, result] of results.entries()) {
        if (!('outputs' in result)) throw new Error(`${example.name.zh}: ${rows[i]?.name} has no result`);
        const shown = await page
          .locator(`.cohort-outcome tr[data-row="${i}"] td`)
          .evaluateAll((cells) =>
            cells.map((it) => [it.getAttribute('data-output'), it.querySelector('.cohort-value')?.textContent ?? '']),
          );
        const byOutput = new Map(shown as [string, string][]);
        const where = `${example.name.zh}: ${rows[i]?.name}`;
        for (const [output, value] of result.outputs) {
          expect(byOutput.get(output), `${where} ${output}`).toBe(words.named(output, value));
          const expected = example.expect[rows[i]?.name ?? '']?.[output];
          const unit = cohort.compiled.scheme.steps[output]?.unit;
          if (expected !== undefined) expect(toJson(value, unit), `${where} ${output}`).toEqual(expected);
        }
        for (const [output, gaps] of Object.entries(example.open[rows[i]?.name ?? ''] ?? {}))
          expect(byOutput.get(output), `${where} ${output}`).toBe(words.named(output, new Undefined(gaps)));
      }
    }
  });
});
