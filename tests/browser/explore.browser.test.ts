import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openCalculator, page, useSite, violations as violationsIn } from './use-site.ts';

useSite();

/** Opens a calculator with one of its panels. */
async function open(scheme: string, fragment: string, panel: string): Promise<Locator> {
  await openCalculator(`calculators/${scheme}/#${fragment}`);
  const found = page.locator(`.panel[data-panel="${panel}"]`);
  await found.locator('> summary').click();
  return found;
}

const texts = (list: Locator): Promise<string[]> => list.allInnerTexts();

const violations = (): Promise<string[]> => violationsIn('.panels');
/** The cells of each row of a table. */
const cells = (rows: Locator): Promise<string[][]> =>
  rows.evaluateAll((all) =>
    all.map((row) =>
      [...(row as HTMLTableRowElement).cells].map((cell) => cell.innerText.replaceAll('\n', ' ').trim()),
    ),
  );

const hasSideScroll = (): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const branch = 'post=frontline&key=39.5&basic=55&innovation=10';

describe('the curve of one input', () => {
  test('shows where the result changes, with open and closed ends, by keyboard alone', async () => {
    const panel = await open('chengzhuang-steps', branch, 'sweep');
    await panel.locator('.sweep-changes li').first().waitFor();
    expect(await texts(panel.locator('.sweep-changes button'))).toEqual([
      '重点项得分 ≥ 5：台阶 无台阶 → 第一台阶，全矿通报 是 → 否',
      '重点项得分 ≥ 15：台阶 第一台阶 → 第二台阶',
      '重点项得分 ≥ 25：台阶 第二台阶 → 第三台阶',
      '重点项得分 ≥ 35：诫勉谈话 是 → 否',
      '重点项得分 ≥ 40：台阶考核系数 0.7 → 1，政工例会反思检查 是 → 否，实发 2100 元 → 3000 元',
    ]);
    await panel.getByLabel('看哪项结果').selectOption({ label: '台阶考核系数' });
    expect(await panel.locator('.sweep-svg .end-open').count()).toBe(1);
    expect(await panel.locator('.sweep-svg .end-closed').count()).toBe(1);
    expect(await panel.getByRole('img').getAttribute('aria-label')).toBe(
      '台阶考核系数随重点项得分变化的图，重点项得分从 0 到 45。共 5 处变化。',
    );

    const cursor = panel.getByRole('slider');
    await cursor.focus();
    const readout = panel.locator('.sweep-readout');
    expect(await readout.innerText()).toBe('重点项得分 39.5：台阶考核系数 0.7');
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
    expect(await readout.innerText()).toBe('重点项得分 39.9：台阶考核系数 0.7');
    await page.keyboard.press('ArrowRight');
    expect(await readout.innerText()).toBe('重点项得分 40：台阶考核系数 1');
    expect(await cursor.getAttribute('aria-valuetext')).toBe('40');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await readout.innerText()).toBe('重点项得分 35：台阶考核系数 0.7');

    await panel.locator('.sweep-table > summary').press('Enter');
    const rows = panel.locator('.sweep-table table').first().locator('tbody tr');
    await panel.locator('.sweep-table td .basis-assumed').nth(1).waitFor();
    expect(await cells(rows)).toEqual([
      ['[0, 40)', '0.7', '依据假设'],
      ['[40, 45]', '1', '依据假设'],
    ]);
    expect(await violations()).toEqual([]);
  });

  test('sets the input to the value of the cursor', async () => {
    const panel = await open('chengzhuang-steps', branch, 'sweep');
    await panel.locator('.sweep-changes button').last().click();
    await panel.getByRole('button', { name: '把重点项得分改成 40' }).click();
    expect(page.url()).toContain('key=40&');
    expect(await page.locator('.calculator-form [data-input="key"] input').first().inputValue()).toBe('40');
    expect(await page.locator('.outcome').innerText()).toContain('台阶考核系数 1');
  });

  test('dashes what rests on an assumption, hatches what the source leaves open, and leaves out what is refused', async () => {
    let panel = await open('taiqian-theme-day', 'date=2016-07-12&special=yes&a.by-the-15th=off', 'sweep');
    await panel.locator('.sweep-assumed .sweep-line[d^="M"]').waitFor({ state: 'attached' });
    expect(await panel.locator('.sweep-undefined rect[fill^="url(#"]').count()).toBe(2);
    expect(await texts(panel.locator('.sweep-changes button'))).toContain(
      '开展日期从 2016-07-15 起：日期情况 有特殊情况，改期在限内 → 原文未规定',
    );
    expect(await panel.locator('.sweep-legend').innerText()).toContain('G6');
    expect(await violations()).toEqual([]);

    panel = await open('weifang-school-floors', 'hours-total=40&hours-core=28&days=2&studies=1', 'sweep');
    await panel.getByLabel('变化的输入').selectOption({ label: '其中理论教育、党性教育课时' });
    await panel.locator('.sweep-changes li').nth(1).waitFor();
    expect(await texts(panel.locator('.sweep-changes button'))).toEqual([
      '其中理论教育、党性教育课时 ≥ 28：主课占比达标 否 → 是',
      '其中理论教育、党性教育课时 > 40：不接受（主课课时不能多于总课时）',
    ]);
    expect(await panel.innerText()).toMatch(/试了 0 到 4998，每 1 一步，共 4999 个取值，一个不漏。/);
  });

  test('lists every choice of an input that has no order', async () => {
    const panel = await open('chengzhuang-steps', branch, 'sweep');
    await panel.getByLabel('变化的输入').selectOption({ label: '书记所在岗位' });
    await panel.getByLabel('看哪项结果').selectOption({ label: '提取额' });
    const rows = panel.locator('.options-table tbody tr');
    expect((await cells(rows)).map((row) => row.slice(0, 3))).toEqual([
      ['一线 现在', '3000 元', ''],
      ['二线', '2000 元', '提取额 3000 元 → 2000 元，实发 2100 元 → 1400 元'],
      ['地面', '1000 元', '提取额 3000 元 → 1000 元，实发 2100 元 → 700 元'],
    ]);
    expect(await violations()).toEqual([]);
  });

  test('fits a narrow screen, dark, and says what is missing before there is a result', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    const panel = await open('kecheng-volunteer-hours', 'hours=11.9&good-effect=yes', 'sweep');
    await panel.getByText('现在无论年志愿服务时长是多少都没有结果：还需填写情况严重、公务员。').waitFor();
    await open('kecheng-volunteer-hours', 'hours=11.9&good-effect=yes&serious=no&civil-servant=yes', 'sweep');
    await panel.locator('.sweep-changes li').waitFor();
    expect(await hasSideScroll()).toBe(false);
    expect(await violations()).toEqual([]);
  });
});

