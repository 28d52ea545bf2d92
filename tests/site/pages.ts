import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ELEMENT_NODE, type ElementNode, parse, walkSync } from 'ultrahtml';

export const dist = join(import.meta.dirname, '../../dist');

export type Page = {
  /** Address below the site, such as `/cases/` */
  path: string;
  html: string;
  elements: ElementNode[];
  ids: string[];
};

/** Every built page. */
export const pages: readonly Page[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => {
    const html = readFileSync(join(dist, name), 'utf8');
    const elements: ElementNode[] = [];
    walkSync(parse(html), (node) => {
      if (node.type === ELEMENT_NODE) elements.push(node as ElementNode);
    });
    const ids = elements.flatMap(({ attributes: { id } }) => (id ? [id] : []));
    return { path: `/${name.replace(/(^|\/)index\.html$/, '$1')}`, html, elements, ids };
  });

export const byPath = new Map(pages.map((page) => [page.path, page]));

/** The page of an address. */
export function page(path: string): Page {
  const found = byPath.get(path);
  if (!found) throw new Error(`no page ${path} was built`);
  return found;
}
