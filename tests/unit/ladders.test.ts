import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/scoring/evaluate.ts';
import { laddersOf } from '../../src/scoring/ladders.ts';
import { contains } from '../../src/scoring/number.ts';
import { type Known, same } from '../../src/scoring/value.ts';
import { makeScheme, readScheme, schemeIds } from './read-scheme.ts';

const told = (compiled: ReturnType<typeof readScheme>, given: object, assume: object = {}) => {
  const result = evaluate(compiled, given as never, assume as never);
  if (!('memory' in result)) throw new Error(result.kind);
  return laddersOf(compiled, result).map(({ step, of, rungs }) => [
    step,
    of,
    ...rungs.map(({ value, range, current }) => `${current ? '*' : ''}${value} ${range.text}`),
  ]);
};

describe('a step that compares one value with several lines', () => {
  test('is a ladder, with lines that assumptions give and within the limits of a mean', () => {
    const given = { foundation: 90, service: 90, integrity: 90, performance: 90, innovation: 40 };
    const rungs = (two: string, three: string) => ['1 [0, 60)', `2 ${two}`, `3 ${three}`, '*4 [80, 90)', '5 [90, 100]'];
    expect(told(readScheme('shizuishan-stars'), given)).toEqual([
      ['stars-by-total', 'star-total', ...rungs('[60, 70)', '[70, 80)')],
    ]);
    expect(told(readScheme('shizuishan-stars'), given, { 'three-star-line': 75 })).toEqual([
      ['stars-by-total', 'star-total', ...rungs('[60, 75)', '[75, 80)')],
    ]);
  });

  test('takes lines from below, from above and from both sides, each end where it belongs', () => {
    const n = { n: { integer: '[1, 100]' } };
    const steps = {
      up: {
        first: [{ when: { above: ['n', 50] }, give: 3 }, { when: { above: ['n', 20] }, give: 2 }, { otherwise: 1 }],
      },
      down: {
        first: [{ when: { below: ['n', 5] }, give: 1 }, { when: { 'at-most': ['n', 15] }, give: 2 }, { otherwise: 3 }],
      },
      both: {
        first: [
          { when: { 'at-most': ['n', 5] }, give: 1 },
          { when: { 'at-least': ['n', 90] }, give: 9 },
          { otherwise: 5 },
        ],
      },
    };
    expect(told(makeScheme({ inputs: n, steps, outputs: Object.keys(steps) }), { n: 15 })).toEqual([
      ['up', 'n', '*1 [1, 20]', '2 (20, 50]', '3 (50, 100]'],
      ['down', 'n', '1 [1, 5)', '*2 [5, 15]', '3 (15, 100]'],
      ['both', 'n', '1 [1, 5]', '*5 (5, 90)', '9 [90, 100]'],
    ]);
  });

  test('is none where the lines are out of order, stand on two values, or other conditions come in between', () => {
    const inputs = { n: { number: '[0, 100]' }, m: { number: '[0, 100]' }, ok: { 'yes-no': true } };
    const at = (name: string, line: unknown) => ({ 'at-least': [name, line] });
    const steps = {
      order: { first: [{ when: at('n', 20), give: 1 }, { when: at('n', 50), give: 2 }, { otherwise: 3 }] },
      two: { first: [{ when: at('n', 50), give: 1 }, { when: at('m', 20), give: 2 }, { otherwise: 3 }] },
      between: {
        first: [
          { when: at('n', 50), give: 1 },
          { when: 'ok', give: 2 },
          { when: at('n', 20), give: 3 },
          { otherwise: 4 },
        ],
      },
      moving: { first: [{ when: at('n', 50), give: 1 }, { when: at('n', 'm'), give: 2 }, { otherwise: 3 }] },
      open: {
        first: [
          { when: at('n', 50), give: 1 },
          { when: at('n', 20), give: 2 },
        ],
      },
    };
    const compiled = makeScheme({ inputs, steps, outputs: Object.keys(steps) });
    expect(told(compiled, { n: 30, m: 10, ok: 'no' })).toEqual([]);
  });

  test('is shown only where the result rests on it', () => {
    const stars = readScheme('linjiang-stars');
    const steps = (assume: object) => told(stars, { 'items-met': 14, violations: 1 }, assume).map(([step]) => step);
    expect(steps({})).toEqual(['stars-before']);
    expect(steps({ 'violation-effect': 'one-item-each' })).toContain('stars-by-lower-index');
  });

  test.each(schemeIds)('%s: the value lies on one rung, and the step gives what the rung says', (id) => {
    const compiled = readScheme(id);
    for (const { name, given, assume } of compiled.scheme.examples) {
      const result = evaluate(compiled, given, assume);
      if (!('memory' in result)) continue;
      for (const { step, value, rungs } of laddersOf(compiled, result)) {
        const holding = rungs.filter(({ range }) => contains(range, value));
        expect(holding.length, `${name.zh} ${step}`).toBe(1);
        expect(holding[0]?.current).toBe(true);
        const given_ = result.memory[compiled.slots.get(step) as number] as Known;
        expect(same(holding[0]?.value as Known, given_), `${name.zh} ${step}`).toBe(true);
      }
    }
  });
});
