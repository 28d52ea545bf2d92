import decodeQr from 'qr/decode.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { formatState, type State, stateOfExample, withInput } from '../../src/calculator/state.ts';
import type { CompiledScheme } from '../../src/scoring/compile.ts';
import { readScheme } from '../unit/read-scheme.ts';
import { openCalculator, outcome, page, showWhatIf, site, useSite } from './use-site.ts';

/** 288 dots an inch: less than any printer has. */
useSite({ bypassCSP: true, deviceScaleFactor: 3 });
beforeEach(() =>
  page.addInitScript(() => {
    window.print = () => {};
  }),
);

const address = (compiled: CompiledScheme, state: State): string =>
  `${site.url}calculators/${compiled.scheme.id}/${formatState(compiled, state)}`;

/** The text of the code that stands on the printed page, read from its pixels. */
async function scanned(): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const picture = await page.locator('.page-sheet .qr').screenshot();
  await page.emulateMedia({ media: null });
  const { width, height, pixels } = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height);
    const drawing = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    drawing.drawImage(bitmap, 0, 0);
    let pixels = '';
    for (const part of drawing.getImageData(0, 0, width, height).data) pixels += String.fromCharCode(part);
    return { width, height, pixels: btoa(pixels) };
  }, picture.toString('base64'));
  return decodeQr({ width, height, data: new Uint8Array(Buffer.from(pixels, 'base64')) }, { timeLimit: 30_000 });
}

async function printPage(compiled: CompiledScheme, state: State): Promise<void> {
  await openCalculator(address(compiled, state).slice(site.url.length));
  await page.locator('[data-panel="take-away"] > summary').click();
  await page.getByRole('button', { name: '打印一页' }).click();
  await page.locator('.page-sheet').waitFor({ state: 'attached' });
}

/** The examples with the shortest and the longest address among those that are not empty. */
function shortestAndLongest(compiled: CompiledScheme): [State, State] {
  const states = compiled.scheme.examples
    .map(stateOfExample)
    .filter(({ given }) => Object.keys(given).length > 0)
    .sort((a, b) => formatState(compiled, a).length - formatState(compiled, b).length);
  return [states[0] as State, states.at(-1) as State];
}

describe('the code on the printed page', () => {
  test.each([
    'chengzhuang-steps',
    'huangshan-indices',
    'shizuishan-stars',
    'taiqian-theme-day',
    'haicang-absence',
    'wangcheng-admission',
  ])('%s: is read from paper as the link, which opens the same result', async (id) => {
    const compiled = readScheme(id);
    for (const state of shortestAndLongest(compiled)) {
      await printPage(compiled, state);
      const printed = await outcome();
      const read = await scanned();
      expect(read).toBe(address(compiled, state));
      await openCalculator(read.slice(site.url.length));
      expect(await outcome()).toBe(printed);
    }
  });

  test('of the longest link that is given as a code is read too; a longer one gives the result string', async () => {
    const compiled = readScheme('haicang-absence');
    const months = (count: number): State =>
      withInput({ given: {}, readings: {} }, 'months', Array(count).fill('attended').join(', '));
    let count = 1;
    while (address(compiled, months(count + 1)).length <= 580) count += 1;
    await printPage(compiled, months(count));
    expect(await scanned()).toBe(address(compiled, months(count)));
    await printPage(compiled, months(count + 1));
    expect(await scanned()).toMatch(/^haicang-absence@\S+~[a-z0-9]{6}$/);
  });
});

describe('what the browser prints of the page', () => {
  /** The text area of an A4 page, in CSS pixels. */
  const width = Math.floor(((210 - 36) * 96) / 25.4);
  const cut = (): Promise<string[]> =>
    page
      .locator('.calculator *:visible')
      .evaluateAll(
        (all, edge) =>
          all
            .filter((it) => it.getBoundingClientRect().right > edge + 1 && !it.closest('.visually-hidden'))
            .map((it) => it.outerHTML.slice(0, 120)),
        width,
      );
  async function onPaper(panel?: string): Promise<void> {
    await page.setViewportSize({ width, height: 960 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.calculator').isVisible()).toBe(true);
    expect(await page.locator('.calculator :is(.button, input[type="range"]):visible').count()).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    expect(await cut()).toEqual([]);
    if (panel) expect(await page.locator(`[data-panel="${panel}"]`).isVisible()).toBe(true);
  }

  test('a filled form with its result, in ink, nothing cut', async () => {
    await openCalculator('calculators/chengzhuang-steps/#post=frontline&key=39.5&basic=55&innovation=10');
    await showWhatIf();
    await onPaper();
    for (const part of ['.calculator-form', '.outcome', '.sentences', '.ruler', '.what-if'])
      expect([part, await page.locator(part).first().isVisible()]).toEqual([part, true]);
    expect(await page.locator('.panel:visible').count()).toBe(0);
  });

  test('a curve with what it shows of what, and where it changes', async () => {
    await openCalculator('calculators/taiqian-theme-day/#date=2016-07-12&special=yes');
    await page.locator('[data-panel="sweep"] > summary').click();
    await page.locator('.sweep-changes li').first().waitFor();
    expect(await page.locator('.sweep-title').isVisible()).toBe(false);
    await onPaper('sweep');
    expect(await page.locator('.sweep-title').innerText()).toMatch(/^日期情况随开展日期变化的图/);
    expect(await page.locator('.sweep-cursor').isVisible()).toBe(false);
  });

  test.each([
    'chengzhuang-steps',
    'huangshan-indices',
    'suihua-exit',
  ])('%s: the whole table instead of the form of one subject', async (id) => {
    await openCalculator(`calculators/${id}/`);
    await page.locator('[data-panel="cohort"] > summary').click();
    await page.getByLabel('载入例表').selectOption({ index: 1 });
    await page.locator('.cohort[data-settled]').waitFor();
    const rows = await page.locator('.cohort-outcome tr[data-row]').count();
    await onPaper('cohort');
    expect(await page.locator('.cohort-outcome tr[data-row]:visible').count()).toBe(rows);
    expect(await page.locator(':is(.calculator-form, .calculator-result, .cohort-data):visible').count()).toBe(0);
  });
});
