import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/check/check.ts';
import { formatIssues } from '../../src/check/issue.ts';

/**
 * Each folder of fixtures/check holds the files that differ from `sound/`, and in expected.txt everything that the
 * checker says of them. After a wanted change of wording: UPDATE=1 npm test, then read the diff.
 */
const fixtures = join(import.meta.dirname, '../fixtures/check');

function check(fixture: string): string {
  const root = mkdtempSync(join(tmpdir(), 'check-'));
  try {
    cpSync(join(fixtures, 'sound'), root, { recursive: true });
    if (fixture !== 'sound') cpSync(join(fixtures, fixture), root, { recursive: true });
    return formatIssues(checkContent(root).issues);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('the checker', () => {
  test('finds nothing in sound content', () => {
    expect(check('sound')).toBe('');
  });

  const names = readdirSync(fixtures).filter((name) => name !== 'sound');
  test.each(names)('says what is wrong, where and how to mend it: %s', (name) => {
    const file = join(fixtures, name, 'expected.txt');
    const said = check(name);
    if (process.env.UPDATE) writeFileSync(file, said);
    expect(existsSync(file), `${name}/expected.txt is missing`).toBe(true);
    expect(said).not.toBe('');
    expect(said).toBe(readFileSync(file, 'utf8'));
  });

  test('the content of the library is sound', () => {
    expect(formatIssues(checkContent(join(import.meta.dirname, '../..')).issues)).toBe('');
  });
});
