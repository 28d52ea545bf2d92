import { describe, expect, test } from 'vitest';
import { page, site, useSite, violations } from './use-site.ts';

useSite({ locale: 'zh-CN' });

const open = (path: string) => page.goto(site.url + path);
const box = () => page.locator('#search-box');
const options = () => page.getByRole('option');
const groups = () => page.locator('.suggestion-title').allTextContents();
const expanded = () => box().getAttribute('aria-expanded');
const active = async () => {
  const id = await box().getAttribute('aria-activedescendant');
  return id === null ? null : page.locator(`#${id}`).textContent();
};
const said = () => page.locator('[data-search-box] [role="status"]').textContent();
const kept = () => page.evaluate(() => localStorage.getItem('recent-searches'));
const keep = (value: string) => page.evaluate((text) => localStorage.setItem('recent-searches', text), value);

describe('the box in the header', () => {
  test('suggests before any index is loaded, and opens with the keyboard alone', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open('cases/');
    await page.keyboard.press('/');
    await page.keyboard.type('清单管');
    await options().filter({ hasText: '清单管理' }).first().waitFor();
    expect(await expanded()).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await active()).toContain('清单管理');
    expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/practices\/checklist\//);
  });

  test('Ctrl K comes here from anywhere, Escape closes, Enter searches the full text', async () => {
    await open('about/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('台阶');
    await page.locator('.suggestion mark').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await expanded()).toBe('false');
    expect(await box().inputValue()).toBe('台阶');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/\?q=/);
    await page.locator('[data-hit]').first().waitFor();
  });

  test('the arrows run in a ring through the field; Home gives the caret back; Tab and a press elsewhere close', async () => {
    await open('cases/');
    await box().focus();
    await page.keyboard.type('积分');
    await page.locator('.suggestion mark').first().waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await active()).toBe('全文搜索“积分”');
    await page.keyboard.press('ArrowDown');
    expect(await active()).toBeNull();
    await page.keyboard.press('ArrowDown');
    expect(await active()).toContain('积分');
    await page.keyboard.press('Home');
    expect(await active()).toBeNull();
    expect(await box().evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(0);
    await page.keyboard.press('Alt+ArrowUp');
    expect(await expanded()).toBe('false');
    await page.keyboard.press('ArrowDown');
    expect(await expanded()).toBe('true');
    await page.keyboard.press('Tab');
    expect(await expanded()).toBe('false');
    await box().click();
    expect(await expanded()).toBe('true');
    await page.locator('h1').click();
    expect(await expanded()).toBe('false');
  });

  test('leaves the keys to an input method while it composes', async () => {
    await open('cases/');
    await box().click();
    await options().first().waitFor();
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: 'qing dan', selectionStart: 8, selectionEnd: 8 });
    expect(await expanded()).toBe('false');
    // One browser says it with isComposing, another with the key code alone, after the composition has ended.
    const stopped = await box().evaluate((input) =>
      [{ isComposing: true }, { keyCode: 229 }].map((sign) => {
        const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...sign });
        return !input.dispatchEvent(enter);
      }),
    );
    expect(stopped).toEqual([false, false]);
    await keyboard.send('Input.insertText', { text: '清单' });
    await page.locator('.suggestion mark').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await box().evaluate((input) =>
      input.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }),
      ),
    );
    expect(page.url()).toBe(`${site.url}cases/`);
    expect(await expanded()).toBe('true');
  });

  test('on an English page it speaks English, and its Chinese names are marked as Chinese', async () => {
    await open('en/calculators/');
    await box().focus();
    await options().first().waitFor();
    expect(await groups()).toEqual(['Common practices']);
    expect(await options().first().locator('[lang="zh-CN"]').count()).toBe(1);
    await page.keyboard.type('台阶');
    await page.locator('.suggestion mark').first().waitFor();
    expect(await said()).toMatch(/^\d+ suggestions/);
    expect(await page.locator('.suggestion-kind').allTextContents()).toContain('Calculators');
  });

  test('fits 360 px, and every row is high enough to be met', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open('cases/');
    await keep(JSON.stringify(['台阶考核'.repeat(12)]));
    await box().focus();
    await options().first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    for (const part of await page.locator('.suggestion, .suggestion-remove').all()) {
      const size = await part.boundingBox();
      expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
  });
});

describe('before typing', () => {
  test('common practices stand there at once, without any data', async () => {
    await page.route('**/search-vocabulary.json', (route) => route.abort());
    await open('cases/');
    await box().focus();
    await options().first().waitFor();
    expect(await groups()).toEqual(['常用实践']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/practices\/[\w-]+\/$/);
  });

  test('a search is kept, offered in another tab, removed with Delete or the cross, cleared, and never sent', async () => {
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    for (const q of ['台阶考核', '一票否决', '积分制', '  积分 制 ']) {
      await open(`search/?q=${encodeURIComponent(q)}`);
      await page.locator('[data-hit]').first().waitFor();
    }
    expect(JSON.parse((await kept()) ?? '')).toEqual(['积分 制', '一票否决', '台阶考核']);
    const other = await page.context().newPage();
    await other.goto(`${site.url}cases/`);
    await other.locator('#search-box').focus();
    await other.getByRole('option', { name: '台阶考核' }).waitFor();
    await other.close();

    await open('cases/');
    asked.length = 0;
    await box().focus();
    await options().first().waitFor();
    expect(await groups()).toEqual(['最近搜索', '常用实践']);
    expect(await violations()).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    expect(await said()).toBe('已去掉“积分 制”');
    expect(await active()).toContain('一票否决');
    await page.locator('.suggestion-remove').last().click();
    expect(JSON.parse((await kept()) ?? '')).toEqual(['一票否决']);
    expect(await expanded()).toBe('true');
    await page.getByRole('option', { name: '清除最近搜索' }).click();
    expect(await kept()).toBeNull();
    expect(await groups()).toEqual(['常用实践']);
    expect(asked.filter((request) => /否决|%E5%90%A6/.test(request))).toEqual([]);
  });

  test('a recent search is searched again', async () => {
    await open('cases/');
    await keep(JSON.stringify(['台阶考核']));
    await page.keyboard.press('/');
    await options().first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/\?q=/);
    expect(await page.locator('#search-input').inputValue()).toBe('台阶考核');
  });

  test.each([
    ['no JSON', '{['],
    ['something else', '{"a":1}'],
    ['odd items', '[1, null, "", {}, "台阶"]'],
    ['too many', JSON.stringify(Array.from({ length: 40 }, (_, n) => `台阶${n}`))],
  ])('bears %s in the storage', async (_, stored) => {
    await open('cases/');
    await keep(stored);
    await box().focus();
    await options().first().waitFor();
    const rows = await page.locator('.suggestion:has(.suggestion-remove)').count();
    expect(rows).toBe(stored.startsWith('["') ? 8 : stored.startsWith('[1') ? 1 : 0);
  });

  test('bears a browser that refuses storage', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await open(`search/?q=${encodeURIComponent('台阶考核')}`);
    await page.locator('[data-hit]').first().waitFor();
    await box().focus();
    await options().first().waitFor();
    expect(await groups()).toEqual(['常用实践']);
  });
});
