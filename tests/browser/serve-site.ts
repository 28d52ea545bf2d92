import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export type ServedSite = { readonly url: string; readonly close: () => Promise<void> };

/**
 * Serves the built site, and under `/__source/` the modules of `src/` with their types stripped,
 * so that a test can drive a module inside a page of the site.
 */
export async function serveSite(dist: string): Promise<ServedSite> {
  if (!existsSync(dist)) throw new Error(`There is no built site in ${dist}: run npm run build first.`);
  const files = sirv(dist, { maxAge: 3600 });
  const server = createServer((request, response) => {
    const source = /^\/__source\/([\w/-]+\.ts)$/.exec(request.url ?? '')?.[1];
    if (source === undefined) {
      files(request, response, () => {
        response.statusCode = 404;
        response.end('404');
      });
      return;
    }
    readFile(new URL(`../../src/${source}`, import.meta.url), 'utf8').then(
      (text) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(stripTypeScriptTypes(text));
      },
      () => {
        response.statusCode = 404;
        response.end('404');
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
