import { describe, expect, test } from 'vitest';
import { headline } from '../../src/calculator/headline.ts';
import { evaluate } from '../../src/scoring/evaluate.ts';
import { readScheme, schemeIds } from '../unit/read-scheme.ts';
import { openCalculator as open, outcome, page, useSite } from './use-site.ts';

useSite();

const field = (name: string) => page.locator(`[data-input="${name}"] input:not([type="range"])`);

describe('a calculator', () => {
  test('computes as one types, explains itself and links each sentence to its rule', async () => {
    await open('calculators/chengzhuang-steps/');
    expect(await outcome()).toContain('填写必填项');
    await page.getByRole('radio', { name: '一线' }).check();
    await field('key').fill('39.5');
    await field('basic').fill('55');
    expect(await outcome()).toBe('还需填写：创新项得分。');
    await field('innovation').fill('１０');
    expect(await outcome()).toBe(
      '总分 104.5；台阶：第三台阶；台阶考核系数 0.7；政工例会反思检查；提取额 3000 元；实发 2100 元。',
    );
    const sentence = page.locator('[data-step="coefficient"]').first();
    expect(await sentence.innerText()).toContain('重点项得分 39.5 低于 40，台阶考核系数为0.7');
    await sentence.getByRole('link', { name: 'R22' }).click();
    await page.waitForURL('**/rulebook/chengzhuang-mine-step-appraisal/#r22');
    expect(await page.locator('#r22').isVisible()).toBe(true);
  });

  test('says what is wrong beside the field and gives no result from a wrong value', async () => {
    await open('calculators/chengzhuang-steps/#post=frontline&key=45.1&basic=55&innovation=10');
    expect(await outcome()).toBe('有输入不符合要求，改正后才有结果：重点项得分。');
    expect(await page.locator('[data-input="key"] .field-error').innerText()).toBe('45.1 不在范围内，范围：0 到 45。');
    expect(await field('key').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.sentences').count()).toBe(0);
    await field('key').fill('45');
    expect(await outcome()).toContain('总分 110');
  });

  test('keeps its state in the address and takes it up again', async () => {
    await open('calculators/zhuji-negative-vote/?from=course');
    await page.getByLabel('载入示例').selectOption({ label: '31人中10票' });
    await page.waitForURL(/ballots=31/);
    await page.waitForURL((url) => url.href.includes('from=course'));
    const before = await outcome();
    await page.reload();
    await page.locator('.calculator[data-ready]').waitFor();
    expect(await outcome()).toBe(before);
    expect(before).toContain('所占比例 10/31');
    await page.getByRole('button', { name: '清空', exact: true }).click();
    await page.waitForURL(/from=course$/);
    expect(await field('ballots').inputValue()).toBe('');
  });

  test('shows what rests on an assumption, what another reading would give, and what is undefined without it', async () => {
    await open('calculators/chengzhuang-steps/#post=frontline&key=39.5&basic=55&innovation=10');
    await page.locator('.assumptions > summary').click();
    const step = page.locator('[data-assumption="step-when-low"]');
    expect(await step.innerText()).toContain('本结果依据');
    expect(await step.locator('.other-readings li').allInnerTexts()).toEqual([
      '按“不定台阶”的读法：台阶 无台阶\n改用',
      '不作假设：台阶 原文未规定\n改用',
    ]);
    const idle = page.locator('[data-assumption="streak-year-end"]');
    expect(await idle.innerText()).toContain('本例不受影响');
    await step.getByRole('combobox').selectOption('off');
    expect(await outcome()).toContain('台阶：原文未规定');
    await page.waitForURL((url) => url.href.includes('a.step-when-low=off'));
    const open_ = page.locator('.open-outputs');
    expect(await open_.innerText()).toContain('G7');
    expect(await open_.innerText()).toContain('台阶仍按总分定还是取消，没有写');
    await open_.getByRole('button', { name: '不定台阶' }).click();
    expect(await outcome()).toContain('无台阶');
    await step.getByRole('button', { name: '改用“仍按总分定台阶”' }).click();
    expect(await outcome()).toContain('第三台阶');
    await page.waitForURL((url) => !url.href.includes('a.'));
  });

  test('says of two readings that they would part, with the outputs that differ', async () => {
    await open('calculators/chengzhuang-steps/#post=frontline&key=34&basic=55&innovation=10&severe-quarters-before=1');
    await page.locator('.assumptions > summary').click();
    const streak = page.locator('[data-assumption="streak-line"] .other-readings li').first();
    expect(await streak.innerText()).toContain('按“必须按同一条线连续”的读法：');
    expect(await streak.innerText()).toContain('免职 否');
  });

  test('takes an untouched form for no example, and an example without inputs for one once it is chosen', async () => {
    await open('calculators/yanshan-countdown/');
    const menu = page.getByLabel('载入示例');
    expect(await menu.inputValue()).toBe('-1');
    expect(await page.locator('.by-hand').count()).toBe(0);
    await menu.selectOption({ label: '没有填日期' });
    await page.locator('.by-hand').waitFor();
    expect(await menu.evaluate((it: HTMLSelectElement) => it.selectedOptions[0]?.text)).toBe('没有填日期');
    await page.getByRole('button', { name: '清空', exact: true }).click();
    expect(await menu.inputValue()).toBe('-1');
    expect(await page.locator('.by-hand').count()).toBe(0);
  });

  test('works by keyboard alone', async () => {
    await open('calculators/kecheng-volunteer-hours/');
    await field('hours').focus();
    await page.keyboard.type('11.9');
    for (const answer of ['good-effect', 'serious', 'civil-servant']) {
      await page.keyboard.press('Tab');
      while (
        !(await page.evaluate(
          (name) =>
            document.activeElement?.closest(`[data-input="${name}"]`) !== null &&
            document.activeElement?.matches('input'),
          answer,
        ))
      ) {
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    }
    expect(await outcome()).toContain('建议取消年底评优评先资格');
    await page.waitForURL((url) => url.href.includes('good-effect=no'));
  });

  test.each(schemeIds)('%s: every example gives in the browser what it gives on the command line', async (id) => {
    const compiled = readScheme(id);
    await open(`calculators/${id}/`);
    const menu = page.getByLabel('载入示例');
    for (const [i, example] of compiled.scheme.examples.entries()) {
      if (Object.keys(example.given).length === 0) continue;
      await menu.selectOption(String(i));
      expect(await outcome(), example.name.zh).toBe(
        headline(compiled, evaluate(compiled, example.given, example.assume), 'zh'),
      );
    }
  });
});
