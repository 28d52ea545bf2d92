import type { Browser, Page as Tab } from 'playwright-core';
import { askPage } from '../../search/ask-page.ts';
import type { Page } from './corpus.ts';
import type { CountingServer, Sent } from './counting-server.ts';
import type { Tokenizer } from './minisearch-options.ts';

export type EngineName = 'ours' | 'pagefind' | Tokenizer;

/** The page of an engine, as a reader opens it. */
export type Engine = {
  readonly name: EngineName;
  /** Its address; `?q=` is put behind it. */
  readonly path: string;
  /** What stands there once there are results. */
  readonly result: string;
};

export const engines: readonly Engine[] = [
  { name: 'ours', path: 'search/', result: '[data-hit]' },
  { name: 'pagefind', path: 'bench/pagefind.html', result: '.pagefind-ui__result-link' },
  { name: 'default', path: 'bench/default.html', result: 'li a' },
  { name: 'bigrams', path: 'bench/bigrams.html', result: 'li a' },
];

const page = (body: string): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>搜索</title></head><body>${body}</body></html>`;

/** The pages that the other engines need; ours has its own. */
export const enginePages: Readonly<Record<string, string>> = {
  'blank.html': page(''),
  // Its usual wait for the next key would add 300 ms.
  'pagefind.html':
    page(`<link rel="stylesheet" href="/bench/pagefind/pagefind-ui.css"><script src="/bench/pagefind/pagefind-ui.js"></script>
