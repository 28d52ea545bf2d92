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
  await context.setOffline(false);
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

  test.each([
    ['markup', '<img src=x onerror="document.title=1"><b>台阶</b>'],
    ['a pasted article', '台阶考核'.repeat(3000)],
    ['line breaks and control characters', '台阶\r\n\u0001考核'],
  ])('%s in the query is harmless', async (_, query) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const address = `search/?q=${encodeURIComponent(query)}`;
    await open(address.length < 8000 ? address : 'search/');
    if (address.length >= 8000) await page.locator('#search-input').fill(query);
    await page.waitForFunction(
      () => document.querySelector('[data-search-page]')?.getAttribute('data-state') === 'done',
    );
    expect(await page.locator('[data-search-page] img, [data-search-page] b').count()).toBe(0);
    expect(await page.title()).toContain('搜索');
    expect(errors).toEqual([]);
  });

  test('fits a narrow screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await search('党员的考核结果有什么后果');
    await results();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

describe('the box in the header', () => {
  test('suggests before any index is loaded, and opens with the keyboard alone', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open('cases/');
    await page.keyboard.press('/');
    await page.keyboard.type('清单管');
    await page.locator('[role="option"]').first().waitFor();
    expect(await page.locator('#search-box').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const active = await page.locator('#search-box').getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).textContent()).toContain('清单管理');
    expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/practices\/checklist\//);
  });

  test('Ctrl K comes here from anywhere, Escape closes, Enter searches the full text', async () => {
    await open('about/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('台阶');
    await page.locator('[role="option"]').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('#search-box').getAttribute('aria-expanded')).toBe('false');
    expect(await page.locator('#search-box').inputValue()).toBe('台阶');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/\?q=/);
    await results();
  });

  test('leaves the keys to an input method while it composes', async () => {
    await open('cases/');
    const box = page.locator('#search-box');
    await box.click();
    const keyboard = await context.newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: 'qing dan', selectionStart: 8, selectionEnd: 8 });
    const stopped = await box.evaluate((input) => {
      const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
      return !input.dispatchEvent(enter);
    });
    expect(stopped).toBe(false);
    expect(await page.locator('[role="option"]').count()).toBe(0);
    await keyboard.send('Input.insertText', { text: '清单' });
    await page.locator('[role="option"]').first().waitFor();
    expect(page.url()).toBe(`${site.url}cases/`);
  });

  test('a slash in a field stays a slash', async () => {
    await open('search/');
    await page.locator('#search-input').focus();
    await page.keyboard.type('1/3');
    expect(await page.locator('#search-input').inputValue()).toBe('1/3');
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

describe('failing well', () => {
  test('a missing index is named, everything is listed, and one can try again', async () => {
    bent = true;
    let missing = true;
    await page.route('**/pagefind/**', (route) =>
      missing ? route.fulfill({ status: 404, body: '' }) : route.continue(),
    );
    await search('台阶');
    await page.locator('.search-failure').waitFor();
    expect(await status()).toBe('检索没有载入');
    const list = page.locator('[data-search="everything"] a');
    expect(await list.first().isVisible()).toBe(true);
    expect(await list.count()).toBeGreaterThan(50);
    missing = false;
    await page.locator('.retry').click();
    await results();
    expect(await list.first().isVisible()).toBe(false);
  });

  test('without a connection it says so', async () => {
    await open('search/');
    await page.locator('#search-input').focus();
    await context.setOffline(true);
    await page.keyboard.type('台阶');
    await page.locator('.search-failure').waitFor();
    expect(await page.locator('.search-failure').textContent()).toContain('没有网络连接');
  });

  test('on a slow line it says that it is loading', async () => {
    bent = true;
    await page.route('**/wasm.unknown.pagefind', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      await route.continue();
    });
    await search('台阶');
    await page.getByText('正在载入检索').waitFor();
    await results();
    expect(await status()).toContain('页完整包含');
  });

  test('without JavaScript there is the list of everything', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const reader = await plain.newPage();
    await reader.goto(`${site.url}search/?q=台阶`);
    expect(await reader.locator('[data-search="everything"] a').first().isVisible()).toBe(true);
    expect(await reader.getByText('全文搜索需要 JavaScript').isVisible()).toBe(true);
    await plain.close();
  });
});
