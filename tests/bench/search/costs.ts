import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { quantile } from '../measure.ts';
import { type CountingServer, serveCounted } from './counting-server.ts';
import { askCold, type Cold, type Engine, type EngineName, engines, timeAll } from './engines.ts';
import type { Cost, IndexSizes, Spread } from './figures.ts';
import type { Tokenizer } from './minisearch-options.ts';
import type { Site } from './sites.ts';

/** 1.6 Mbit/s and 150 ms to the server and back: a slow mobile line. */
const slowLine = { latency: 150, bitsPerSecond: 1_600_000 };
/** Above it the index of MiniSearch is built for its size, and not loaded. */
const mostForMiniSearch = 2000;

/** Which queries are asked. MiniSearch, whose first query loads the same whatever is asked, gets the first three. */
export type Asked = {
  /** Each in a browser that has loaded nothing. */
  readonly cold: readonly string[];
  /** The same on a slow line. */
  readonly slow: readonly string[];
  /** One after the other in one tab. */
  readonly warm: readonly string[];
};

/** What the first query and the next ones cost with each engine, and how large its index is. */
export async function costsOf(browser: Browser, site: Site, asked: Asked): Promise<Cost[]> {
  const server = await serveCounted(site.folder);
  const sizes = sizesOf(site);
  const costs: Cost[] = [];
  for (const engine of engines) {
    const effort = site.built[engine.name];
    if (!effort) continue;
    const base = {
      pages: site.pages.length,
      engine: engine.name,
      index: sizes[engine.name],
      seconds: effort.seconds,
      ...(effort.megabytes === undefined ? {} : { megabytes: effort.megabytes }),
      ...(effort.failed === undefined ? {} : { failed: effort.failed }),
    };
    const loaded =
      effort.failed === undefined && (!isMiniSearch(engine.name) || site.pages.length <= mostForMiniSearch);
    costs.push(loaded ? { ...base, ...(await measured(browser, server, engine, asked)) } : base);
  }
  await server.close();
  return costs;
}

const isMiniSearch = (name: EngineName): name is Tokenizer => name === 'default' || name === 'bigrams';

async function measured(
  browser: Browser,
  server: CountingServer,
  engine: Engine,
  asked: Asked,
): Promise<Partial<Cost>> {
  const isReal = !isMiniSearch(engine.name);
  const cold: Cold[] = [];
  // A query for which an engine shows nothing says nothing of its speed.
  for (const query of asked.cold.slice(0, isReal ? undefined : 3)) {
    const run = await askCold(browser, server, engine, query);
    if (run) cold.push(run);
  }
  const slow: Cold[] = [];
  for (const query of isReal ? asked.slow : []) {
    const run = await askCold(browser, server, engine, query, slowLine);
    if (run) slow.push(run);
  }
  const warm = await timeAll(browser, server, engine, { first: '考核', queries: asked.warm });
  const median = (of: (run: Cold) => number): number => quantile(cold.map(of), 0.5);
  return {
    cold: spreadOf(cold.map(({ milliseconds }) => milliseconds)),
    ...(slow.length > 0 ? { slow: spreadOf(slow.map(({ milliseconds }) => milliseconds)) } : {}),
    warm: spreadOf(warm),
    bytes: spreadOf(cold.map(({ bytes }) => bytes)),
    frameBytes: median(({ frameBytes }) => frameBytes),
    requests: median(({ requests }) => requests),
    largest: largestOf(cold.map(({ sent }) => sent)),
  };
}

/** What kinds of files the bytes of a first query go to, on average, the largest first. */
function largestOf(runs: readonly (readonly { path: string; bytes: number }[])[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { path, bytes } of runs.flat()) {
    const kind = kindOfFile(path);
    sums.set(kind, (sums.get(kind) ?? 0) + bytes / runs.length);
  }
  return Object.fromEntries([...sums].sort(([, a], [, b]) => b - a).map(([kind, bytes]) => [kind, Math.round(bytes)]));
}

function kindOfFile(path: string): string {
  if (path.endsWith('.html')) return 'page';
  const [, folder, name = '', deep] = path.split('/');
  if (folder === '_astro') return `_astro/*${/\.\w+$/.exec(path)?.[0] ?? ''}`;
  if (folder === 'bench' && name === 'pagefind') return `bench/pagefind/${(deep ?? '').replace(/_[0-9a-f]+/, '')}`;
  if (folder !== 'pagefind') return path;
  return deep === undefined
    ? `pagefind/${name.replace(/_[0-9a-f]+/, '')}`
    : `pagefind/${name.replace(/-[0-9a-f]{6,}$/, '')}/`;
}

/** Bytes of what each engine loads from to find pages; their texts, and its program, are left out. */
function sizesOf({ folder, built }: Site): IndexSizes {
  const json = (name: Tokenizer): number =>
    built[name] && built[name].failed === undefined ? packedSize(join(folder, 'bench', `${name}.json`)) : 0;
  return {
    ours:
      weigh(join(folder, 'pagefind'), /^(?!fragment|index|.*\.(?:js|css)$|wasm)/) +
      packedSize(join(folder, 'search-vocabulary.json')),
    pagefind: weigh(join(folder, 'bench/pagefind'), /^(?:index|filter|pagefind-entry)|\.pf_meta$/),
    default: json('default'),
    bigrams: json('bigrams'),
  };
}

/** Bytes of the files of a folder whose name matches. */
const weigh = (folder: string, which: RegExp): number =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => which.test(name))
    .map((name) => statSync(join(folder, name)))
    .reduce((bytes, file) => bytes + (file.isFile() ? file.size : 0), 0);

const packedSize = (file: string): number => gzipSync(readFileSync(file)).length;

function spreadOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), lower: quantile(values, 0.25), upper: quantile(values, 0.75) };
}
