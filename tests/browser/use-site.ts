import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

/** The built site and one Chromium for the file that calls `useSite`; a context with one page, new for each test. */
export let site: ServedSite;
export let browser: Browser;
export let context: BrowserContext;
export let page: Page;

/**
 * Sets up the tests of a file. A test fails, whatever else it proves, where one of its pages throws, has something
 * refused by the content security policy, or asks for an address outside the site.
 */
export function useSite(options: BrowserContextOptions = {}): void {
  let problems: string[] = [];
  beforeAll(async () => {
    site = await serveSite(join(import.meta.dirname, '../../dist'));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  beforeEach(async () => {
    await context?.close();
    problems = [];
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    context.on('weberror', (error) => problems.push(error.error().message));
    context.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) problems.push(message.text());
    });
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(site.url) && !/^(?:data|blob|about):/.test(url)) problems.push(`asked for ${url}`);
    });
    page = await context.newPage();
  });
  afterEach(() => {
    expect(problems).toEqual([]);
  });
}

/** Opens a page with a calculator, `calculators/<id>/#<state>`, afresh even where only the fragment is another. */
export async function openCalculator(path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(site.url + path);
  await page.locator('.calculator[data-ready]').waitFor();
}

/** What would change a result is looked for when it comes into view: goes there, and waits until it is found. */
export async function showWhatIf(): Promise<void> {
  await page.locator('.trace').last().scrollIntoViewIfNeeded();
  await page.locator('.what-if[data-done]').waitFor();
}

export const outcome = (): Promise<string> => page.locator('.outcome').innerText();

/** What breaks WCAG 2.2 AA or good practice in the page or in a part of it, with the elements. */
export async function violations(part?: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    (selector) =>
      (window as unknown as { axe: typeof axe }).axe.run(selector ?? document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
    part,
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
