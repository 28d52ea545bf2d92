import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** A bundled and minified module: what it exports, and its size in bytes. */
export type Bundle<Module> = { module: Module; bytes: number; gzip: number };

/**
 * Bundles an entry of this folder as Astro bundles the pages: the same bundler, the same minifier, the same target.
 * Nothing is left to be imported, so that it runs from any folder.
 */
export async function bundle<Module>(entry: string, folder: string): Promise<Bundle<Module>> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    logLevel: 'warn',
    build: {
      target: 'es2023',
      minify: true,
      copyPublicDir: false,
      modulePreload: false,
      emptyOutDir: false,
      outDir: folder,
      rolldownOptions: {
        input: join(import.meta.dirname, `${entry}.ts`),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: `${entry}.mjs` },
      },
    },
  });
  const file = join(folder, `${entry}.mjs`);
  const code = readFileSync(file);
  const module = (await import(pathToFileURL(file).href)) as Module;
  return { module, bytes: code.length, gzip: gzipSync(code, { level: 9 }).length };
}
