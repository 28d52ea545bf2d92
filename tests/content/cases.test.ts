import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/check/read.ts';

const { content } = readContent(join(import.meta.dirname, '../..'));
const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8');

/** The cases that the sources hold, and how many rules each has: written once from the sources, so that none is lost. */
const ids = fixture('case-ids.txt').trim().split('\n');
const ruleCounts: Record<string, number> = JSON.parse(fixture('rule-counts.json'));

test('the library holds the cases of the sources, no more and no fewer', () => {
  expect(ids.length).toBe(64);
  expect([...content.cases.keys()].sort()).toEqual(ids.toSorted());
  expect(Object.keys(ruleCounts).sort()).toEqual(ids.toSorted());
});

describe('the chapter of a case holds every rule that its source states, each with its phrase', () => {
  test.each(Object.entries(ruleCounts))('%s: %i rules', (id, count) => {
    const rules = content.rulebook.get(id)?.data.sections.flatMap((section) => section.rules) ?? [];
    const expected = Array.from({ length: count }, (_, i) => `R${i + 1}`);
    expect(rules.map((rule) => rule.id)).toEqual(expect.arrayContaining(expected));
    expect(rules.filter((rule) => rule.quotes.length === 0)).toEqual([]);
  });
});
