import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOf, runNode } from './run.ts';

/**
 * Everything: content check, types, lint, then unit, site and browser tests on a fresh build.
 * The last line counts them: `N passed, N failed`.
 */
const root = join(import.meta.dirname, '../..');
const cli = (name: string): string => join(import.meta.dirname, `${name}.ts`);
const script = (label: string, path: string, args: readonly string[] = []) => ({ label, path, args });

const steps = [
  script('content', cli('check')),
  script('types', programOf('astro'), ['check', '--root', root, '--minimumFailingSeverity', 'error']),
  script('lint', programOf('@biomejs/biome', 'biome'), ['check', '.']),
  script('build', cli('build')),
];

let [passed, failed] = [0, 0];
const tell = (label: string, ok: boolean): void => {
  process.stdout.write(`${ok ? '✓' : '✗'} ${label}\n`);
  if (ok) passed += 1;
  else failed += 1;
};

let built = false;
for (const { label, path, args } of steps) {
  process.stdout.write(`— ${label}\n`);
  const { code } = await runNode(path, args);
  tell(label, code === 0);
  built = code === 0;
}
if (built) await runTests();
else process.stdout.write('Nothing was built, so the tests were not run.\n');

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** Unit, content, site and browser tests; what Vitest counts is added up. */
async function runTests(): Promise<void> {
  process.stdout.write('— tests\n');
  const folder = await mkdtemp(join(tmpdir(), 'casebook-'));
  const report = join(folder, 'report.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runNode(programOf('vitest'), args);
  const text = await readFile(report, 'utf8').catch(() => '{}');
  await rm(folder, { recursive: true, force: true });
  const counts = JSON.parse(text) as { numPassedTests?: number; numFailedTests?: number };
  passed += counts.numPassedTests ?? 0;
  failed += counts.numFailedTests ?? 0;
  if (!counts.numPassedTests || (code !== 0 && !counts.numFailedTests)) tell('vitest', false);
}
