import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file that was sent, and the bytes of its body as they went over the line. */
export type Sent = { readonly path: string; readonly bytes: number };

export type CountingServer = {
  readonly url: string;
  /** What was sent since the last call. */
  readonly take: () => Sent[];
  /** Resolves when nothing was under way for so long; milliseconds. */
  readonly idle: (quiet: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a folder as a static host would: text is compressed with gzip, files of other kinds go as they are (the search
 * indexes are packed already). HTTP/1.1, so that a browser asks for six files at a time.
 */
export async function serveCounted(folder: string): Promise<CountingServer> {
  const packed = new Map<string, Buffer>();
  let sent: Sent[] = [];
  let [open, last] = [0, 0];
  const server = createServer((request, response) => {
    open += 1;
    response.once('close', () => {
      open -= 1;
      last = performance.now();
    });
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, '/index.html');
    const file = join(folder, path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)];
    const body = type ? (packed.get(file) ?? gzipSync(readFileSync(file))) : readFileSync(file);
    if (type) packed.set(file, body);
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': 'max-age=3600',
      ...(type ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(body);
    sent.push({ path, bytes: body.length });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    take: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    idle: async (quiet) => {
      last = performance.now();
      while (open > 0 || performance.now() - last < quiet) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
