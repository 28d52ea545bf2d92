import type { Vocabulary } from '../lib/vocabulary.ts';
import { openSearch, type Search } from './engine.ts';
import { type Lexicon, openLexicon } from './lexicon.ts';
import type { PagefindInstance, PagefindModule } from './pagefind.ts';
import type { TableReader, Tables } from './tables.ts';

/** Where the site lies and which language its page has; `fetch` is handed in. */
export type Site = { readonly base: string; readonly language: string; readonly fetch: typeof fetch };

let vocabulary: Promise<Vocabulary> | undefined;

/** The site's own words; loaded once. */
export function loadVocabulary(site: Site): Promise<Vocabulary> {
  vocabulary ??= readJson(site, 'search-vocabulary.json') as Promise<Vocabulary>;
  vocabulary.catch(() => {
    vocabulary = undefined;
  });
  return vocabulary;
}

export async function loadLexicon(site: Site): Promise<Lexicon> {
  return openLexicon(await loadVocabulary(site));
}

/** Reads a table of other readings from the top of the site. */
const tableOf =
  (site: Site): TableReader =>
  (name) =>
    readJson(site, `search-${name}.json`);

/** The tables of other readings for a page without the search itself. */
export async function loadTables(site: Site, lexicon: Pick<Lexicon, 'entries'>): Promise<Tables> {
  const { openTables } = await import('./tables.ts');
  return openTables(tableOf(site), lexicon);
}

async function readJson(site: Site, name: string): Promise<unknown> {
  const response = await site.fetch(`${site.base}${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

let search: Promise<Search> | undefined;

/** Everything that a search needs; loaded once, again after a failure. */
export function loadSearch(site: Site): Promise<Search> {
  search ??= open(site);
  search.catch(() => {
    search = undefined;
  });
  return search;
}

async function open(site: Site): Promise<Search> {
  const folder = new URL(`${site.base}pagefind/`, location.href).href;
  return openSearch({
    pagefind: () => startPagefind(folder),
    read: (name) => readPacked(site.fetch, `${folder}${name}`),
    vocabulary: loadVocabulary(site),
    table: tableOf(site),
    language: site.language,
  });
}

let attempts = 0;

async function startPagefind(folder: string): Promise<PagefindInstance> {
  // Browsers remember that a module did not come; another address makes them ask again.
  const again = attempts++ === 0 ? '' : `?${attempts}`;
  const module = (await import(/* @vite-ignore */ `${folder}pagefind.js${again}`)) as PagefindModule;
  // The worker would load Pagefind's code a second time for look-ups that take a millisecond.
  const instance = module.createInstance({ noWorker: true, basePath: folder });
  await instance.init();
  return instance;
}

/** Files of the exact index are packed, so that their size does not depend on the server. */
async function readPacked(get: typeof fetch, url: string): Promise<Uint8Array> {
  const response = await get(url);
  if (!response.ok) throw new Error(`${url.replace(/^.*\/pagefind\//, 'pagefind/')}: ${response.status}`);
  const unpacked = (await response.blob()).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
