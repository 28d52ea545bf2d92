import { join } from 'node:path';
import { indexSearch } from './index-search.ts';
import { programOf, runNode } from './run.ts';

const root = join(import.meta.dirname, '../..');
const started = performance.now();

// The checker runs beside the build: it takes seconds, and sound content is the rule.
const building = runNode(programOf('astro'), ['build', '--root', root], true);
const checked = await runNode(join(import.meta.dirname, 'check.ts'), [root], true);
if (checked.code !== 0) {
  process.stderr.write(`${checked.output}\nNothing was built: mend the content first.\n`);
  process.exit(1);
}

const built = await building;
if (built.code !== 0) {
  process.stderr.write(`${built.output}\nThe pages could not be built; the reason stands above.\n`);
  process.exit(1);
}
for (const line of built.output.split('\n'))
  if (/\[(WARN|ERROR)\]|warn(ing)?\b/i.test(line)) process.stderr.write(`${line}\n`);

const counts = await indexSearch(join(root, 'dist'));
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(`Built dist/ in ${seconds} s; ${counts.pages} pages can be searched.\n`);
