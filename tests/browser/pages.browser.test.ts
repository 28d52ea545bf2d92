import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

let site: ServedSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const foreign: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  site = await serveSite(join(import.meta.dirname, '../../dist'));
  browser = await launchChromium();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const kinds = [
  '',
  'cases/',
  'cases/chengzhuang-mine-step-appraisal/',
  'practices/',
  'practices/points-system/',
  'rulebook/',
  'rulebook/chengzhuang-mine-step-appraisal/',
  'calculators/',
  'calculators/chengzhuang-steps/',
  'calculators/chengzhuang-steps/#post=frontline&key=39.5&basic=55&innovation=10&a.step-when-low=off',
  'calculators/xinzhou-direct-review/#satisfaction=500',
  'en/calculators/',
  'en/calculators/chengzhuang-steps/',
  'en/calculators/chengzhuang-steps/#post=frontline&key=39.5&basic=55&innovation=10&a.step-when-low=off',
  'glossary/',
  'sources/',
  'sources/national-27-cases-19/',
  'about/',
  'data/',
  'search/',
  'search/?q=积分制',
  '404.html',
];

describe('every kind of page', () => {
  for (const theme of ['light', 'dark'] as const) {
    test.each(kinds)(`has no accessibility violation (${theme}): /%s`, async (path) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }),
      );
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`),
      ).toEqual([]);
    });
  }

  test.each(kinds)('does not scroll sideways at 360 px: /%s', async (path) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('loads nothing from elsewhere and throws nothing', () => {
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
  });
});

test('the content security policy lets every page of the site run', async () => {
  const strict = await browser.newContext();
  const guarded = await strict.newPage();
  const refused: string[] = [];
  guarded.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  for (const path of kinds) await guarded.goto(site.url + path, { waitUntil: 'networkidle' });
  expect(refused).toEqual([]);
  await strict.close();
});

describe('without JavaScript', () => {
  test('a calculator shows its rules, assumptions and examples, and says what is missing', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const reader = await plain.newPage();
    await reader.goto(`${site.url}calculators/chengzhuang-steps/`);
    expect(await reader.locator('.calculator-noscript').textContent()).toContain('计算需要浏览器允许 JavaScript');
    await reader.locator('summary').filter({ hasText: '假设' }).last().click();
    for (const text of ['系数乘在什么上', '重点项差半分', '第一台阶考核总分是 70-80 分']) {
      expect(await reader.getByText(text).last().isVisible(), text).toBe(true);
    }
    await plain.close();
  });
});
