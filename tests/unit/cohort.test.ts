import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompiledCohort } from '../../src/scoring/cohort/compile-cohort.ts';
import { type NamedRow, readTable } from '../../src/scoring/cohort/read-table.ts';
import { reportCohort } from '../../src/scoring/cohort/report-cohort.ts';
import { readCohort, schemeIds } from './read-scheme.ts';

const cohortIds = schemeIds.filter((id) => readCohort(id) !== null);
const cohortOf = (id: string): CompiledCohort => readCohort(id) as CompiledCohort;

/** Values that an input or column takes, few enough for ties to be common. */
const entryOf = (cohort: CompiledCohort, name: string): fc.Arbitrary<unknown> => {
  const input = cohort.compiled.scheme.inputs[name];
  if (!input) throw new Error(name);
  if ('choice' in input) return fc.constantFrom(...Object.keys(input.choice));
  if ('yes-no' in input) return fc.boolean();
  if ('text' in input) return fc.constantFrom('东', '西', '南');
  return fc.integer({ min: 0, max: 12 }).map((n) => n * 5);
};

/** Rows that may be wrong in any way: out of range, incomplete, contradictory. */
const rowsOf = (cohort: CompiledCohort): fc.Arbitrary<NamedRow[]> => {
  const names = cohort.compiled.inputs.map(([name]) => name);
  const row = fc.record(Object.fromEntries(names.map((name) => [name, entryOf(cohort, name)])), {
    requiredKeys: cohort.compiled.inputs.filter(([, { absent }]) => absent === undefined).map(([name]) => name),
  });
  return fc.array(row, { maxLength: 30 }).map((rows) => rows.map((given, i) => ({ name: `第${i + 1}行`, given })));
};

const readingsOf = (cohort: CompiledCohort) =>
  fc.record(
    Object.fromEntries(
      cohort.compiled.assumptions.map(([name, { options }]) => [name, fc.constantFrom('off', ...Object.keys(options))]),
    ),
    { requiredKeys: [] },
  );

test('six schemes run on a table', () => {
  expect(cohortIds).toEqual([
    'chengzhuang-steps',
    'huangshan-indices',
    'shizuishan-stars',
    'suihua-exit',
    'tanghe-contest',
    'xinzhou-direct-review',
  ]);
});

describe.each(cohortIds)('%s', (id) => {
  const cohort = cohortOf(id);

  test('the order of the rows changes no row and no total; nothing throws', () => {
    const rowsAndOrder = rowsOf(cohort).chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }), readingsOf(cohort)),
    );
    fc.assert(
      fc.property(rowsAndOrder, ([rows, shuffled, readings]) => {
        const [one, other] = [rows, shuffled].map((them) => reportCohort(cohort, them, readings));
        const byName = (report: typeof one) => new Map(report?.rows.map((row) => [row.name, row]));
        expect([...byName(other).keys()].sort()).toEqual([...byName(one).keys()].sort());
        for (const [name, row] of byName(one)) expect(byName(other).get(name)).toEqual(row);
        expect(other?.totals).toEqual(one?.totals);
      }),
      { numRuns: 40 },
    );
  });
});

test('a figure that a group shares is open where one row is open, wherever that row stands', () => {
  const half = { 'mid-common': 10, 'mid-specific': 10, 'end-common': 10, 'end-specific': 10 };
  // 乙 is one of two in its pool and in its domain; 甲 is one of two in its pool, and alone in its domain.
  const rows = [
    { name: '甲', given: { subject: 'member', pool: '东', domain: 'rural', ...half } },
    { name: '乙', given: { subject: 'member', pool: '东', domain: 'agency', ...half } },
    { name: '丙', given: { subject: 'member', pool: '西', domain: 'agency', ...half } },
  ];
  const rankedOf = (them: typeof rows) => {
    const { totals } = reportCohort(cohortOf('huangshan-indices'), them, { pools: 'off' }, { brief: true });
    return (totals['ranked'] as { group: readonly string[] }[]).filter(({ group }) => group[1] === '东');
  };
  expect(rankedOf(rows)).toEqual([{ group: ['member', '东'], value: { open: ['G5'] } }]);
  expect(rankedOf(rows.toReversed())).toEqual(rankedOf(rows));
});

