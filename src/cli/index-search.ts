import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { buildGramIndex, type IndexedPage } from '../publish/gram-index.ts';

export type IndexCounts = {
  /** Pages with `data-pagefind-body`. */
  readonly pages: number;
  /** Grams of the exact index, in how many files, of how many bytes. */
  readonly grams: number;
  readonly files: number;
  readonly bytes: number;
};

/** Interfaces that Pagefind writes beside the index; the site has its own. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/;

/**
 * Indexes the built site: Pagefind's index goes to `<dist>/pagefind/`, and beside it the exact index
 * (`grams.<language>.bin`, `grams-<hash>/<number>.bin`; see src/lib/gram-file.ts), made from the very
 * texts that Pagefind indexed. Throws where the site is not built or holds nothing to index.
 */
export async function indexSearch(dist: string): Promise<IndexCounts> {
  if (!(await stat(dist).catch(() => undefined))?.isDirectory()) {
    throw new Error(`There is no folder ${dist}: build the site before its search index.`);
  }
  const output = join(dist, 'pagefind');
  await rm(output, { recursive: true, force: true });
  await runPagefind(dist, output);

  const byLanguage = await readFragments(join(output, 'fragment'));
  if (byLanguage.size === 0) {
    throw new Error(
      `No page in ${dist} has data-pagefind-body, so there is nothing to search. Mark the main text of the pages.`,
    );
  }
  const counts = { pages: 0, grams: 0, files: 0, bytes: 0 };
  for (const [language, pages] of byLanguage) {
    const index = buildGramIndex(pages);
    const hash = createHash('sha256');
    for (const bytes of index.files) hash.update(bytes).update(';');
    const folder = `grams-${hash.digest('hex').slice(0, 10)}`;
    await mkdir(join(output, folder));
    for (const [number, bytes] of index.files.entries()) {
      const packed = gzipSync(bytes, { level: 9 });
      counts.bytes += packed.length;
      await writeFile(join(output, folder, `${number}.bin`), packed);
    }
    const manifest = gzipSync(JSON.stringify({ ...index.manifest, folder }), { level: 9 });
    await writeFile(join(output, `grams.${language}.bin`), manifest);
    counts.pages += pages.length;
    counts.grams += index.grams;
    counts.files += index.files.length;
    counts.bytes += manifest.length;
  }
  for (const name of await readdir(output)) if (unused.test(name)) await rm(join(output, name));
  return counts;
}

async function runPagefind(dist: string, output: string): Promise<void> {
  try {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(errors.join('; '));
    const added = await index.addDirectory({ path: dist });
    if (added.errors.length > 0) throw new Error(added.errors.join('; '));
    const written = await index.writeFiles({ outputPath: output });
    if (written.errors.length > 0) throw new Error(written.errors.join('; '));
  } catch (error) {
    throw new Error(`Pagefind could not index ${dist}: ${(error as Error).message}`, { cause: error });
  } finally {
    await close();
  }
}

/** Pages by language, in the order of their addresses, so that the same site gives the same index. */
async function readFragments(folder: string): Promise<Map<string, IndexedPage[]>> {
  const byLanguage = new Map<string, IndexedPage[]>();
  for (const name of await readdir(folder).catch(() => [])) {
    const id = name.replace(/\.pf_fragment$/, '');
    const text = gunzipSync(await readFile(join(folder, name))).toString('utf8');
    const { url, content } = JSON.parse(text.replace(/^pagefind_dcd/, '')) as Omit<IndexedPage, 'id'>;
    const language = id.slice(0, id.lastIndexOf('_'));
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), { id, url, content }]);
  }
  for (const pages of byLanguage.values()) pages.sort((a, b) => (a.url < b.url ? -1 : 1));
  return byLanguage;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { pages, grams, files, bytes } = await indexSearch(process.argv[2] ?? 'dist');
  console.log(`Search: ${pages} pages, ${grams} grams in ${files} files, ${Math.round(bytes / 1000)} kB`);
}
