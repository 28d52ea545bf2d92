import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { comparable } from '../../../src/lib/comparable.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { figuresOf, type Query, readQueries } from '../../search/relevance.ts';
import { bundle } from '../bundle.ts';
import { costsOf } from './costs.ts';
import { serveCounted } from './counting-server.ts';
import { enginePages, engines, rankAll } from './engines.ts';
import type { Cost, Figures, Relevance } from './figures.ts';
import { writeReadme } from './readme.ts';
import { reportOf } from './report.ts';
import { gramEffort, largeSite, type Make, realSite, type Site, smallSite } from './sites.ts';
import { exactnessOf, randomSubstrings } from './substrings.ts';

export type Options = {
  readonly quick?: boolean | undefined;
  readonly json?: boolean | undefined;
  /** Puts the tables into the performance section of both READMEs. */
  readonly write?: boolean | undefined;
};

const root = join(import.meta.dirname, '../../..');
const sizes = [60, 500, 2000, 5000];

/**
 * Ours beside Pagefind's default interface and MiniSearch, on the same pages with the same queries, in Chromium.
 * Needs the built site in `SITE_DIST` or `dist/`.
 */
export async function searchBench(options: Options): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-search-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const loadBefore = loadavg()[0] as number;

  const bundles = join(folder, 'bundles');
  const page = await bundle('search/minisearch-page', bundles);
  await bundle('search/ours-page', bundles);
  for (const [name, html] of Object.entries(enginePages)) writeFileSync(join(bundles, name), html);
  const make = (pages: number | 'all'): Make => ({
    dist: process.env.SITE_DIST ?? join(root, 'dist'),
    folder: join(folder, `site-${pages}`),
    bundles,
    minisearch: options.quick && pages !== 'all' ? [] : ['default', 'bigrams'],
  });

  const browser = await launchChromium();
  try {
    const real = await realSite(make('all'));
    say(`${real.pages.length} pages indexed`);
    const relevance = await relevanceOf(browser, real, options.quick ? 500 : 2000);
    say('relevance measured');
    const small = await smallSite(make(60), real, 60);
    const queries = queriesOn(small);
    const asked = {
      cold: queries.slice(0, options.quick ? 4 : 9),
      slow: queries.slice(0, options.quick ? 2 : 5),
      warm: queries.slice(1, 41),
    };
    const costs: Cost[] = [];
    let grams: Figures['grams'];
    const wanted = options.quick ? [60] : sizes;
    const figures = (): Figures => ({
      machine: {
        date: new Date().toISOString().slice(0, 10),
        browser: browser.version(),
        cores: availableParallelism(),
        loadBefore,
        loadAfter: loadavg()[0] as number,
      },
      quick: options.quick ?? false,
      asked: asked.cold,
      minisearchBytes: page.gzip,
      relevance,
      costs,
      ...(grams ? { grams } : {}),
    });
    for (const size of [...wanted, real.pages.length].sort((a, b) => a - b)) {
      const site = size === real.pages.length ? real : size === 60 ? small : await largeSite(make(size), real, size);
      costs.push(...(await costsOf(browser, site, asked)));
      if (size === Math.max(...wanted) && !options.quick)
        grams = { pages: site.pages.length, ...(await gramEffort(site)) };
      if (site !== real) rmSync(site.folder, { recursive: true });
      say(`${site.pages.length} pages measured`);
      // After each size: the larger ones take minutes, and may not come to an end on a small machine.
      if (options.write) writeReadme(root, figures());
    }
    process.stdout.write(`${options.json ? JSON.stringify(figures(), null, 2) : reportOf(figures(), 'en')}\n`);
  } finally {
    await browser.close();
  }
}

async function relevanceOf(browser: Browser, site: Site, count: number): Promise<Relevance> {
  const server = await serveCounted(site.folder);
  const queries = readQueries();
  const answered = [];
  for (const engine of engines) {
    const { ranked, exactEmpty } = await rankAll(browser, server, engine, {
      first: '考核',
      queries: queries.map(({ query }) => query),
      pages: site.pages,
    });
    const { all, failures } = figuresOf(queries, ranked, exactEmpty, { byPage: true });
    answered.push({ engine: engine.name, counts: all, failures: failures.map(lineOf) });
  }
  const substrings = randomSubstrings(site.pages, count, 6);
  const exactness = await exactnessOf(browser, server, site.pages, substrings);
  await server.close();
  return {
    pages: site.pages.length,
    queries: queries.length,
    substrings: substrings.length,
    answered,
    exactness: [...exactness],
  };
}

const lineOf = ({ query, problem, shown }: { query: Query; problem: string; shown: readonly string[] }): string =>
  `${query.query}: ${problem}; ${shown.join(', ')}`;

/** Queries that stand on some page of the smallest site, so that every engine has something to show at every size. */
function queriesOn(site: Site): string[] {
  const kinds = ['practice', 'short', 'number', 'phrase', 'title', 'alias', 'place', 'rule-phrase', 'synonym'];
  const fitting = readQueries().filter(
    ({ kind, query }) => kinds.includes(kind) && site.pages.some((page) => page.comparable.includes(comparable(query))),
  );
  const byKind = kinds.map((kind) => fitting.filter((row) => row.kind === kind));
  // One of each kind, then a second of each.
  return fitting
    .flatMap((_, round) => byKind.flatMap((rows) => rows.slice(round, round + 1)))
    .map(({ query }) => query);
}
