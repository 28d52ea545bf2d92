import { beforeEach, describe, expect, test } from 'vitest';
import { fieldOf, NONE, OPEN } from '../../src/calculator/classroom/prediction.ts';
import { taskOf, tasksIn } from '../../src/calculator/classroom/worksheet.ts';
import { formatState, stateOfExample } from '../../src/calculator/state.ts';
import { type Computed, evaluate, type Result } from '../../src/scoring/evaluate.ts';
import { toJson } from '../../src/scoring/report.ts';
import { readScheme } from '../unit/read-scheme.ts';
import { openCalculator, page, site, useSite, violations } from './use-site.ts';

useSite({ bypassCSP: true });
beforeEach(() =>
  page.addInitScript(() => {
    window.print = () => {};
  }),
);

const address = (scheme: string, fragment = ''): string => `${site.url}calculators/${scheme}/${fragment}`;
const open = (scheme: string, fragment = ''): Promise<void> => openCalculator(`calculators/${scheme}/${fragment}`);
async function openPanel(scheme: string, fragment = ''): Promise<void> {
  await open(scheme, fragment);
  await page.locator('[data-panel="classroom"] > summary').click();
  await page.locator('.classroom').waitFor();
}
const reveal = () => page.getByRole('button', { name: '揭晓', exact: true });
const predict = (output: string) => page.locator(`[data-predict="${output}"]`);
const judged = (output: string) => page.locator(`[data-judged="${output}"]`);
const steps = '#post=frontline&key=39.5&basic=55&innovation=10';

