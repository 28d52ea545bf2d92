import { describe, expect, test } from 'vitest';
import { openCalculator as open, outcome, page, showWhatIf, useSite, violations } from './use-site.ts';

useSite();

const field = (name: string) => page.locator(`[data-input="${name}"] input:not([type="range"])`);
const problem = (name: string) => page.locator(`[data-input="${name}"] .field-error`);
const focused = (): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? null);

describe('the form', () => {
  test('a slider sets a value by key and by pointer, and shows none before', async () => {
    await open('calculators/chengzhuang-steps/');
    const slider = page.getByRole('slider', { name: '重点项得分，滑块' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('未填');
    expect(await field('key').inputValue()).toBe('');
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await field('key').inputValue()).toBe('0');
    await page.keyboard.press('ArrowRight');
    expect(await field('key').inputValue()).toBe('0.1');
    expect(await slider.getAttribute('aria-valuetext')).toBe('0.1 分');
    await page.keyboard.press('End');
    expect(await field('key').inputValue()).toBe('45');
    await field('key').fill('12.3');
    expect(await slider.inputValue()).toBe('12.3');
    const basic = page.getByRole('slider', { name: '基础项得分，滑块' });
    const box = await basic.boundingBox();
    if (!box) throw new Error('no slider');
    await page.mouse.click(box.x, box.y + box.height / 2);
    expect(await field('basic').inputValue()).toBe('0');
    expect(await page.locator('[data-input="severe-quarters-before"] input').count()).toBe(2);
    await open('calculators/jiangshan-coverage/');
    expect(await page.locator('[data-input="roles"] .slider').count()).toBe(1);
    await open('calculators/kecheng-volunteer-hours/');
    expect(await page.locator('[data-input="hours"] .slider').count()).toBe(0);
  });

  test('a number on the way is no error; what is wrong is said in words', async () => {
    await open('calculators/chengzhuang-steps/');
    await field('key').pressSequentially('39.');
    expect(await problem('key').count()).toBe(0);
    expect(await field('key').inputValue()).toBe('39.');
    await field('key').pressSequentially('5');
    await page.waitForURL(/key=39\.5$/);
    await field('key').fill('abc');
    expect(await problem('key').innerText()).toBe('“abc”不是数字，范围：0 到 45。');
    await field('severe-quarters-before').fill('1.5');
    expect(await problem('severe-quarters-before').innerText()).toBe('1.5 不是整数，范围：0 到 40。');
    expect(await page.locator('[data-input="severe-quarters-before"]').innerText()).toContain('不填即 0 个季度');
    expect(await page.locator('[data-input="major-failure"]').innerText()).toContain('不填即“否”');
  });

  test('what was set by mistake can be taken back', async () => {
    await open('calculators/chengzhuang-steps/');
    const no = page.locator('[data-input="major-failure"]').getByRole('radio', { name: '否' });
    await no.check();
    await page.waitForURL((url) => url.href.includes('major-failure=no'));
    await page.getByRole('button', { name: '清除：重点工作重大失误并造成较大负面影响' }).click();
    expect(await no.isChecked()).toBe(false);
    await page.waitForURL((url) => !url.href.includes('major-failure'));
    await no.check();
    await page.keyboard.press('Delete');
    expect(await no.isChecked()).toBe(false);
    expect(await page.locator('[data-input="major-failure"] :checked').count()).toBe(0);
  });

  test('periods are filled in by keyboard on a timeline', async () => {
    await open('calculators/haicang-absence/');
    const cells = page.locator('[data-input="months"] [data-choice]');
    const choices = () => cells.evaluateAll((all) => all.map((cell) => (cell as HTMLElement).dataset.choice));
    await page.getByRole('button', { name: '加第 1 期：参加' }).focus();
    for (const key of ['1', 'u', '3', 'e']) {
      await page.keyboard.press(key);
      await page.waitForFunction(
        (n) => document.activeElement?.getAttribute('data-cell') === n,
        String(await cells.count()),
      );
    }
    expect(await choices()).toEqual(['attended', 'unexcused', 'unexcused', 'excused']);
    expect(await page.locator('.timeline-count').innerText()).toBe('共 4 期');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('第 4 期：有特殊情况');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('第 4 期：无故');
    expect(await page.locator('.timeline output').innerText()).toBe('第 4 期：无故');
    expect(await outcome()).toContain('最长连续月数 3 个月');
    await page.keyboard.press('Space');
    expect(await focused()).toBe('第 4 期：当月未开展');
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    expect(await choices()).toEqual(['unexcused', 'unexcused', 'not-held']);
    await page.waitForURL((url) => url.href.includes('months=unexcused%2C+unexcused%2C+not-held'));
    await page.getByRole('button', { name: '加 12 期“参加”' }).click();
    expect(await cells.count()).toBe(15);
    await cells.nth(14).focus();
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('第 3 期：当月未开展');
    const shapes = await cells.evaluateAll(
      (all) => new Set(all.map((cell) => cell.querySelector('svg')?.innerHTML)).size,
    );
    expect(shapes).toBe(3);
  });

  test('a list takes pasted numbers and says which entry is wrong', async () => {
    await open('calculators/jiangshan-coverage/');
    const list = page.locator('[data-input="households-per-member"]');
    const cells = list.getByRole('textbox');
    await cells.first().waitFor();
    await cells.first().evaluate((cell) => {
      const data = new DataTransfer();
      data.setData('text', '8\t9\nx\n１０');
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    expect(await cells.evaluateAll((all) => all.map((cell) => (cell as HTMLInputElement).value))).toEqual([
      '8',
      '9',
      'x',
      '10',
      '',
    ]);
    expect(await problem('households-per-member').innerText()).toBe('第 3 项：“x”不是数字，范围：0 到 10000。');
    expect(await list.locator('[aria-invalid]').getAttribute('aria-label')).toBe('每名党员联系的户数，第 3 项');
    await cells.nth(2).fill('');
    expect(await problem('households-per-member').innerText()).toBe('第 3 项：未填。');
    await cells.nth(0).focus();
    expect(await list.locator('.timeline-count').innerText()).toContain('共 3 项');
    expect(await problem('households-per-member').count()).toBe(0);
    await cells.nth(3).fill('7');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('每名党员联系的户数，第 5 项');
    await page.waitForURL((url) => url.href.includes('households-per-member=8%2C+9%2C+10%2C+7'));
  });
});

describe('the result', () => {
  test('is announced once it stands still, and leads to what is missing', async () => {
    await open('calculators/chengzhuang-steps/#post=frontline&key=39.5&basic=55');
    const said = page.locator('.calculator-result section > output');
    expect(await said.innerText()).toBe('');
    const heard = page.evaluate(() => {
      const list: string[] = [];
      const region = document.querySelector('.calculator-result section > output') as Element;
      new MutationObserver(() => list.push(region.textContent ?? '')).observe(region, {
        childList: true,
        subtree: true,
        characterData: true,
      });
      return new Promise<string[]>((done) => setTimeout(() => done(list.filter(Boolean)), 2500));
    });
    await page.getByRole('button', { name: '创新项得分', exact: true }).click();
    expect(await field('innovation').evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.type('10', { delay: 60 });
    expect(await heard).toEqual([await outcome()]);
  });

  test('draws bands with their ends and parts with their maxima, each with a table', async () => {
    await open('calculators/chengzhuang-steps/#post=frontline&key=39.5&basic=55&innovation=10');
    await page.locator('.ruler svg').waitFor();
    expect(await page.locator('.ruler .end-open').count()).toBe(3);
    expect(await page.locator('.ruler .end-closed').count()).toBe(5);
    expect(await page.locator('.ruler svg').getAttribute('aria-label')).toBe('按总分的台阶：总分 104.5');
    expect(await page.locator('.ruler tr[aria-current]').textContent()).toBe('第三台阶[90, 110]');
    expect(await page.locator('.parts-bar caption').innerText()).toBe('总分的构成：104.5，满分 110');
    expect(await page.locator('.parts-bar tbody tr').allInnerTexts()).toEqual([
      '① 重点项得分\t39.5\t45',
      '② 基础项得分\t55\t55',
      '③ 创新项得分\t10\t10',
    ]);
    await page.locator('summary').filter({ hasText: '全部步骤' }).click();
    expect(await page.locator('.rules-applied dd').first().innerText()).toContain('R22');
    expect(await page.locator('.rules-applied dd').last().innerText()).toContain('R24');
    await open('calculators/shizuishan-stars/#foundation=90&service=90&integrity=90&performance=90&innovation=9');
    expect(await page.locator('.ruler tr[aria-current]').textContent()).toBe('三星[70, 80)');
    expect(await page.locator('.ruler .band-assumed').count()).toBe(5);
  });

  test('shows the cheapest way to a better result and adopts it', async () => {
    await open('calculators/chengzhuang-steps/#post=frontline&key=39.5&basic=55&innovation=10');
    await showWhatIf();
    const better = page.locator('.what-if-better');
    expect(await better.innerText()).toContain('重点项得分由 39.5 改为 40（+0.5）：台阶考核系数 0.7 → 1');
    expect(await page.locator('[data-change="basic"]').innerText()).toContain(
      '基础项得分由 55 改为 40.4（−14.6）：台阶 第三台阶 → 第二台阶',
    );
    expect(await page.locator('.what-if details li').allTextContents()).toContain('创新项得分再小，结果都不变');
    await better.getByRole('button', { name: '采用：重点项得分 40' }).click();
    expect(await field('key').inputValue()).toBe('40');
    expect(await outcome()).toContain('台阶考核系数 1');
    await page
      .locator('.what-if-better')
      .filter({ hasText: '可以改变的输入项无论怎样填' })
      .or(page.locator('.what-if-better').filter({ hasText: '最好' }))
      .waitFor();
  });

  test('a result that is on its way does not hold up typing', async () => {
    await open('calculators/shizuishan-stars/#foundation=90&service=90&integrity=90&performance=90&innovation=9');
    await showWhatIf();
    await field('innovation').press('End');
    for (const key of '1.5') await page.keyboard.type(key);
    expect(await outcome()).toContain('总分 90.3');
    await page.locator('.what-if-changes').filter({ hasText: '由 91.5 改为' }).waitFor();
    expect(await page.locator('.what-if').innerText()).not.toContain('由 9 改为');
  });
});

describe('every state of the form and the result', () => {
  const states = [
    'calculators/chengzhuang-steps/#post=frontline&key=39.5&basic=55&innovation=10&a.step-when-low=off',
    'calculators/chengzhuang-steps/#post=frontline&key=45.1&basic=55',
    'calculators/haicang-absence/#months=attended,unexcused,excused,not-held,foo',
    'calculators/haicang-absence/#months=attended,unexcused,excused,not-held',
    'calculators/linjiang-coverage/#members=5&households=48&per-member=12,9,x',
    'calculators/linjiang-stars/#items-met=14',
  ];
  test.each(states)('is accessible, wide and narrow, light and dark: %s', async (path) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(path);
      for (const fold of await page.locator('.calculator-form summary, .calculator-result summary').all()) {
        if (await fold.evaluate((it) => !(it.parentElement as HTMLDetailsElement).open)) await fold.click();
      }
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violations()).toEqual([]);
    }
  });

  test('one line of the outcome stays in view on a narrow screen', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await open('calculators/chengzhuang-steps/#post=frontline&key=39.5&basic=55&innovation=10');
    const bar = page.locator('.outcome-bar');
    const box = await bar.boundingBox();
    expect(await bar.innerText()).toBe(await outcome());
    expect(box && box.y + box.height).toBe(640);
    expect(box?.height).toBeLessThan(60);
  });
});
