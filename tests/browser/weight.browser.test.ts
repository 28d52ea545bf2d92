import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { browser, openCalculator, page, showWhatIf, site, useSite } from './use-site.ts';

useSite();

const dist = join(import.meta.dirname, '../../dist');
const ids = readdirSync(join(dist, 'calculators'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Scripts that the page asks for from now on, with their bytes in gzip. */
function watchScripts(): Map<string, number> {
  const scripts = new Map<string, number>();
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (!path.endsWith('.js')) return;
    scripts.set(path.replace(/^.*\//, ''), gzipSync(readFileSync(join(dist, path)), { level: 9 }).length);
  });
  return scripts;
}

const namesOf = (scripts: ReadonlyMap<string, number>): string[] =>
  [...scripts.keys()].map((name) => name.replace(/\..*$/, ''));

test.each(ids)('%s: at most 30 kB of scripts before anything is asked for', async (id) => {
  const scripts = watchScripts();
  await openCalculator(`calculators/${id}/`);
  await page.waitForLoadState('networkidle');
  expect(namesOf(scripts)).toContain('calculator');
  expect([...scripts.values()].reduce((all, bytes) => all + bytes, 0)).toBeLessThanOrEqual(30_000);
});

test('a result brings its details; what would change it comes with the place, panels when they are opened', async () => {
  const scripts = watchScripts();
  await page.setViewportSize({ width: 1280, height: 420 });
  await openCalculator('calculators/chengzhuang-steps/#post=frontline&key=39.5&basic=55&innovation=10');
  await page.locator('.trace').first().waitFor();
  await page.waitForLoadState('networkidle');
  const names = namesOf(scripts);
  expect(names).toContain('ResultDetails');
  for (const name of ['WhatIf', 'SweepPanel', 'CohortPanel', 'xlsx', 'TakeAwayPanel', 'AssumptionFields'])
    expect(names).not.toContain(name);
  await showWhatIf();
});

test('a page without a calculator loads nothing of it, nor does the search', async () => {
  const scripts = watchScripts();
  await page.goto(site.url);
  await page.locator('#search-box').fill('积分');
  await page.locator('#search-box').press('Enter');
  await page.locator('[data-search="results"] a').first().waitFor();
  expect(namesOf(scripts)).toContain('combobox');
  expect(namesOf(scripts)).not.toContain('calculator');
});

test('a calculator whose scripts do not come says so; what the server has rendered stays', async () => {
  const context = await browser.newContext();
  const reader = await context.newPage();
  await reader.route('**/_astro/calculator.*.js', (route) => route.abort());
  await reader.goto(`${site.url}calculators/chengzhuang-steps/`);
  await reader.locator('.calculator-failure').waitFor();
  expect(await reader.locator('.calculator-failure').innerText()).toContain('计算器没有载入');
  expect(await reader.locator('.field').first().isVisible()).toBe(true);
  await context.close();
});
