import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { context, openCalculator, outcome, page, site, useSite, violations } from './use-site.ts';

useSite({ bypassCSP: true });
beforeEach(() =>
  page.addInitScript(() => {
    window.print = () => {};
  }),
);

const address = (scheme: string, fragment = ''): string => `${site.url}calculators/${scheme}/${fragment}`;
async function open(scheme: string, fragment = ''): Promise<void> {
  await openCalculator(`calculators/${scheme}/${fragment}`);
  await page.locator('[data-panel="take-away"] > summary').click();
  await page.locator('.take-away').waitFor();
}
const part = (heading: string) =>
  page.locator('.take-away section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');
const steps = '#post=frontline&key=39.5&basic=55&innovation=10';

/** One computed result of each of four schemes of different kinds: points, votes, a series, dates. */
const cases = [
  ['chengzhuang-steps', `${steps}&a.step-when-low=off`],
  ['zhuji-negative-vote', '#ballots=31&present-votes=10&partial-votes=0&verified=yes&role=candidate'],
  ['haicang-absence', '#months=unexcused%2C+unexcused%2C+attended%2C+unexcused'],
  ['yanshan-countdown', '#lecture-date=2016-03-30'],
] as const;

describe('what is taken away', () => {
  test('the link reopens the exact state, and is copied', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('chengzhuang-steps', `${steps}&a.step-when-low=off`);
    const before = await outcome();
    await part('链接').getByRole('button', { name: '复制' }).click();
    await part('链接').getByText('已复制。').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(address('chengzhuang-steps', `${steps}&a.step-when-low=off`));
    await page.locator('[data-input="key"] input').first().fill('45');
    expect(await part('链接').getByRole('textbox').inputValue()).toContain('key=45&');
    expect(await part('链接').innerText()).not.toContain('已复制');
    await page.goto('about:blank');
    await page.goto(copied);
    await page.locator('.calculator[data-ready]').waitFor();
    expect(await outcome()).toBe(before);
  });

  test('where the browser does not let a page copy, the text is selected and the user told', async () => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await open('chengzhuang-steps', steps);
    await part('结果串').getByRole('button', { name: '复制' }).click();
    await part('结果串').getByText('请按 Ctrl+C').waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toMatch(/^chengzhuang-steps@2016\/.*~[a-z0-9]{6}$/);
  });

  test('a result string opens; refusals are told in words; one of another scheme leads there', async () => {
    await open('chengzhuang-steps', `${steps}&a.step-when-low=off`);
    const before = await outcome();
    const string = await part('结果串').getByRole('textbox').first().inputValue();
    await page.getByRole('button', { name: '清空' }).first().click();
    const paste = page.getByLabel('粘贴一个结果串，打开它');
    const answer = part('结果串').locator('form output');
    const put = async (text: string): Promise<void> => {
      await paste.fill(text);
      await paste.press('Enter');
    };
    await put(string.replace('39.5', '39.6'));
    await answer.getByText('有字符被改动或缺失').waitFor();
    expect(await paste.getAttribute('aria-invalid')).toBe('true');
    expect(await outcome()).not.toBe(before);
    await put('no-such-scheme@2016/a=b~aaaaaa');
    await answer.getByText('没有名为“no-such-scheme”的办法').waitFor();
    await put(` ${string}\n`);
    await answer.getByText(`已打开：${before}`).waitFor();
    expect(await outcome()).toBe(before);

    await open('kecheng-volunteer-hours', '#hours=12');
    const other = await part('结果串').getByRole('textbox').first().inputValue();
    await open('chengzhuang-steps');
    await put(other);
    const link = answer.getByRole('link');
    await link.waitFor();
    await link.click();
    await page.waitForURL('**/calculators/kecheng-volunteer-hours/#hours=12');
  });

  test('the summary is there as text and as Markdown, to copy and as a file', async () => {
    await open('chengzhuang-steps', steps);
    const shown = part('文字').getByRole('textbox');
    const text = await shown.inputValue();
    for (const line of ['【输入】', '- 重点项得分：39.5 分（R15）', '1. 总分 = ', '【出处】', '链接：http', '结果串：'])
      expect(text).toContain(line);
    let download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载 chengzhuang-steps.txt' }).click();
    expect(await textOf(await download)).toBe(text);
    await page.getByRole('radio', { name: 'Markdown' }).check();
    const markdown = await shown.inputValue();
    expect(markdown).toMatch(/^# .+\n/);
    expect(markdown).toMatch(/\n\[R15\]: <http.*\/rulebook\/chengzhuang-mine-step-appraisal\/#r15>\n/);
    download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载 chengzhuang-steps.md' }).click();
    expect(await textOf(await download)).toBe(markdown);
  });

  test.each(
    cases,
  )('%s prints on one page, ink on white in both themes, and leaves nothing behind', async (id, state) => {
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await open(id, state);
      await page.evaluate((value) => {
        document.documentElement.dataset['theme'] = value;
      }, theme);
      await page.getByRole('button', { name: '打印一页' }).click();
      const sheet = page.locator('.page-sheet');
      const told = await sheet.evaluate((element) => element.textContent);
      for (const part of [await outcome(), '输入', '为什么', '出处', '扫码打开同一情形', '链接：', '结果串：'])
        expect(told).toContain(part);
      expect(await sheet.getByRole('img', { name: '链接的二维码', includeHidden: true }).count()).toBe(1);
      await page.emulateMedia({ media: 'print', colorScheme: theme });
      expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
      expect(await page.locator('.calculator').isVisible()).toBe(false);
      await page.emulateMedia({ media: null, colorScheme: theme });
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      expect(await page.locator('.print-sheet').count()).toBe(0);
      expect(await page.locator('.calculator').isVisible()).toBe(true);
    }
  });

  test('every chart is kept as SVG and as PNG of twice the size, in ink on white also from the dark theme', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open('chengzhuang-steps', steps);
    const names = await page
      .locator('.calculator svg[role="img"]:visible')
      .evaluateAll((all) => all.map((svg) => svg.getAttribute('aria-label')));
    expect(names.length).toBeGreaterThan(0);
    expect(await page.locator('.chart-list li > span:first-child').allInnerTexts()).toEqual(names);
    const save = async (kind: string): Promise<Buffer> => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: `下载 ${kind}：${names[0]}` }).click();
      return readFile(await (await download).path());
    };
    const svg = (await save('SVG')).toString();
    expect(svg).toContain(`<title>${names[0]}</title>`);
    expect(svg).not.toMatch(/ class=| style=|var\(|light-dark/);
    const inks = [...svg.matchAll(/<text[^>]* fill="rgb\((\d+), (\d+), (\d+)\)"/g)].map((ink) =>
      ink.slice(1).map(Number),
    );
    expect(inks.length).toBeGreaterThan(2);
    for (const ink of inks) expect(Math.max(...ink)).toBeLessThan(160);
    const png = await save('PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
    expect(png.readUInt32BE(16)).toBe(2 * width);
  });

  test.each(['light', 'dark'] as const)('has no accessibility violation (%s) and fits 360 px', async (theme) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await open('chengzhuang-steps', steps);
    await page.getByLabel('粘贴一个结果串，打开它').fill('x');
    await page.getByRole('button', { name: '打开', exact: true }).click();
    expect(await violations('.take-away')).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
