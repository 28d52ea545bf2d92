import { checkContent } from '../check/check.ts';
import { formatIssues } from '../check/issue.ts';

const started = performance.now();
const root = process.argv[2] ?? process.cwd();
const { content, issues } = checkContent(root);
const files = Object.values(content).reduce((sum, { size }) => sum + size, 0);
const seconds = ((performance.now() - started) / 1000).toFixed(2);

if (issues.length > 0) {
  process.stdout.write(
    `${formatIssues(issues)}\n${issues.length} ${issues.length === 1 ? 'issue' : 'issues'} in content/ (${files} files read in ${seconds} s)\n`,
  );
  process.exitCode = 1;
} else {
  process.stdout.write(`content/ is sound: ${files} files in ${seconds} s\n`);
}