describe('two scenarios', () => {
  test('are compared row by row, swapped, copied and cleared', async () => {
    const panel = await open('chengzhuang-steps', branch, 'compare');
    await panel.getByRole('button', { name: '复制为方案二' }).click();
    expect(await panel.locator('.compare-count').innerText()).toBe('两个方案的输入、结果都一样。');
    await panel.locator('[data-input="key"] input').first().fill('40');
    expect(await panel.locator('.compare-count').innerText()).toBe('输入和假设有 1 项不同，结果和后果有 6 项不同。');
    const row = async (name: string) => (await cells(panel.locator(`[data-row="${name}"]`)))[0];
    expect(await row('key')).toEqual(['重点项得分', '39.5', '40', '▲ 方案二较大']);
    expect(await row('coefficient')).toEqual(['台阶考核系数', '0.7', '1', '▲ 方案二较大 ＋ 方案二较好']);
    expect(await row('step')).toEqual(['台阶', '第三台阶', '第三台阶', '＝ 相同']);
    expect(await violations()).toEqual([]);

    await panel.getByRole('button', { name: '两个方案互换' }).click();
    expect(page.url()).toContain('key=40&');
    expect(await row('key')).toEqual(['重点项得分', '40', '39.5', '▼ 方案二较小']);
    await panel.getByRole('button', { name: '方案二重新照抄方案一' }).click();
    expect(await panel.locator('[data-row="key"]').count()).toBe(0);
    await panel.getByRole('button', { name: '去掉方案二' }).click();
    expect(await panel.locator('.compare-table').count()).toBe(0);
  });

  test('show what the source leaves open, on a narrow screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const panel = await open(
      'shizuishan-stars',
      'foundation=90&service=80&integrity=70&performance=60&innovation=50',
      'compare',
    );
    await panel.getByRole('button', { name: '复制为方案二' }).click();
    await panel.locator('.compare-form .assumptions > summary').click();
    await panel.locator('.compare-form [data-assumption="star-lines"] select').selectOption('off');
    const cell = panel.locator('[data-row="stars"] td').nth(1);
    expect(await cell.innerText()).toBe('原文未规定（G2）');
    expect(await cell.getAttribute('class')).toContain('basis-undefined');
    expect(page.url()).not.toContain('a.star-lines');
    expect(await hasSideScroll()).toBe(false);
    expect(await violations()).toEqual([]);
  });
});