describe('shares of huangshan-indices', () => {
  const cohort = cohortOf('huangshan-indices');
  const tiersOf = (scores: readonly number[], readings: Record<string, string> = {}) => {
    const rows = scores.map((score, i) => ({
      name: String(i),
      given: { subject: 'member', 'mid-common': 60, 'mid-specific': score, 'end-common': 60, 'end-specific': score },
    }));
    const { totals } = reportCohort(cohort, rows, readings, { brief: true });
    return (totals['tiers'] as { value: Record<string, number> }[])[0]?.value ?? {};
  };
  const distinct = fc.uniqueArray(
    fc.integer({ min: 0, max: 200 }).map((n) => n / 10),
    { minLength: 1, maxLength: 120 },
  );
  const withTies = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 120 });
  const roundings = ['down', 'nearest', 'up', 'largest-remainder'];

  /** The places of each tier worked out with whole numbers, without the engine. */
  const expected = (n: number, rounding: string): Record<string, number> => {
    const tenths = { first: n, second: 2 * n, third: 6 * n, fourth: n };
    const last = Math.floor(tenths.fourth / 10);
    const round: Record<string, (value: number) => number> = {
      down: (value) => Math.floor(value / 10),
      nearest: (value) => Math.floor((value + 5) / 10),
      up: (value) => Math.ceil(value / 10),
    };
    if (rounding !== 'largest-remainder') {
      const to = round[rounding] as (value: number) => number;
      const first = Math.min(to(n), n);
      const second = Math.min(to(3 * n), n - last);
      return sized({ first, second: Math.max(0, second - first), third: n - last - Math.max(first, second), last }, n);
    }
    const parts = (['first', 'second', 'third'] as const).map((tier) => ({
      tier,
      whole: Math.floor(tenths[tier] / 10),
      rest: tenths[tier] % 10,
    }));
    let left = n - last - parts.reduce((all, { whole }) => all + whole, 0);
    for (const part of parts.toSorted((a, b) => b.rest - a.rest)) if (left-- > 0) part.whole += 1;
    const [first = 0, second = 0, third = 0] = parts.map(({ whole }) => whole);
    return sized({ first, second, third, last }, n);
  };
  const sized = ({ first, second, third, last }: Record<'first' | 'second' | 'third' | 'last', number>, n: number) => {
    // A place that two tiers claim goes to the first tier.
    const fourth = Math.min(last, n - first);
    const names = { excellent: first, pioneer: second, qualified: third, 'needs-improvement': fourth };
    return Object.fromEntries(Object.entries(names).filter(([, count]) => count > 0));
  };

  test.each(roundings)('%s: without ties the tiers are as large as whole numbers say', (rounding) => {
    fc.assert(
      fc.property(distinct, (scores) => {
        expect(tiersOf(scores, { 'tier-rounding': rounding })).toEqual(expected(scores.length, rounding));
      }),
      { numRuns: 60 },
    );
  });

  test('with ties they add up, and the last tier never exceeds its limit', () => {
    fc.assert(
      fc.property(withTies, fc.constantFrom(...roundings), (scores, rounding) => {
        const tiers = tiersOf(scores, { 'tier-rounding': rounding });
        expect(Object.values(tiers).reduce((a, b) => a + b, 0)).toBe(scores.length);
        expect(tiers['needs-improvement'] ?? 0).toBeLessThanOrEqual(Math.floor(scores.length / 10));
      }),
    );
  });

  test('with the worst place of a tie, the first tier never exceeds its share', () => {
    fc.assert(
      fc.property(withTies, (scores) => {
        const tiers = tiersOf(scores, { ties: 'worst-place' });
        expect(tiers['excellent'] ?? 0).toBeLessThanOrEqual(Math.floor(scores.length / 10));
      }),
    );
  });
});

describe('reading a table', () => {
  const cohort = cohortOf('huangshan-indices');
  const issues = (...lines: string[][]) =>
    readTable(cohort, lines).issues.map(({ line, column, allowed }) => `${line} ${column}: ${allowed.en}`);

  test('headings and cells may be ids or labels; empty lines are passed over', () => {
    const { rows } = readTable(cohort, [
      ['\uFEFF名称', '考评对象', 'mid-common', '排名范围', ''],
      [' 甲 ', '党员', '70', '东', ''],
      ['', '', '', '', ''],
      ['乙', 'organisation', '', '', ''],
    ]);
    expect(rows).toEqual([
      { name: '甲', line: 2, given: { subject: 'member', 'mid-common': '70', pool: '东' } },
      { name: '乙', line: 4, given: { subject: 'organisation' } },
    ]);
  });

  test('wrong headings and missing names are named with their line', () => {
    expect(issues(['subject'], ['党员'])).toEqual(['1 name: the column name is missing']);
    expect(issues(['name', 'rank'])).toEqual(['1 rank: is worked out from the whole table; leave this column out']);
    expect(issues(['name', 'subject', '考评对象'])).toEqual(['1 考评对象: the column stands twice; keep one']);
    expect(issues(['name', 'wage'])[0]).toMatch(/^1 wage: no column of this name; there are: name, subject, /);
    expect(issues(['name', 'subject'], ['', '党员'])).toEqual(['2 name: every row needs a name']);
  });
});
