import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { parse } from 'yaml';
import { site } from '../schema/site.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const port = Number(process.env.PORT ?? 4321);

if (!existsSync(join(dist, 'index.html'))) {
  process.stderr.write('There is no dist/ yet: run npm run build first.\n');
  process.exit(1);
}

/** Serves the built site below its base path, as any static host does. */
const settings = site.parse(parse(readFileSync(join(root, 'content/site.yaml'), 'utf8')));
const base = site.shape.base.parse(process.env.BASE_PATH ?? settings.base);
const files = sirv(dist, { dev: true, etag: true });

const server = createServer((request, response) => {
  const url = request.url ?? '/';
  if (!url.startsWith(base)) {
    response.writeHead(302, { location: base }).end();
    return;
  }
  request.url = `/${url.slice(base.length)}`;
  files(request, response, () => {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(readFileSync(join(dist, '404.html')));
  });
});

server.on('error', (error: NodeJS.ErrnoException) => {
  const busy = error.code === 'EADDRINUSE';
  process.stderr.write(busy ? `Port ${port} is in use; choose another: PORT=4322 npm start\n` : `${error.message}\n`);
  process.exit(1);
});
server.listen(port, 'localhost', () => process.stdout.write(`${settings.name.zh}: http://localhost:${port}${base}\n`));