describe('sister schemes', () => {
  test('carry over what means the same, and lead to their own calculator with it', async () => {
    const panel = await open('haicang-absence', 'months=unexcused%2C+unexcused%2C+unexcused', 'sisters');
    const haizhou = panel.locator('[data-sister="haizhou-absence"]');
    await haizhou.locator('.sister-outcome').waitFor();
    expect(await haizhou.locator('.sister-outcome').innerText()).toBe(
      '最长连续次数 3；无正当理由缺席次数 3；诫勉谈话；组织处理：视情况给予。',
    );
    const taiqian = panel.locator('[data-sister="taiqian-theme-day"]');
    expect(await taiqian.innerText()).toContain('没有可以带过来的输入');
    expect(await taiqian.locator('.sister-outcome').innerText()).toBe('还需填写：不能按时参加的次数。');
    await taiqian.locator('[data-input="late-count"] input').first().fill('2');
    expect(await taiqian.locator('.sister-outcome').innerText()).toBe('约谈、通报。');
    expect(await panel.locator('.sisters-warning').innerText()).toContain('互不适用');
    expect(await violations()).toEqual([]);

    const before = await haizhou.locator('.sister-outcome').innerText();
    await haizhou.getByRole('link', { name: '在它的计算器里打开' }).click();
    await page.waitForURL('**/calculators/haizhou-absence/#months=*');
    await page.locator('.calculator[data-ready]').waitFor();
    expect(await page.locator('.outcome').innerText()).toBe(before);
  });

  test.each([
    ['linjiang-stars', 'items-met=14', 'shizuishan-stars'],
    ['kecheng-volunteer-hours', 'hours=12', 'xinjiang-study-hours'],
  ])('%s: what only looks alike is filled in again, with the reason', async (scheme, fragment, other) => {
    const panel = await open(scheme, fragment, 'sisters');
    const card = panel.locator(`[data-sister="${other}"]`);
    await card.locator('.sister-apart li').first().waitFor();
    expect(await card.locator('[data-carried]').count()).toBe(0);
    expect(await card.locator('.sister-outcome').innerText()).toMatch(/^还需填写：/);
    expect(await violations()).toEqual([]);
  });

  test('says so where a scheme cannot be loaded, and tries again', async () => {
    await page.route('**/api/v1/schemes/shizuishan-stars.json', (route) => route.abort(), { times: 1 });
    const panel = await open('linjiang-stars', 'items-met=14', 'sisters');
    await panel.getByText('没有载入成功。').waitFor();
    await panel.getByRole('button', { name: '再试一次' }).click();
    await panel.locator('[data-sister="shizuishan-stars"] .sister-outcome').waitFor();
  });
});
