import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

let site: ServedSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Set by a test after which its page must not be used again. */
let bent = false;

beforeAll(async () => {
  site = await serveSite(process.env.SITE_DIST ?? 'dist');
  browser = await launchChromium();
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
/** One page for all tests but those that bend it: a new one costs half a second. */
beforeEach(async () => {
  if (page && !page.isClosed()) return;
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterEach(async () => {
  page.removeAllListeners();
  await page.setViewportSize({ width: 1280, height: 900 });
  if (bent) await page.close();
  bent = false;
});

const open = (path: string) => page.goto(site.url + path);
const search = (q: string) => open(`search/?q=${encodeURIComponent(q)}`);
const results = () => page.locator('[data-hit]').first().waitFor();
const status = () => page.locator('[data-search="status"]').textContent();

describe('the search page', () => {
  test('shows tiers, groups and counts, and says the number', async () => {
    await search('一票否决');
    await results();
    expect(await status()).toMatch(/^\d+ 页完整包含“一票否决”/);
    const exact = page.locator('[data-tier="exact"]');
    const count = Number(/\d+/.exec((await exact.locator('.tier-count').textContent()) ?? '')?.[0]);
    const groups = await exact.locator('.group-count').allTextContents();
    expect(count).toBeGreaterThan(1);
    expect(groups.map(Number).reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(count);
    expect(await exact.locator('[data-hit]').first().getAttribute('href')).toContain('practices/veto/');
    for (const excerpt of await exact.locator('.hit').all()) {
      expect((await excerpt.locator('mark').allTextContents()).join()).toContain('一票否决');
    }
  });

  test('filters narrow, count, stand in the address and survive a reload', async () => {
    await search('考核');
    await results();
    const box = page.locator('[data-filter="kind"] input[value="规则"]');
    const left = Number(await box.locator('xpath=..').locator('.filter-count').textContent());
    await box.focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/kind=/);
    await page.waitForFunction(() => document.querySelectorAll('[data-tier="exact"] .group').length === 1);
    const tiers = await page.locator('.tier-count').allTextContents();
    expect(tiers.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(left);
    expect(await box.evaluate((input) => document.activeElement === input)).toBe(true);
    await page.reload();
    await results();
    expect(await page.locator('[data-filter="kind"] input[value="规则"]').isChecked()).toBe(true);
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('[data-tier="exact"] .group').length > 1);
    expect(await page.locator('[data-filter="kind"] input:checked').count()).toBe(0);
  });

  test('searches while one types and keeps the query in the address', async () => {
    await open('search/');
    expect(await page.locator('[data-search="start"]').isVisible()).toBe(true);
    await page.locator('#search-input').pressSequentially('台阶考核');
    await results();
    expect(new URL(page.url()).searchParams.get('q')).toBe('台阶考核');
    expect(await page.locator('[data-search="start"]').isVisible()).toBe(false);
  });

  test('shows more pages on request and moves the focus there', async () => {
    await search('考核');
    await results();
    const before = await page.locator('[data-tier="exact"] [data-hit]').count();
    await page.locator('[data-tier="exact"] .more-hits').click();
    await page.waitForFunction((n) => document.querySelectorAll('[data-tier="exact"] [data-hit]').length > n, before);
    await page.waitForFunction(() => document.activeElement?.matches('[data-hit]') ?? false);
  });

  test('says what stands nowhere', async () => {
    await search('氢燃料电池');
    await page.waitForFunction(
      () => document.querySelector('[data-search-page]')?.getAttribute('data-state') === 'done',
    );
    expect(await status()).toContain('没有');
    expect(await page.locator('[data-tier="exact"]').count()).toBe(0);
  });

  test('each kind has its best page, and can be had alone', async () => {
    await search('村');
    await results();
    await page.locator('[data-filter="kind"] input').first().waitFor();
    const kinds = await page.locator('[data-tier="exact"] .group').evaluateAll((all) => all.length);
    expect(kinds).toBe(await page.locator('[data-filter="kind"] input').count());
    await page.locator('[data-kind="rule"] .group-all a').click();
    await page.waitForURL(/kind=/);
    await page.waitForFunction(() => document.querySelectorAll('[data-tier="exact"] .group').length === 1);
    expect(await page.locator('.chosen button').allTextContents()).toEqual(['规则 ×', '清除筛选']);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[data-tier="exact"] .group').length > 1);
    expect(new URL(page.url()).searchParams.has('kind')).toBe(false);
  });

  test('back leads to the search before, with its filters and its text', async () => {
    await search('台阶考核');
    await results();
    const first = page.url();
    await page.locator('#search-input').fill('一票否决');
    await page.waitForURL(`**/search/?q=${encodeURIComponent('一票否决')}`);
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>('[data-search-page]')?.dataset.query === '一票否决',
    );
    await page.locator('[data-filter="kind"] input[value="案例"]').check();
    await page.waitForURL(/kind=/);
    await page.goBack();
    expect(new URL(page.url()).search).toBe(`?q=${encodeURIComponent('一票否决')}`);
    await page.goBack();
    expect(page.url()).toBe(first);
    expect(await page.locator('#search-input').inputValue()).toBe('台阶考核');
    expect(await page.title()).toMatch(/^台阶考核 · /);
    await page.goForward();
    await page.goForward();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('案例');
  });

  test('the recent searches of the empty page can be removed one by one and all', async () => {
    await search('台阶考核');
    await results();
    await page.evaluate(() => localStorage.setItem('recent-searches', JSON.stringify(['甲级', '乙级', '丙级'])));
    await open('search/');
    const rows = page.locator('.start-recent a');
    await rows.first().waitFor();
    expect(await page.getByText('只保存在这个浏览器里').isVisible()).toBe(true);
    await page.getByRole('button', { name: '去掉“甲级”' }).click();
    expect(await rows.allTextContents()).toEqual(['乙级', '丙级']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('去掉“乙级”');
    await page.getByRole('button', { name: '全部清除' }).click();
    expect(await rows.count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('recent-searches'))).toBeNull();
  });

  test('a slash in a field stays a slash', async () => {
    await open('search/');
    await page.locator('#search-input').focus();
    await page.keyboard.type('1/3');
    expect(await page.locator('#search-input').inputValue()).toBe('1/3');
  });

  test('fits a narrow screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await search('党员的考核结果有什么后果');
    await results();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

describe('arrival', () => {
  test('the reader’s words are marked under the heading, and the marks can be cleared', async () => {
    await search('第一台阶');
    await results();
    await page.locator('[data-hit]').first().click();
    await page.waitForURL(/rulebook\/chengzhuang-mine-step-appraisal\/\?mark=.*#r16$/);
    const bar = page.locator('.arrival');
    await bar.waitFor();
    expect(await bar.textContent()).toMatch(/“第一台阶”在本页有 \d+ 处/);
    const marked = () => page.evaluate(() => [...(CSS.highlights.get('search') ?? [])].map(String));
    expect(new Set(await marked())).toEqual(new Set(['第一台阶']));
    await bar.getByText('清除标记').click();
    expect(await marked()).toEqual([]);
    expect(await bar.count()).toBe(0);
    expect(page.url()).toMatch(/chengzhuang-mine-step-appraisal\/#r16$/);
  });

  test('browsers without highlights get elements, and get rid of them', async () => {
    bent = true;
    await page.addInitScript(() => Reflect.deleteProperty(CSS, 'highlights'));
    await open('practices/veto/?mark=一票否决');
    await page.locator('.arrival').waitFor();
    expect(new Set(await page.locator('main mark').allTextContents())).toEqual(new Set(['一票否决']));
    await page.getByText('清除标记').click();
    expect(await page.locator('main mark').count()).toBe(0);
  });

  test('a page opened without words loads nothing for it', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open('practices/veto/');
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('arrival'))).toEqual([]);
  });
});
