import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Vocabulary } from '../../../src/lib/vocabulary.ts';
import { type Page, readPages } from './corpus.ts';
import type { EngineName } from './engines.ts';
import { type Tokenizer, tokenizers } from './minisearch-options.ts';
import { synthesize } from './synthetic.ts';

const run = promisify(execFile);

/** A built site in a folder of its own, indexed for every engine. */
export type Site = {
  readonly folder: string;
  readonly pages: readonly Page[];
  /** Building the index of each engine; ours holds Pagefind's. */
  readonly built: Readonly<Partial<Record<EngineName, Effort>>>;
};

export type Effort = {
  readonly seconds: number;
  readonly megabytes?: number;
  /** Why there is no index: it did not fit into memory, or into a string. */
  readonly failed?: string;
};

const vocabularyFile = 'search-vocabulary.json';

/** Runs a program of this folder in a process of its own with enough memory. */
async function runBeside(program: string, ...args: readonly string[]): Promise<Effort> {
  const { stdout } = await run(process.execPath, [
    '--max-old-space-size=12000',
    join(import.meta.dirname, `${program}.ts`),
    ...args,
  ]);
  return JSON.parse(stdout) as Effort;
}

/** Seconds and memory of building the exact index alone. */
export const gramEffort = (site: Site): Promise<Effort> => runBeside('index-site', site.folder, 'grams');

export type Make = {
  /** The built site. */
  readonly dist: string;
  readonly folder: string;
  /** Bundles of the pages of this bench. */
  readonly bundles: string;
  readonly minisearch: readonly Tokenizer[];
};

/** The built site as it is. */
export async function realSite(make: Make): Promise<Site> {
  copy(make);
  return finish(make);
}

/** Every so manieth page of the real site, with the names of these pages only. */
export async function smallSite(make: Make, real: Site, count: number): Promise<Site> {
  copy(make);
  const every = real.pages.length / count;
  const kept = new Set(
    real.pages.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every)).map(({ path }) => path),
  );
  for (const { path } of real.pages) if (!kept.has(path)) rmSync(join(make.folder, path, 'index.html'));
  const isKept = ({ path }: { path: string }): boolean => kept.has(path.replace(/#.*$/, ''));
  changeVocabulary(make.folder, ({ entries, chapters, ...rest }) => ({
    ...rest,
    entries: entries.filter(isKept),
    chapters: chapters.filter(isKept),
  }));
  return finish(make);
}

/** The real site and synthetic pages beside it. */
export async function largeSite(make: Make, real: Site, count: number): Promise<Site> {
  copy(make);
  changeVocabulary(make.folder, (vocabulary) => {
    const added = synthesize(real.pages, vocabulary, count - real.pages.length, count);
    for (const { path, html } of added) {
      mkdirSync(join(make.folder, path), { recursive: true });
      writeFileSync(join(make.folder, path, 'index.html'), html);
    }
    return {
      ...vocabulary,
      entries: [...vocabulary.entries, ...added.flatMap(({ entries }) => entries)],
      chapters: [...vocabulary.chapters, ...added.flatMap(({ chapters }) => chapters)],
    };
  });
  return finish(make);
}

function copy({ dist, folder, bundles }: Make): void {
  const left = ['pagefind', 'en', 'api'].map((name) => join(dist, name));
  cpSync(dist, folder, { recursive: true, filter: (path) => !left.includes(path) });
  cpSync(bundles, join(folder, 'bench'), { recursive: true });
}

function changeVocabulary(folder: string, change: (vocabulary: Vocabulary) => Vocabulary): void {
  const file = join(folder, vocabularyFile);
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as Vocabulary)));
}

async function finish({ folder, minisearch }: Make): Promise<Site> {
  const built: Partial<Record<EngineName, Effort>> = {
    ours: await runBeside('index-site', folder, 'ours'),
    pagefind: await runBeside('index-site', folder, 'pagefind'),
  };
  for (const tokenizer of tokenizers.filter((name) => minisearch.includes(name))) {
    const file = join(folder, 'bench', `${tokenizer}.json`);
    built[tokenizer] = await runBeside('minisearch-build', folder, tokenizer, file).catch((error: Error) => ({
      seconds: 0,
      failed: error.message.slice(0, 2000),
    }));
  }
  return { folder, pages: readPages(folder), built };
}
