import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparable } from '../../src/lib/comparable.ts';
import { crossingSubstrings, randomSubstrings, seeded } from '../search/samples.ts';
import { launchChromium } from './chromium.ts';
import { namesInContent } from './content-names.ts';
import { exactPages, firstHits, type IndexedText, indexedTexts, openSearchModule } from './search-module.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

let site: ServedSite;
let browser: Browser;
let page: Page;
let texts: IndexedText[];
const problems: string[] = [];

/** Thousands of searches; only a stuck one should fail for its time; milliseconds. */
const patience = 240_000;

beforeAll(async () => {
  site = await serveSite(process.env.SITE_DIST ?? 'dist');
  browser = await launchChromium();
  page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${site.url}search/`);
  await openSearchModule(page);
  texts = await indexedTexts(page);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('the index', () => {
  test('holds the text that a reader sees, page by page', async () => {
    expect(texts.length).toBeGreaterThan(20);
    const shown = await page.evaluate(
      async (paths) => {
        const left =
          'head, style, script, noscript, label, form, svg, footer, nav, iframe, template, [data-pagefind-ignore]';
        return Promise.all(
          paths.map(async (path) => {
            const html = new DOMParser().parseFromString(await (await fetch(`/${path}`)).text(), 'text/html');
            const body = html.querySelector('[data-pagefind-body]');
            for (const part of body?.querySelectorAll(left) ?? []) part.remove();
            return body?.textContent ?? '';
          }),
        );
      },
      texts.map(({ path }) => path),
    );
    const differing = texts.filter(({ text }, index) => text !== comparable(shown[index] ?? ''));
    expect(differing.map(({ path }) => path)).toEqual([]);
  });
});

describe('recall and precision: exactly the pages that hold', () => {
  test.each([
    ['a random substring', 2000, randomSubstrings],
    ['a substring across words and punctuation or digits', 200, crossingSubstrings],
  ])(
    '%s',
    async (_, count, sample) => {
      const pageTexts = texts.map(({ text }) => text);
      const samples = sample(pageTexts, count, seeded(6)).filter((text) => comparable(text) !== '');
      expect(samples.length).toBeGreaterThan(0.99 * count);
      const found = await exactPages(page, samples);
      const wrong = samples.flatMap((text, index) => {
        const needle = comparable(text);
        const wanted = texts.filter((row) => row.text.includes(needle)).map(({ path }) => path);
        const exact = found[index] ?? [];
        return [...exact].sort().join() === wanted.sort().join() ? [] : [{ text, exact, wanted }];
      });
      expect(wrong).toEqual([]);
    },
    patience,
  );
});

describe('names', () => {
  test(
    'every title, alias, practice, term, place, id, rule name and full rule id finds its own page first',
    async () => {
      const names = namesInContent();
      expect(names.length).toBeGreaterThan(1000);
      const first = await firstHits(
        page,
        names.map(({ name }) => name),
      );
      const wrong = names.flatMap(({ name, paths }, index) =>
        paths.includes(first[index] ?? '') ? [] : [{ name, first: first[index], paths }],
      );
      expect(wrong).toEqual([]);
    },
    patience,
  );
});

test('nothing went wrong in the console', () => {
  expect(problems).toEqual([]);
});
