import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namedRows } from '../../src/scoring/cohort/cohort-example.ts';
import type { CompiledCohort } from '../../src/scoring/cohort/compile-cohort.ts';
import { distributionOf } from '../../src/scoring/cohort/distribution.ts';
import { evaluateCohort, evaluatingCohort } from '../../src/scoring/cohort/evaluate-cohort.ts';
import { outrightIn } from '../../src/scoring/cohort/outright.ts';
import { quotaIn, quotasOf } from '../../src/scoring/cohort/quotas.ts';
import { rankingOf } from '../../src/scoring/cohort/ranking.ts';
import type { Readings } from '../../src/scoring/inputs.ts';
import type { Memory } from '../../src/scoring/node.ts';
import { parseNumber } from '../../src/scoring/number.ts';
import { Undefined } from '../../src/scoring/value.ts';
import { readCohort } from './read-scheme.ts';

const cohortOf = (id: string): CompiledCohort => readCohort(id) as CompiledCohort;

/** Rows of a worked example by its Chinese name, evaluated with its readings and those given. */
function example(id: string, name: string, readings: Readings = {}) {
  const cohort = cohortOf(id);
  const found = cohort.compiled.scheme.cohort?.examples.find((it) => it.name.zh === name);
  if (!found) throw new Error(`${id} has no example ${name}`);
  const rows = namedRows(found.rows);
  const assumed = { ...found.assume, ...readings };
  const given = rows.map((row) => row.given);
  const { rows: results } = evaluateCohort(cohort, given, assumed);
  const memories = results.map((result) => ('memory' in result ? result.memory : null)) as Memory[];
  return { cohort, rows, assumed, memories };
}

describe('what a table ranks by', () => {
  test.each([
    ['chengzhuang-steps', { place: 'rank', value: 'total', within: [], fromTop: true }],
    ['huangshan-indices', { place: 'rank', value: 'annual', within: ['subject', 'pool'], fromTop: true }],
    ['suihua-exit', { place: 'rank', value: 'score', within: [], fromTop: true }],
    ['tanghe-contest', { place: 'county-rank', value: 'county-score', within: [], fromTop: true }],
    ['xinzhou-direct-review', null],
  ])('%s', (id, ranking) => {
    expect(rankingOf(cohortOf(id), {})).toEqual(ranking);
  });

  test('follows the reading of who is ranked together', () => {
    expect(rankingOf(cohortOf('huangshan-indices'), { pools: 'per-domain' })?.within).toEqual(['subject', 'domain']);
    expect(rankingOf(cohortOf('chengzhuang-steps'), { 'last-group': 'per-post' })?.within).toEqual(['post']);
  });
});

describe('places that the rules set', () => {
  const told = (id: string, name: string, readings: Readings = {}): string[] => {
    const { cohort, assumed, memories } = example(id, name, readings);
    const number = (value: unknown): string => (value instanceof Undefined ? value.gaps.join() : String(value));
    return quotasOf(cohort, assumed).flatMap((quota) => {
      const found = quotaIn(quota, memories);
      const over = found?.over ? `, over by ${found.over}` : '';
      return found ? [`${quota.step} ${quota.choice}: ${number(found.limit)}, ${number(found.actual)}${over}`] : [];
    });
  };

  test('2, 7 and 2 of twenty-five', () => {
    expect(told('huangshan-indices', '25人，四档为2、5、16、2')).toEqual([
      'place first: 2, 2',
      'place second: 7, 7',
      'place fourth: 2, 2',
    ]);
  });

  test('equal values exceed the first or the last, by the reading', () => {
    expect(told('huangshan-indices', '首尾同分取最好的名次')).toContain('place first: 1, 2, over by 1');
    expect(told('huangshan-indices', '首尾同分取最后的名次')).toContain('place fourth: 1, 2, over by 1');
    expect(told('huangshan-indices', '同分的名次不作假设')).toContain('place fourth: 1, G6');
    expect(told('suihua-exit', '末两名同分取最后的名次')).toEqual([
      'last-now null: 1, 2, over by 1',
      'last-before null: 1, 2, over by 1',
    ]);
  });

  test('a number that the rule names itself', () => {
    expect(told('tanghe-contest', '30个村点验')).toEqual(['title winner: 10, 10']);
    expect(told('tanghe-contest', '同分跨第10名，都取最好的名次')).toEqual(['title winner: 10, 11, over by 1']);
  });

  test('none where a rule sets none', () => {
    expect(told('shizuishan-stars', '第一名得红旗')).toEqual([]);
  });
});

