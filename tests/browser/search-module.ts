import type { Page } from 'playwright-core';
import type { Search } from '../../src/search/engine.ts';
import type { inOrder } from '../../src/search/order.ts';

type WithSearch = { search: Search; inOrder: typeof inOrder };

/** Loads the search module inside the page, which must be a page of the served site. */
export async function openSearchModule(page: Page): Promise<void> {
  // As text: the test runner would rewrite the import.
  await page.evaluate(`(async () => {
    const { loadSearch } = await import('/__source/search/load.ts');
    globalThis.inOrder = (await import('/__source/search/order.ts')).inOrder;
    globalThis.search = await loadSearch({ base: '/', language: document.documentElement.lang, fetch: (...request) => fetch(...request) });
  })()`);
}

/** Where the first hit leads, for each query, in the order of the search page; undefined where there is none. */
export async function firstHits(page: Page, queries: readonly string[]): Promise<(string | undefined)[]> {
  return page.evaluate(async (all) => {
    const { search, inOrder } = globalThis as unknown as WithSearch;
    const paths: (string | undefined)[] = [];
    for (const query of all) {
      const [hit] = inOrder(await search.find(query)).flatMap(({ hits }) => hits);
      paths.push(hit && (await search.show(hit)).path);
    }
    return paths;
  }, queries);
}

/** Addresses of the pages in the exact tier, for each query. */
export async function exactPages(page: Page, queries: readonly string[]): Promise<string[][]> {
  return page.evaluate(async (all) => {
    const { search } = globalThis as unknown as WithSearch;
    const pages: string[][] = [];
    for (const query of all) pages.push((await search.find(query)).exact.map(({ path }) => path));
    return pages;
  }, queries);
}

export type IndexedText = { readonly path: string; readonly text: string };

/** Comparable text of every indexed page, as the browser reads it from Pagefind. */
export async function indexedTexts(page: Page): Promise<IndexedText[]> {
  return page.evaluate(async () => {
    const { search } = globalThis as unknown as WithSearch;
    return Promise.all(search.paths.map(async (path, number) => ({ path, text: await search.textOf(number) })));
  });
}
