import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { carriedBetween, carriedValues, familyOf, toFillIn } from '../../src/calculator/explore/carry.ts';
import { scenarioOf } from '../../src/calculator/explore/scenario.ts';
import { families } from '../../src/calculator/explore/sister-links.ts';
import { sistersOf } from '../../src/calculator/explore/sisters.ts';
import { readScheme } from './read-scheme.ts';

const ids = families.flatMap(({ schemes }) => Object.keys(schemes));

describe('sister schemes', () => {
  test.each(ids)('%s: every input that it asks for is carried over or has its reason', (id) => {
    const family = familyOf(id);
    const { scheme } = readScheme(id);
    expect(Object.keys(family.schemes).filter((other) => other !== id)).toEqual([...sistersOf(id)]);
    for (const from of sistersOf(id)) {
      const { inputs, apart } = toFillIn(family, scheme, carriedBetween(family, from, id));
      const explained = apart.flatMap((it) => it.inputs);
      const optional = (name: string) => scheme.inputs[name]?.absent !== undefined;
      expect(inputs.filter((name) => !explained.includes(name) && !optional(name))).toEqual([]);
    }
  });

  test('inputs that correspond are of one kind, with the same choices or range', () => {
    for (const { links } of families) {
      for (const { inputs } of links) {
        const kinds = Object.entries(inputs).map(([id, name]) => {
          const input = readScheme(id).scheme.inputs[name];
          if (!input) throw new Error(`${id} has no input ${name}`);
          return 'series' in input ? Object.keys(input.series) : 'integer' in input ? input.integer : input;
        });
        expect(kinds.every((kind) => JSON.stringify(kind) === JSON.stringify(kinds[0]))).toBe(true);
      }
    }
  });

  test('the names of the organisations stand in their cases', () => {
    for (const id of ids) {
      const { scheme } = readScheme(id);
      const text = readFileSync(join(import.meta.dirname, `../../content/cases/${scheme.case}.mdx`), 'utf8');
      const place = familyOf(id).schemes[id]?.of.zh ?? '';
      const parts = place.match(/.+?(?:[省市县区]|公司|市场|$)/g) ?? [];
      expect(
        parts.filter((part) => !text.includes(part)),
        id,
      ).toEqual([]);
    }
  });

  test('attendance is carried from Haicang to Haizhou, and judged by the rules of each', () => {
    const given = { months: 'unexcused, excused, unexcused, not-held, unexcused' };
    const family = familyOf('haicang-absence');
    const carried = carriedBetween(family, 'haicang-absence', 'haizhou-absence');
    expect(carriedValues(carried, given)).toEqual(given);
    const outputs = (id: string) => {
      const { result } = scenarioOf(readScheme(id), { given, readings: {} });
      return 'outputs' in result
        ? Object.fromEntries([...result.outputs].map(([k, v]) => [k, String(v)]))
        : result.kind;
    };
    expect(outputs('haicang-absence')).toMatchObject({ 'longest-run': '1', consequence: 'help-and-accountability' });
    expect(outputs('haizhou-absence')).toMatchObject({ 'longest-run': '2', 'admonition-talk': 'true' });
    expect(carriedBetween(family, 'haicang-absence', 'taiqian-theme-day')).toEqual([]);
  });
});