describe('rules that decide outright', () => {
  const told = (id: string, name: string): string[] => {
    const { cohort, rows, memories } = example(id, name);
    return memories.flatMap((memory, i) =>
      outrightIn(cohort, memory).map(
        ({ output, choice, rules, grounds }) => `${rows[i]?.name}: ${output} ${choice}, ${grounds} (${rules})`,
      ),
    );
  };

  test('are named with what happened', () => {
    expect(told('huangshan-indices', '低于60分者占末档名额')).toEqual([
      '09: tier unqualified, below-sixty (R27)',
      '10: tier unqualified, below-sixty (R27)',
    ]);
    expect(told('shizuishan-stars', '第一名得红旗')).toEqual(['甲: stars none, criminal-bars (R19)']);
  });

  test('a place or a score that gives the worst is none', () => {
    expect(told('huangshan-indices', '首尾同分取最后的名次')).toEqual([]);
    expect(told('tanghe-contest', '两个乡镇，各有末位')).toEqual([]);
  });
});

describe('a distribution', () => {
  const scores = fc.array(fc.integer({ min: -50_000, max: 50_000 }), { minLength: 1, maxLength: 60 });

  test('every value is in exactly one interval, of equal and round width', () => {
    fc.assert(
      fc.property(scores, fc.constantFrom(1, 10, 1000), (whole, parts) => {
        const values = whole.map((it) => parseNumber(it).div(parts));
        const bins = distributionOf(values, 24);
        expect(bins.length).toBeLessThanOrEqual(24);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        for (const { low, high, count } of bins) {
          const inside = values.filter((value) => value.compare(low) >= 0 && value.compare(high) < 0);
          expect(inside.length).toBe(count);
          expect(high.sub(low).equals((bins[0] as (typeof bins)[0]).high.sub((bins[0] as (typeof bins)[0]).low))).toBe(
            true,
          );
        }
      }),
    );
  });

  test('a value on an end belongs to the interval above', () => {
    const told = distributionOf(['0.1', '0.2', '0.3', '0.3'].map(parseNumber)).map(
      ({ low, high, count }) => `[${low}, ${high}) ${count}`,
    );
    expect(told.filter((it) => !it.endsWith(' 0'))).toEqual(['[0.1, 0.11) 1', '[0.2, 0.21) 1', '[0.3, 0.31) 2']);
    expect(distributionOf([])).toEqual([]);
    expect(distributionOf([parseNumber(7)]).map(({ low, count }) => `${low} ${count}`)).toEqual(['7 1']);
  });
});

test('in slices the result is the same, and the share only grows', () => {
  const { cohort, rows } = example('huangshan-indices', '25人，四档为2、5、16、2');
  const many = Array.from({ length: 200 }, () => rows.map(({ given }) => given)).flat();
  const run = evaluatingCohort(cohort, many);
  const shares: number[] = [];
  let step = run.next();
  while (!step.done) {
    shares.push(step.value);
    step = run.next();
  }
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  const whole = evaluateCohort(cohort, many);
  const outputs = ({ rows: results }: typeof whole) =>
    results.map((result) =>
      'outputs' in result ? [...result.outputs].map(([id, value]) => `${id} ${value}`) : result,
    );
  expect(outputs(step.value)).toEqual(outputs(whole));
  expect(step.value.totals).toEqual(whole.totals);
});
