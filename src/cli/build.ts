import { join } from 'node:path';
import { checkContent } from '../check/check.ts';
import { formatIssues } from '../check/issue.ts';
import { indexSearch } from './index-search.ts';
import { programOf, runNode } from './run.ts';

const root = join(import.meta.dirname, '../..');
const started = performance.now();

const { issues } = checkContent(root);
if (issues.length > 0) {
  process.stderr.write(
    `${formatIssues(issues)}\nNothing was built: mend the ${issues.length} issues in content/ first.\n`,
  );
  process.exit(1);
}

const built = await runNode(programOf('astro'), ['build', '--root', root], true);
if (built.code !== 0) {
  process.stderr.write(`${built.output}\nThe pages could not be built; the reason stands above.\n`);
  process.exit(1);
}
for (const line of built.output.split('\n'))
  if (/\[(WARN|ERROR)\]|warn(ing)?\b/i.test(line)) process.stderr.write(`${line}\n`);

const counts = await indexSearch(join(root, 'dist'));
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(`Built dist/ in ${seconds} s; ${counts.pages} pages can be searched.\n`);