describe('a class', () => {
  test('begins with a link that the trainer puts together and learners open', async () => {
    await openPanel('chengzhuang-steps', steps);
    await page.getByLabel('固定：书记所在岗位').check();
    await page.getByLabel('固定：重点项得分').check();
    await page.getByLabel('隐藏：创新项得分').check();
    await page.getByLabel('固定：排名末尾').check();
    expect(await page.locator('.classroom > .field-error').count()).toBe(0);
    await page.getByRole('group', { name: '先预测哪些结果' }).getByLabel('台阶', { exact: true }).check();
    await page.getByRole('group', { name: '先预测哪些结果' }).getByLabel('台阶考核系数').check();
    await page.getByRole('group', { name: '假设' }).getByLabel('固定').check();
    const link = await page.locator('.classroom-link').getByRole('textbox').inputValue();
    const preset = 'p.lock=post,key,last-ranked&p.hide=innovation&p.ask=step,coefficient&p.readings=lock';
    expect(link).toBe(address('chengzhuang-steps', `${steps}&${preset}`));

    await page.goto('about:blank');
    await page.goto(link);
    await page.locator('.predict').waitFor();
    await page.locator('.lesson-bar').waitFor();
    expect(await page.locator('.lesson-bar').innerText()).toContain(
      '已固定，不能改：书记所在岗位、重点项得分、排名末尾',
    );
    expect(await page.locator('.lesson-bar').innerText()).toContain('另有 1 项不显示');
    expect(await page.locator('[data-input="key"] input').first().isDisabled()).toBe(true);
    expect(await page.locator('[data-input="basic"] input').first().isDisabled()).toBe(false);
    expect(await page.locator('[data-input="innovation"]').count()).toBe(0);
    expect(await page.locator('.outcome, .sentences, .ruler').count()).toBe(0);
    expect(await page.locator('.panel:visible').count()).toBe(0);
    expect(page.url()).toBe(link);
  });

  test('predicts first; what is missing is told; then each prediction stands beside the result, with why', async () => {
    await open('chengzhuang-steps', `${steps}&p.lock=key&p.hide=innovation&p.ask=total,step,coefficient`);
    await reveal().click();
    await page.getByText('还没有预测：总分、台阶、台阶考核系数。').waitFor();
    expect(
      await predict('total')
        .locator('input')
        .first()
        .evaluate((it) => it === document.activeElement),
    ).toBe(true);
    await page.keyboard.type('many');
    await predict('step').getByLabel('第二台阶').check();
    await predict('coefficient').getByRole('textbox').fill('０.7');
    await reveal().click();
    await predict('total').getByText('看不懂这个预测').waitFor();
    await predict('total').getByRole('textbox').fill('104.5');
    expect(await page.locator('.outcome').count()).toBe(0);
    await page.keyboard.press('Enter');

    await judged('step').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('揭晓');
    expect(await page.locator('.predict output').first().textContent()).toMatch(
      /^总分 104\.5；.*预测了 3 项，对了 2 项。$/,
    );
    expect((await judged('total').innerText()).split(/\s+/)).toEqual(expect.arrayContaining(['✓', '对', '104.5']));
    expect((await judged('step').innerText()).split(/\s+/)).toEqual(
      expect.arrayContaining(['✗', '不对', '第二台阶', '第三台阶']),
    );
    expect(await judged('coefficient').innerText()).toContain('重点项得分 39.5 低于 40，台阶考核系数为0.7');
    expect(await judged('coefficient').getByRole('link', { name: 'R22' }).count()).toBe(1);
    expect(await page.locator('.outcome').first().innerText()).toContain('总分 104.5');

    await page.locator('[data-input="basic"] input').first().fill('50');
    await page.getByText('输入已经改动').waitFor();
    expect(page.url()).toContain('basic=50');
    expect(page.url()).toContain('p.ask=total,step,coefficient');
    await page.getByRole('button', { name: '再预测一次' }).click();
    expect(await page.locator('.outcome').count()).toBe(0);
    expect(await predict('total').getByRole('textbox').inputValue()).toBe('');
    await page.getByRole('button', { name: '从头再来' }).click();
    expect(await page.locator('[data-input="basic"] input').first().inputValue()).toBe('55');
  });

  test('ignores what it does not know, and says so; ends with everything as it was', async () => {
    await open('chengzhuang-steps', `${steps}&p.lock=key,nix&p.foo=1&p.ask=nothing`);
    await page.getByText('链接里有这里不认识的名称，已略去：p.foo、nix、nothing。').waitFor();
    expect(await page.locator('.predict').count()).toBe(0);
    await page.getByRole('button', { name: '退出课堂模式' }).click();
    await page.waitForURL(address('chengzhuang-steps', steps));
    expect(await page.locator('.lesson-bar').count()).toBe(0);
    expect(await page.locator('[data-input="key"] input').first().isDisabled()).toBe(false);
    expect(await page.locator('[data-panel="classroom"]').isVisible()).toBe(true);
  });

  test('fills the screen in large type, with the browser’s own full screen or without', async () => {
    await openPanel('chengzhuang-steps', steps);
    const size = () => page.locator('.calculator').evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize));
    const before = await size();
    await page.getByRole('button', { name: '全屏开始' }).click();
    await page.getByRole('button', { name: '退出全屏' }).waitFor();
    expect(await size()).toBeGreaterThan(before * 1.3);
    expect(await page.evaluate(() => document.fullscreenElement?.className)).toBe('calculator');
    await page.getByRole('button', { name: '退出课堂模式' }).click();
    await page.waitForFunction(() => document.fullscreenElement === null);
    expect(await size()).toBe(before);

    await page.evaluate(() => Object.assign(Element.prototype, { requestFullscreen: undefined }));
    await page.getByRole('button', { name: '全屏开始' }).click();
    await page.getByRole('button', { name: '退出全屏' }).waitFor();
    const box = await page.locator('.calculator').boundingBox();
    expect(box).toEqual({ x: 0, y: 0, width: 1280, height: 900 });
    expect(await page.locator('.site-header').evaluate((it) => it.closest('[inert]') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '全屏', exact: true }).waitFor();
    expect(await page.locator('[inert]').count()).toBe(0);
  });

  /** Types what the engine gives, so that every prediction is right. */
  async function predictRightly(id: string, output: string, result: Computed & Result): Promise<void> {
    const compiled = readScheme(id);
    const field = fieldOf(compiled, output, 'zh');
    const box = predict(output);
    const value = result.outputs.get(output);
    const isOpen = result.kind === 'undefined' && result.open.some((it) => it.output === output);
    const json = value === undefined ? undefined : toJson(value, compiled.scheme.steps[output]?.unit);
    const isNone = json === undefined || (Array.isArray(json) && json.length === 0);
    const typed = isOpen ? OPEN : isNone ? NONE : json === true ? 'yes' : json === false ? 'no' : String(json);
    const names: Record<string, string> = {
      [OPEN]: '原文未规定',
      [NONE]: field.kind === 'list' || field.kind === 'several' ? '一个也没有' : '没有这一项',
    };
    const label = (option: string): string =>
      names[option] ?? ('options' in field ? (field.options.find((it) => it.id === option)?.label ?? '') : '');
    const isOther = typed === OPEN || typed === NONE;
    if (!isOther && !('options' in field)) return box.locator('input').first().fill(typed);
    if (!isOther && field.kind === 'several') {
      for (const option of typed.split(',')) await box.getByLabel(label(option), { exact: true }).check();
    } else if ((await box.locator('select').count()) > 0) {
      await box.locator('select').selectOption(typed);
    } else {
      await box.getByLabel(label(typed), { exact: true }).check();
    }
  }

  test.each([
    'chengzhuang-steps',
    'linjiang-coverage',
    'suihua-exit',
    'yanshan-countdown',
    'tongzhou-tolerance',
  ])('%s: every output can be predicted, and a right prediction is called right', async (id) => {
    const compiled = readScheme(id);
    const computed = compiled.scheme.examples.filter(({ kind }) => kind !== 'incomplete');
    const examples = [computed[0], computed.find(({ kind }) => kind === 'undefined')].filter((it) => it !== undefined);
    for (const example of examples) {
      const result = evaluate(compiled, example.given, example.assume);
      if (!('memory' in result)) throw new Error(result.kind);
      const lacking = result.missing.length > 0;
      const asked = compiled.scheme.outputs.filter(
        (output) => !lacking || result.outputs.has(output) || Object.hasOwn(example.open, output),
      );
      await open(id, `${formatState(compiled, stateOfExample(example))}&p.ask=${asked.join()}`);
      await page.locator('.predict').waitFor();
      for (const output of asked) await predictRightly(id, output, result);
      await reveal().click();
      await judged(asked[0] ?? '').waitFor();
      for (const output of asked)
        expect([output, await judged(output).getAttribute('data-verdict')]).toEqual([output, 'right']);
    }
  });

  test('a worksheet is printed with and without answers', async () => {
    const id = 'zhuji-negative-vote';
    const compiled = readScheme(id);
    await openPanel(id);
    const chosen = tasksIn(compiled).slice(0, 3);
    for (const example of chosen) await page.getByLabel(example.name.zh, { exact: true }).check();
    await page.getByText('已选 3 题').waitFor();
    const printed = async (button: string): Promise<string> => {
      await page.getByRole('button', { name: button }).click();
      const text = await page.locator('.work-sheet').evaluate((sheet) => sheet.textContent);
      await page.pdf({ preferCSSPageSize: true });
      expect(await page.locator('.print-sheet').count()).toBe(0);
      return text;
    };
    const [tasks, answers] = [await printed('打印练习'), await printed('打印答案')];
    for (const example of chosen) {
      const task = taskOf(compiled, example, 'zh');
      for (const fact of task.given) {
        expect(tasks).toContain(`${fact.label} ${fact.value}`);
        expect(answers).toContain(`${fact.label} ${fact.value}`);
      }
      for (const output of task.find) expect(tasks).toContain(output);
      for (const told of [task.name, task.answer, task.byHand, task.cites.join('、')]) {
        expect(answers).toContain(told);
        expect(tasks).not.toContain(told);
      }
    }
  });

  test.each([
    'light',
    'dark',
  ] as const)('has no accessibility violation (%s) in any state, and fits 360 px', async (theme) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const fits = async (): Promise<void> => {
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    await openPanel('chengzhuang-steps', steps);
    await page.getByLabel('隐藏：创新项得分').check();
    expect(await violations('.classroom')).toEqual([]);
    await fits();
    await open('chengzhuang-steps', `${steps}&p.lock=post,key&p.hide=innovation&p.ask=total,step&p.big=1&p.foo=1`);
    await page.locator('.lesson-bar').waitFor();
    await reveal().click();
    expect(await violations('.calculator')).toEqual([]);
    await fits();
    await predict('total').getByRole('textbox').fill('104.5');
    await predict('step').getByLabel('原文未规定').check();
    await reveal().click();
    await judged('step').waitFor();
    expect(await violations('.predict')).toEqual([]);
    await fits();
  });
});
