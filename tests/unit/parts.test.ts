import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/scoring/evaluate.ts';
import { exact, formatNumber } from '../../src/scoring/number.ts';
import { partedScores } from '../../src/scoring/parts.ts';
import { makeScheme, readScheme, schemeIds } from './read-scheme.ts';

const told = (id: string, given: object, assume: object = {}) => {
  const compiled = readScheme(id);
  const result = evaluate(compiled, given as never, assume as never);
  if (!('memory' in result)) throw new Error(result.kind);
  return Object.fromEntries(
    partedScores(compiled, result).map(({ step, value, most, parts }) => [
      step,
      [
        `${formatNumber(value)}/${formatNumber(most)}`,
        ...parts.map((part) => `${part.name} ${formatNumber(part.value)}/${formatNumber(part.most)}`),
      ],
    ]),
  );
};

describe('the parts of a score', () => {
  test('a sum of inputs, each against the end of its range', () => {
    expect(told('chengzhuang-steps', { post: 'frontline', key: 39.5, basic: 55, innovation: 10 })).toEqual({
      total: ['104.5/110', 'key 39.5/45', 'basic 55/55', 'innovation 10/10'],
    });
  });

  test('a weighted sum of sums, behind conditions and a reading', () => {
    const given = { subject: 'member', 'mid-common': 70, 'mid-specific': 10, 'end-common': 75, 'end-specific': 15 };
    expect(told('huangshan-indices', given)).toEqual({
      mid: ['80/100', 'mid-common 70/80', 'mid-specific 10/20'],
      end: ['90/100', 'end-common 75/80', 'end-specific 15/20'],
      annual: ['86/100', 'mid 32/40', 'end 54/60'],
    });
  });

  test('weights that an assumption gives; a part of weight 0 is none', () => {
    const given = { study: 4, pledges: 3, party: 90, mass: 60, committee: 75, daily: 80, quarterly: 70 };
    const rest = { 'compound-excellent': 'yes', 'floor-members': 3 };
    expect(told('dayao-compound', { ...given, ...rest }, { weights: 'five-equal' })).toMatchObject({
      'review-points': ['45/60', 'party 18/20', 'mass 12/20', 'committee 15/20'],
      points: ['75/100', 'review-points 45/60', 'record-points 30/40'],
    });
    expect(told('dayao-compound', { ...given, ...rest }, { weights: 'three-reviews-equal' })).toMatchObject({
      'review-points': ['75/100', 'party 30/100/3', 'mass 20/100/3', 'committee 25/100/3'],
    });
  });

  test('nothing where a part has no maximum, or where it is not a score', () => {
    const numbers = { a: { number: '[0, 10]' }, b: { number: '[0, ∞)' }, c: { number: '[-5, 5]' } };
    const steps = {
      open: { unit: 'points', sum: ['a', 'b'] },
      below: { unit: 'points', sum: ['a', 'c'] },
      votes: { unit: 'votes', sum: ['a', 'a'] },
      by: { unit: 'points', product: ['a', 'b'] },
    };
    const compiled = makeScheme({ inputs: numbers, steps, outputs: Object.keys(steps) });
    const result = evaluate(compiled, { a: 1, b: 2, c: 3 });
    expect('memory' in result && partedScores(compiled, result)).toEqual([]);
  });

  test.each(schemeIds)('%s: parts add up to the score, within their maxima, in every example', (id) => {
    const compiled = readScheme(id);
    for (const { name, given, assume } of compiled.scheme.examples) {
      const result = evaluate(compiled, given, assume);
      if (!('memory' in result)) continue;
      for (const { step, value, most, parts } of partedScores(compiled, result)) {
        const sum = parts.reduce((all, part) => all.add(part.value), exact(0));
        expect(`${step} ${formatNumber(sum)}`, name.zh).toBe(`${step} ${formatNumber(value)}`);
        expect(value.compare(most), name.zh).toBeLessThanOrEqual(0);
      }
    }
  });
});
