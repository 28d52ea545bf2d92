import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askPage, type Shown } from '../search/ask-page.ts';
import { type Figures, figuresOf, queryKinds, readQueries, relevanceReport } from '../search/relevance.ts';
import { launchChromium } from './chromium.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

const queries = readQueries();
let site: ServedSite;
let browser: Browser;
let answers: Shown[];
let figures: Figures;

/** All queries through the search page itself, one after the other. */
beforeAll(async () => {
  site = await serveSite(process.env.SITE_DIST ?? 'dist');
  browser = await launchChromium();
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(`${site.url}search/`);
  answers = await askPage(
    page,
    queries.map(({ query }) => query),
  );
  figures = figuresOf(
    queries,
    answers.map(({ ranked }) => ranked),
    answers.map(({ exactEmpty }) => exactEmpty),
  );
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test('there are queries of every kind', () => {
  expect(queries.length).toBeGreaterThanOrEqual(170);
  const few = queryKinds.filter((kind) => queries.filter((query) => query.kind === kind).length < 8);
  expect(few).toEqual([]);
});

test('the right page is first for 95 %, in the first three for 99 %, and never nothing', () => {
  const { answerable, first, firstThree, wronglyNothing } = figures.all;
  const report = relevanceReport(figures);
  expect(first / answerable, report).toBeGreaterThanOrEqual(0.95);
  expect(firstThree / answerable, report).toBeGreaterThanOrEqual(0.99);
  expect(wronglyNothing, report).toBe(0);
});

test('what the site does not have is said not to be there', () => {
  const wrong = queries.flatMap(({ query, kind }, index) => {
    const answer = answers[index];
    return kind !== 'absent' || (answer?.exactEmpty && answer.status.includes('没有')) ? [] : [{ query, answer }];
  });
  expect(wrong).toEqual([]);
});
