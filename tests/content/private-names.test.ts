import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Names = { salt: string; lengths: number[]; sha256: string[] };

const { salt, lengths, sha256 }: Names = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/private-names.json'), 'utf8'),
);
const content = join(import.meta.dirname, '../../content');
const hashOf = (name: string): string => createHash('sha256').update(`${salt}${name}`).digest('hex');

/** Lines of a text that hold one of the names: every piece of Han characters of a known length is hashed. */
function linesWithNames(text: string, names: Omit<Names, 'salt'>, hashed = new Map<string, boolean>()): number[] {
  const wanted = new Set(names.sha256);
  return text.split('\n').flatMap((line, i) => {
    const runs = line.match(/\p{Script=Han}+/gu) ?? [];
    const pieces = runs.flatMap((run) =>
      names.lengths.flatMap((length) =>
        Array.from({ length: Math.max(0, run.length - length + 1) }, (_, at) => run.slice(at, at + length)),
      ),
    );
    const found = pieces.some((piece) => {
      if (!hashed.has(piece)) hashed.set(piece, wanted.has(hashOf(piece)));
      return hashed.get(piece);
    });
    return found ? [i + 1] : [];
  });
}

test('no private person is named in content/', () => {
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(mdx|md|yaml)$/.test(name),
  );
  const hashed = new Map<string, boolean>();
  const found = files.flatMap((name) =>
    linesWithNames(readFileSync(join(content, name), 'utf8'), { lengths, sha256 }, hashed).map(
      (line) =>
        `content/${name.replaceAll('\\', '/')}:${line} names a private person: say what the person does instead`,
    ),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

test('a name is found wherever it stands in a sentence', () => {
  const names = { lengths: [2, 4], sha256: [hashOf('欧阳无名')] };
  const text = '第一行没有姓名。\n值班的欧阳无名说，\n“欧阳”不算，无名也不算。\n欧阳无名';
  expect(linesWithNames(text, names)).toEqual([2, 4]);
  expect(linesWithNames(text, { lengths, sha256 })).toEqual([]);
});

test('the fixture holds hashes only', () => {
  expect(sha256.length).toBeGreaterThan(20);
  for (const hash of sha256) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(readFileSync(join(import.meta.dirname, '../fixtures/private-names.json'), 'utf8')).not.toMatch(
    /\p{Script=Han}/u,
  );
});
