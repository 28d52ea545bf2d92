import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { indexSearch } from '../../../src/cli/index-search.ts';
import { buildGramIndex } from '../../../src/publish/gram-index.ts';
import { pagefindFolder, readPages } from './corpus.ts';

/**
 * `node index-site.ts <site> ours|pagefind|grams`: indexes a site as the build does; or as Pagefind does by itself, with
 * its interface; or builds the exact index alone. A process of its own, so that its memory can be told. Prints seconds
 * and megabytes at the highest.
 */
const [site = '', what = ''] = process.argv.slice(2);
const pages = what === 'grams' ? readPages(site).map(({ id, path, text }) => ({ id, url: path, content: text })) : [];
const started = performance.now();
if (what === 'ours') await indexSearch(site);
else if (what === 'pagefind') await indexAlone();
else buildGramIndex(pages);
const seconds = (performance.now() - started) / 1000;
process.stdout.write(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1000 }));

async function indexAlone(): Promise<void> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(errors.join('; '));
  await index.addDirectory({ path: site });
  await index.writeFiles({ outputPath: join(site, pagefindFolder) });
  await close();
}
