import { describe, expect, test } from 'vitest';
import { headline } from '../../src/calculator/headline.ts';
import { evaluate } from '../../src/scoring/evaluate.ts';
import { readScheme } from '../unit/read-scheme.ts';
import { browser, openCalculator, outcome, page, site, useSite } from './use-site.ts';

useSite();

const ready = (): Promise<void> => page.locator('.calculator[data-ready]').waitFor();
const state = '#post=frontline&key=39.5&basic=55&innovation=10';

describe('the language switch', () => {
  test('leads to the same page in the other language and takes the entries along', async () => {
    await openCalculator(`calculators/chengzhuang-steps/${state}`);
    expect(await outcome()).toContain('总分 104.5');
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(`**/en/calculators/chengzhuang-steps/${state}`);
    await ready();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await outcome()).toContain('Total 104.5');
    await page.locator('[data-input="key"] input').first().fill('45');
    await page.waitForURL('**key=45&**');
    await page.getByRole('link', { name: '中文' }).click();
    await page.waitForURL('**/calculators/chengzhuang-steps/#post=frontline&key=45&basic=55&innovation=10');
    await ready();
    expect(await outcome()).toContain('总分 110');
  });

  test('stands on pages in both languages only', async () => {
    for (const [path, count] of [
      ['calculators/', 1],
      ['en/calculators/', 1],
      ['cases/', 0],
    ] as const) {
      await page.goto(site.url + path);
      expect(await page.getByRole('navigation', { name: /^(语言|Language)$/ }).count(), path).toBe(count);
    }
  });
});

describe('a calculator in English', () => {
  test.each([
    'chengzhuang-steps',
    'haicang-absence',
    'yanshan-countdown',
    'zhuji-negative-vote',
  ])('%s: every example gives what it gives on the command line', async (id) => {
    const compiled = readScheme(id);
    await openCalculator(`en/calculators/${id}/`);
    const menu = page.getByLabel('Load an example');
    for (const [i, example] of compiled.scheme.examples.entries()) {
      if (Object.keys(example.given).length === 0) continue;
      await menu.selectOption(String(i));
      expect(await outcome(), example.name.en).toBe(
        headline(compiled, evaluate(compiled, example.given, example.assume), 'en'),
      );
    }
  });

  test('shows no Chinese that is not marked as Chinese, with a result and its explanation', async () => {
    await openCalculator(`en/calculators/chengzhuang-steps/${state}&a.step-when-low=off`);
    await page.locator('.sentences').first().waitFor();
    await page.waitForLoadState('networkidle');
    const unmarked = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        const text = node.textContent?.trim() ?? '';
        const left = element?.closest('script, style') || element?.closest('[lang]')?.getAttribute('lang') !== 'en';
        if (!left && /[\p{Script=Han}\u3001\u3002\uff00-\uff60]/u.test(text)) found.push(text);
      }
      return found;
    });
    expect(unmarked).toEqual([]);
  });

  test('reads without JavaScript', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const reader = await plain.newPage();
    await reader.goto(`${site.url}en/calculators/chengzhuang-steps/`);
    expect(await reader.locator('.calculator-noscript').textContent()).toContain('The calculation needs JavaScript');
    for (const name of ['Worked examples', 'Rules it rests on', 'What stays open'])
      expect(await reader.getByRole('heading', { name }).isVisible(), name).toBe(true);
    await plain.close();
  });
});

describe('the table of calculators', () => {
  test.each(['calculators/', 'en/calculators/'])('%s: scrolls in its own frame at 360 px', async (path) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(site.url + path);
    const frame = page.locator('.scroll-frame');
    const before = await frame.evaluate((it) => ({ inner: it.scrollWidth, outer: it.clientWidth }));
    expect(before.inner).toBeGreaterThan(before.outer);
    await frame.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => frame.evaluate((it) => it.scrollLeft)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('leads from each number to what it counts', async () => {
    for (const [name, place] of [
      ['原文数字', '.scheme-rules'],
      ['假设', '.assumption-list'],
      ['缺口与矛盾', '.open-points'],
      ['不作推算', '.left-open'],
      ['算例', '.example-list'],
    ] as const) {
      await page.goto(`${site.url}calculators/`);
      const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: '支部清单台阶考核' }) });
      await row.getByRole('link', { name: new RegExp(`^${name} \\d+$`) }).click();
      await page.locator(place).first().waitFor({ state: 'visible' });
      const box = await page.locator(place).first().boundingBox();
      expect(box && box.y > 0 && box.y < 900, name).toBe(true);
    }
  });

  test('shows at least eight calculators on a laptop screen', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`${site.url}calculators/`);
    const bottom = await page.locator('.scheme-table tbody tr').nth(7).boundingBox();
    expect((bottom?.y ?? Number.POSITIVE_INFINITY) + (bottom?.height ?? 0)).toBeLessThanOrEqual(768);
  });
});
