import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { comparable } from '../../../src/lib/comparable.ts';
import type { Fragment } from '../../../src/search/pagefind.ts';
import { readFragment } from '../../../src/search/sections.ts';

/** An indexed page, as Pagefind read it. */
export type Page = {
  /** Pagefind's id of it. */
  readonly id: string;
  /** Address below the base path. */
  readonly path: string;
  readonly title: string;
  /** Filter → values. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sections: readonly Section[];
  /** The whole text, a line for each block. */
  readonly text: string;
  /** The same in comparable form. */
  readonly comparable: string;
};

export type Section = { readonly heading: string; readonly id: string | undefined; readonly blocks: readonly string[] };

type Stored = Fragment & Pick<Page, 'filters'> & { readonly url: string };

/** Where Pagefind's own index of a site stands; what the build writes for ours may hold less. */
export const pagefindFolder = 'bench/pagefind';

/** The indexed pages of a site in the order of their addresses. */
export function readPages(site: string): Page[] {
  const folder = join(site, pagefindFolder, 'fragment');
  const pages = readdirSync(folder).map((name): Page => {
    const packed = readFileSync(join(folder, name));
    const stored = JSON.parse(
      gunzipSync(packed)
        .toString('utf8')
        .replace(/^pagefind_dcd/, ''),
    ) as Stored;
    const { text, title, sections } = readFragment(stored);
    return {
      id: name.replace(/\.pf_fragment$/, ''),
      path: stored.url.replace(/^\//, ''),
      title,
      filters: stored.filters,
      text,
      comparable: comparable(text),
      sections: sections.map(({ heading, id, body, end }) => ({
        heading,
        id,
        blocks: blocksOf(text.slice(body, end)),
      })),
    };
  });
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The blocks of a text, without empty ones. */
export const blocksOf = (text: string): string[] =>
  text
    .split('\n')
    .map((block) => block.trim())
    .filter(Boolean);