<div id="search"></div><script>
const ui = new PagefindUI({ element: '#search', bundlePath: '/bench/pagefind/', debounceTimeoutMs: 0 });
ui.triggerSearch(new URLSearchParams(location.search).get('q'));
</script>`),
  ...Object.fromEntries(
    (['default', 'bigrams'] as const).map((name) => [
      `${name}.html`,
      page(
        `<script type="module">import { start } from '/bench/search/minisearch-page.mjs'; start('/bench/${name}.json', '${name}', window);</script>`,
      ),
    ]),
  ),
};

export type Line = { readonly latency: number; readonly bitsPerSecond: number };

export type Cold = {
  /** From the start of the navigation to the first result in the page. */
  readonly milliseconds: number;
  /** What was sent until the page was at rest, without its frame. */
  readonly bytes: number;
  readonly requests: number;
  /** The document and the style sheets and scripts that every page of the site has. */
  readonly frameBytes: number;
  readonly sent: readonly Sent[];
};

const frame = /\.html$|^\/theme\.js$|^\/favicon|^\/_astro\/(?:Page|SearchBox)\./;

/** What does not stand there after so long does not come; milliseconds, and more on the slow line. */
const patience = { fast: 5_000, slow: 30_000 };

/** A query in a browser that has loaded nothing yet but an empty page of the same host; `null` where nothing is shown. */
export async function askCold(
  browser: Browser,
  server: CountingServer,
  { path, result }: Engine,
  query: string,
  line?: Line,
): Promise<Cold | null> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const tab = await context.newPage();
  tab.setDefaultTimeout(60_000);
  await tab.goto(`${server.url}bench/blank.html`);
  await tab.addInitScript((selector) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      Object.assign(window, { firstResult: performance.now() });
    }).observe(document, { subtree: true, childList: true });
  }, result);
  if (line) {
    const session = await context.newCDPSession(tab);
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency,
      downloadThroughput: line.bitsPerSecond / 8,
      uploadThroughput: line.bitsPerSecond / 8,
    });
  }
  await server.idle(50);
  server.take();
  await tab.goto(`${server.url}${path}?q=${encodeURIComponent(query)}`, { waitUntil: 'commit' });
  const first = await tab
    .waitForFunction(() => (window as { firstResult?: number }).firstResult, undefined, {
      timeout: line ? patience.slow : patience.fast,
    })
    .catch(() => null);
  const milliseconds = ((await first?.jsonValue()) as number | undefined) ?? null;
  if (!line) await server.idle(250);
  const sent = server.take();
  await context.close();
  if (milliseconds === null) return null;
  const own = sent.filter((file) => !frame.test(file.path));
  const sum = (files: readonly Sent[]): number => files.reduce((total, { bytes }) => total + bytes, 0);
  return { milliseconds, bytes: sum(own), requests: sent.length, frameBytes: sum(sent) - sum(own), sent };
}

export type Answers = {
  /** For each query the addresses that are shown, best first. */
  readonly ranked: readonly (readonly string[])[];
  /** For each query whether no page is shown as holding it. */
  readonly exactEmpty: readonly boolean[];
};

type TimedAnswers = Answers & { readonly milliseconds: readonly number[] };

/** A tab with an engine that has answered its first query. */
async function openTab(browser: Browser, server: CountingServer, engine: Engine, first: string): Promise<Tab> {
  const tab = await browser.newPage({ locale: 'zh-CN' });
  tab.setDefaultTimeout(60_000);
  await tab.goto(`${server.url}${engine.path}?q=${encodeURIComponent(first)}`);
  await tab.locator(engine.result).first().waitFor();
  return tab;
}

/** What is shown for each of the queries, asked one after the other in one tab; `first` has an answer. */
export async function rankAll(
  browser: Browser,
  server: CountingServer,
  engine: Engine,
  { first, queries, pages }: { first: string; queries: readonly string[]; pages: readonly Page[] },
): Promise<Answers> {
  const tab = await openTab(browser, server, engine, first);
  const answers = await (engine.name === 'ours'
    ? rankOurs(tab, queries)
    : engine.name === 'pagefind'
      ? askPagefind(tab, queries, pages)
      : askMiniSearch(tab, queries));
  await tab.close();
  return answers;
}

/** Milliseconds to the results of each query, everything loaded that does not depend on the query. */
export async function timeAll(
  browser: Browser,
  server: CountingServer,
  engine: Engine,
  { first, queries }: { first: string; queries: readonly string[] },
): Promise<readonly number[]> {
  const tab = await openTab(browser, server, engine, first);
  const times = await (engine.name === 'ours'
    ? timeOurs(tab, queries)
    : (engine.name === 'pagefind' ? askPagefind(tab, queries, []) : askMiniSearch(tab, queries)).then(
        ({ milliseconds }) => milliseconds,
      ));
  await tab.close();
  return times;
}

/** The search page as it is, read by its own reader. */
async function rankOurs(tab: Tab, queries: readonly string[]): Promise<Answers> {
  const shown = await askPage(tab, queries);
  return { ranked: shown.map(({ ranked }) => ranked), exactEmpty: shown.map(({ exactEmpty }) => exactEmpty) };
}

/** The search page as it is: typed, submitted, and done when it says so. */
function timeOurs(tab: Tab, queries: readonly string[]): Promise<number[]> {
  return tab.evaluate(async (all) => {
    const root = document.querySelector<HTMLElement>('[data-search-page]') as HTMLElement;
    const input = root.querySelector<HTMLInputElement>('[data-search="input"]') as HTMLInputElement;
    const form = root.querySelector<HTMLFormElement>('[data-search="form"]') as HTMLFormElement;
    const took: number[] = [];
    for (const query of all) {
      delete root.dataset.state;
      await new Promise((resolve) => setTimeout(resolve, 5));
      const end = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (root.dataset.state === undefined) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(root, { attributeFilter: ['data-state'] });
      });
      const started = performance.now();
      input.value = query;
      form.requestSubmit();
      await end;
      took.push(performance.now() - started);
    }
    return took;
  }, queries);
}

type Pagefind = { search: (query: string) => Promise<{ results: { id: string; data: () => Promise<unknown> }[] }> };

/** What its default interface asks of it: the search, and the texts of the first five. */
async function askPagefind(tab: Tab, queries: readonly string[], pages: readonly Page[]): Promise<TimedAnswers> {
  const rows = await tab.evaluate(async (all) => {
    const pagefind = (await import(new URL('/bench/pagefind/pagefind.js', location.href).href)) as Pagefind;
    const found: { ids: string[]; took: number }[] = [];
    for (const query of all) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const started = performance.now();
      const { results } = await pagefind.search(query);
      await Promise.all(results.slice(0, 5).map((result) => result.data()));
      found.push({ ids: results.map(({ id }) => id), took: performance.now() - started });
    }
    return found;
  }, queries);
  const paths = new Map(pages.map(({ id, path }) => [id, path]));
  return {
    ranked: rows.map(({ ids }) => ids.map((id) => paths.get(id) ?? id)),
    exactEmpty: rows.map(({ ids }) => ids.length === 0),
    milliseconds: rows.map(({ took }) => took),
  };
}

async function askMiniSearch(tab: Tab, queries: readonly string[]): Promise<TimedAnswers> {
  const rows = await tab.evaluate((all) => {
    const { ask } = window as unknown as { ask: (query: string) => { path: string }[] };
    return all.map((query) => {
      const started = performance.now();
      const found = ask(query);
      return { paths: found.map(({ path }) => path), took: performance.now() - started };
    });
  }, queries);
  return {
    ranked: rows.map(({ paths }) => paths),
    exactEmpty: rows.map(({ paths }) => paths.length === 0),
    milliseconds: rows.map(({ took }) => took),
  };
}
