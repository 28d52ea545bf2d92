import type { Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browser, context, page, site, useSite, violations } from './use-site.ts';

useSite({ locale: 'zh-CN' });

const open = (path: string) => page.goto(site.url + path);
const search = (q: string) => open(`search/?q=${encodeURIComponent(q)}`);
const results = () => page.locator('[data-hit]').first().waitFor();
const status = () => page.locator('[data-search="status"]').textContent();
const failure = async () => {
  await page.locator('.search-failure').waitFor();
  return page.locator('.search-failure p').textContent();
};
const note = () => page.locator('[data-search="results"] .search-note');
const done = () => page.locator('[data-search-page][data-state="done"]').waitFor();
const typed = () => page.locator('#search-input').inputValue();
const missing = (route: Route) => route.fulfill({ status: 404, body: '' });
const garbage = (route: Route) => route.fulfill({ status: 200, body: 'garbage' });

describe('data that does not come', () => {
  test('a missing index is named, everything is listed, and one can try again', async () => {
    await page.route('**/pagefind/**', missing);
    await search('台阶');
    expect(await failure()).toMatch(/没有取到.*可以再试.*Ctrl F/);
    expect(await status()).toBe('检索没有载入');
    expect(await typed()).toBe('台阶');
    const list = page.locator('[data-search="everything"] a');
    expect(await list.first().isVisible()).toBe(true);
    expect(await list.count()).toBeGreaterThan(50);
    expect(await violations()).toEqual([]);
    await page.unroute('**/pagefind/**');
    await page.locator('.retry').click();
    await results();
    expect(await list.first().isVisible()).toBe(false);
  });

  test.each([
    ['a file of the exact index is missing', '**/grams-*/*.bin', missing],
    ['a file of the exact index is broken', '**/grams-*/*.bin', garbage],
    ['the table of the exact index is broken', '**/grams.*.bin', garbage],
    ['the vocabulary is another page', '**/search-vocabulary.json', garbage],
  ] as const)('%s: it says so, and works after another try', async (_, files, answer) => {
    await page.route(files, answer);
    await search('台阶');
    expect(await failure()).toContain('检索数据没有取到，或已损坏');
    await page.unroute(files);
    await page.locator('.retry').click();
    await results();
    expect(await status()).toContain('页完整包含“台阶”');
  });

  test.each([
    ['missing', missing],
    ['broken', garbage],
  ])('texts that are %s cost their excerpts, not the results', async (_, answer) => {
    await page.route('**/fragment/*', answer);
    await search('台阶考核');
    await results();
    expect(await note().allTextContents()).toContainEqual(expect.stringMatching(/^有 \d+ 页的摘录没有取到/));
    expect(await page.locator('[data-hit]').first().getAttribute('href')).toContain('chengzhuang-mine-step-appraisal');
    await page.unroute('**/fragment/*');
    await note().getByText('再试一次').click();
    await page.locator('.hit-excerpt').first().waitFor();
  });

  test('filters that are missing leave the results, and say that nothing was filtered', async () => {
    await page.route('**/pagefind/filter/*', missing);
    await open(`search/?q=${encodeURIComponent('考核')}&kind=${encodeURIComponent('规则')}`);
    await results();
    expect(await note().allTextContents()).toContainEqual(expect.stringContaining('筛选没有载入'));
  });

  test('without a connection it says so, and goes on by itself when the connection is back', async () => {
    await open('search/');
    await page.locator('#search-input').focus();
    await context.setOffline(true);
    await page.keyboard.type('台阶');
    expect(await failure()).toContain('没有网络连接');
    expect(await typed()).toBe('台阶');
    await context.setOffline(false);
    await results();
  });

  test('a browser that cannot unpack the index is told so', async () => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'DecompressionStream'));
    await search('台阶');
    expect(await failure()).toMatch(/浏览器太旧.*DecompressionStream.*较新的浏览器/);
    expect(await page.locator('.retry').count()).toBe(0);
    expect(await page.locator('[data-search="everything"] a').first().isVisible()).toBe(true);
  });

  test('on a slow line it says that it is loading, and then what it found', async () => {
    await page.route('**/grams.*.bin', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      await route.continue();
    });
    await search('台阶');
    await page.getByText('正在载入检索').waitFor();
    await done();
    expect(await status()).toContain('页完整包含');
  });

  test('filters that come late do not keep the results, and the sentence about them stays', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/pagefind/filter/*', async (route) => {
      await held;
      await route.continue();
    });
    await search('台阶');
    await results();
    // Longer than the note about loading waits.
    await page.waitForTimeout(400);
    expect(await status()).toContain('页完整包含“台阶”');
    expect(await page.locator('[data-search="filter-frame"]').isVisible()).toBe(false);
    release();
    await page.locator('[data-filter="kind"]').waitFor();
  });

  test('without JavaScript the form leads to the list of everything', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const reader = await plain.newPage();
    await reader.goto(`${site.url}cases/`);
    await reader.locator('#search-box').fill('台阶');
    await reader.keyboard.press('Enter');
    await reader.waitForURL(/search\/\?q=/);
    expect(await reader.locator('[data-search="everything"] a').first().isVisible()).toBe(true);
    expect(await reader.getByText('全文搜索需要 JavaScript').isVisible()).toBe(true);
    expect(await reader.locator('#search-box').getAttribute('maxlength')).toBe('200');
    await plain.close();
  });
});

describe('odd queries', () => {
  test.each([
    ['markup', '<img src=x onerror="document.title=1"><b>台阶</b><script>document.title=2</script>'],
    ['a pasted article', '台阶考核'.repeat(2500)],
    ['line breaks and control characters', '台阶\r\n\u0001\u202e考核'],
    ['a half character', '台阶考核\ud800'],
    ['names that objects have', '__proto__ constructor toString'],
    ['signs only', '。，%&#?+"'],
  ])('%s: harmless, and the text stays', async (_, query) => {
    await open('search/');
    await page.locator('#search-input').evaluate((input: HTMLInputElement, text) => {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, query);
    await done();
    expect(await page.locator('[data-search-page] img, [data-search-page] b, main script').count()).toBe(0);
    expect(await page.title()).toContain('搜索');
    expect(await typed()).toBe(query.replace(/[\r\n]/g, ''));
    await page.keyboard.press('Enter');
    const sentence = await status();
    const { length } = page.url();
    expect(length).toBeLessThan(2500);
    await page.reload();
    await done();
    expect(await status()).toBe(sentence);
    if (query.length > 1000) expect(await note().first().textContent()).toContain('查询太长');
  });

  test('a pasted article in the box of the header is searched by its beginning', async () => {
    await open('cases/');
    await page.locator('#search-box').fill('台阶考核'.repeat(2500));
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/\?q=/);
    await done();
    expect(await note().first().textContent()).toContain('查询太长，只用了前 64 个字');
  });

  test.each([
    ['a broken escape', 'q=%E5%8F%B0%E9%98%B6%', '台阶'],
    ['an empty query before the full one', `q=&q=${encodeURIComponent('台阶')}`, '台阶'],
    ['two queries', `q=${encodeURIComponent('台阶')}&q=${encodeURIComponent('清单')}`, '台阶'],
  ])('%s in the address', async (_, address, wanted) => {
    await open(`search/?${address}`);
    await results();
    expect(await typed()).toContain(wanted);
  });

  test('a filter that does not exist is named and left out', async () => {
    await open(`search/?q=${encodeURIComponent('考核')}&kind=nothing&region=${encodeURIComponent('浙江省')}`);
    await results();
    expect(await note().first().textContent()).toBe('地址里的筛选“nothing”本站没有，已略去。');
    expect(await page.locator('.chosen button').allTextContents()).toEqual(['浙江省 ×', '清除筛选']);
  });

  test('a broken anchor does not keep the marks away', async () => {
    await open(`practices/veto/?mark=${encodeURIComponent('一票否决')}#%E0%A4%A`);
    await page.locator('.arrival').waitFor();
    expect(await page.locator('.arrival').textContent()).toMatch(/在本页有 \d+ 处/);
  });
});
