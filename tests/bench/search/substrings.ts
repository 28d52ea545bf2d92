import type { Browser, Page as Tab } from 'playwright-core';
import { comparable } from '../../../src/lib/comparable.ts';
import type { Search } from '../../../src/search/engine.ts';
import { Random } from '../random.ts';
import type { Page } from './corpus.ts';
import type { CountingServer } from './counting-server.ts';
import { type EngineName, engines } from './engines.ts';

/** Means over the substrings; precision over those for which anything was found. */
export type Exactness = { readonly recall: number; readonly precision: number; readonly nothing: number };

/** Strings of 2–8 characters from one block of the text, as a reader could copy them. */
export function randomSubstrings(pages: readonly Page[], count: number, seed: number): string[] {
  const random = new Random(seed);
  const found: string[] = [];
  while (found.length < count) {
    const { text } = random.pick(pages);
    const start = random.whole(0, text.length - 2);
    const part = text.slice(start, start + random.whole(2, 8));
    if (!part.includes('\n') && part === part.trim() && comparable(part).length > 1) found.push(part);
  }
  return found;
}

/** How each engine finds the pages that hold a string. Pagefind is asked with the string in quotation marks too. */
export async function exactnessOf(
  browser: Browser,
  server: CountingServer,
  pages: readonly Page[],
  substrings: readonly string[],
): Promise<Map<EngineName | 'pagefind-quoted', Exactness>> {
  const wanted = substrings.map((part) => {
    const needle = comparable(part);
    return new Set(pages.filter((page) => page.comparable.includes(needle)).map(({ path }) => path));
  });
  const paths = new Map(pages.map(({ id, path }) => [id, path]));
  const known = (ids: readonly string[][]): string[][] => ids.map((row) => row.map((id) => paths.get(id) ?? id));
  const judged = new Map<EngineName | 'pagefind-quoted', Exactness>();
  for (const engine of engines) {
    const tab = await browser.newPage({ locale: 'zh-CN' });
    const address = engine.name === 'default' || engine.name === 'bigrams' ? engine.path : 'bench/blank.html';
    await tab.goto(`${server.url}${address}`);
    if (engine.name === 'pagefind') {
      judged.set('pagefind', judge(known(await findPagefind(tab, substrings)), wanted));
      const quoted = substrings.map((part) => `"${part}"`);
      judged.set('pagefind-quoted', judge(known(await findPagefind(tab, quoted)), wanted));
    } else {
      judged.set(
        engine.name,
        judge(await (engine.name === 'ours' ? findOurs : findMiniSearch)(tab, substrings), wanted),
      );
    }
    await tab.close();
  }
  return judged;
}

const findOurs = (tab: Tab, substrings: readonly string[]): Promise<string[][]> =>
  tab.evaluate(async (all) => {
    const { loadSearch } = (await import(new URL('/bench/search/ours-page.mjs', location.href).href)) as {
      loadSearch: (site: object) => Promise<Search>;
    };
    const search = await loadSearch({
      base: '/',
      language: document.documentElement.lang,
      fetch: (...request: Parameters<typeof fetch>) => fetch(...request),
    });
    const found: string[][] = [];
    for (const query of all) found.push((await search.find(query)).exact.map(({ path }) => path));
    return found;
  }, substrings);

type Pagefind = { search: (query: string) => Promise<{ results: { id: string }[] }> };

const findPagefind = (tab: Tab, substrings: readonly string[]): Promise<string[][]> =>
  tab.evaluate(async (all) => {
    const pagefind = (await import(new URL('/bench/pagefind/pagefind.js', location.href).href)) as Pagefind;
    const found: string[][] = [];
    for (const query of all) found.push((await pagefind.search(query)).results.map(({ id }) => id));
    return found;
  }, substrings);

async function findMiniSearch(tab: Tab, substrings: readonly string[]): Promise<string[][]> {
  await tab.waitForFunction(() => 'ask' in window);
  return tab.evaluate((all) => {
    const { ask } = window as unknown as { ask: (query: string) => { path: string }[] };
    return all.map((query) => ask(query).map(({ path }) => path));
  }, substrings);
}

function judge(found: readonly string[][], wanted: readonly ReadonlySet<string>[]): Exactness {
  const [recalls, precisions] = [[] as number[], [] as number[]];
  for (const [at, pages] of wanted.entries()) {
    const shown = found[at] ?? [];
    const right = shown.filter((path) => pages.has(path)).length;
    recalls.push(right / pages.size);
    if (shown.length > 0) precisions.push(right / shown.length);
  }
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return {
    recall: mean(recalls),
    precision: mean(precisions),
    nothing: found.filter((pages) => pages.length === 0).length,
  };
}
