import { writeFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { readPages } from './corpus.ts';
import { type Document, optionsOf, type Tokenizer } from './minisearch-options.ts';

/**
 * `node minisearch-build.ts <site> <tokenizer> <file>`: a process of its own, because the index of a large site takes
 * gigabytes. Prints the seconds that it took.
 */
const [site = '', tokenizer = '', file = ''] = process.argv.slice(2);
const started = performance.now();
const index = new MiniSearch<Document>(optionsOf(tokenizer as Tokenizer));
for (const { path, title, sections, text } of readPages(site))
  index.add({ path, title, headings: sections.map(({ heading }) => heading).join('\n'), text });
writeFileSync(file, JSON.stringify(index));
process.stdout.write(JSON.stringify({ seconds: (performance.now() - started) / 1000 }));
