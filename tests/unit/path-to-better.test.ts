import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathSentence } from '../../src/scoring/change-words.ts';
import type { CompiledScheme } from '../../src/scoring/compile.ts';
import { compile } from '../../src/scoring/compile-any.ts';
import { evaluate } from '../../src/scoring/evaluate.ts';
import type { Given, Readings } from '../../src/scoring/inputs.ts';
import { type PathOptions, pathToBetter } from '../../src/scoring/path-to-better.ts';
import { type Report, report } from '../../src/scoring/report.ts';
import { makeScheme, readScheme, schemeIds } from './read-scheme.ts';

/** A scheme of the library with other ranges and steps, so that all values can be tried. */
function reduced(id: string, inputs: Record<string, object>): CompiledScheme {
  const { scheme } = readScheme(id);
  const changed = Object.entries(scheme.inputs).map(([name, input]) => [name, { ...input, ...inputs[name] }]);
  return compile({ ...scheme, inputs: Object.fromEntries(changed) });
}

/** Better, worse, the same, or nobody can say: by the words of the scheme, apart from the search. */
function judge(compiled: CompiledScheme, before: Report, after: Report): boolean {
  let better = false;
  for (const [output, order] of Object.entries(compiled.scheme.better ?? {})) {
    const [a, b] = [before, after].map((it) => it.outputs[output]);
    const [open, openAfter] = [before, after].map((it) => it.open?.[output]?.join());
    if (a === b && open === openAfter) continue;
    const ranks =
      typeof order !== 'string'
        ? order
        : order === 'yes'
          ? ['false', 'true']
          : order === 'no'
            ? ['true', 'false']
            : null;
    if (open !== undefined && b !== undefined && ranks?.at(-1) === String(b)) continue;
    if (openAfter !== undefined && a !== undefined && ranks?.[0] === String(a)) continue;
    if (a === undefined || b === undefined) return false;
    const gain = ranks
      ? ranks.indexOf(String(b)) - ranks.indexOf(String(a))
      : (Number(b) - Number(a)) * (order === 'more' ? 1 : -1);
    if (gain < 0) return false;
    better ||= gain > 0;
  }
  return better;
}

/** All other values of each input that may change, with what they cost. */
function others(compiled: CompiledScheme, given: Given): [name: string, value: unknown, cost: number][][] {
  return Object.entries(compiled.scheme.inputs).flatMap(([name, input]) => {
    if (input.fixed || (given[name] === undefined && (input.absent === undefined || input.absent === 'unknown')))
      return [];
    const now = given[name] ?? input.absent;
    if ('yes-no' in input) return [[[name, !now, 1] as [string, unknown, number]]];
    if ('choice' in input)
      return [
        Object.keys(input.choice).flatMap((id): [string, unknown, number][] => (id === now ? [] : [[name, id, 1]])),
      ];
    const range = 'integer' in input ? input.integer : 'number' in input ? input.number : null;
    if (range === null) return [];
    const [low, high] = (range.match(/-?\d+(\.\d+)?/g) ?? []).map(Number) as [number, number];
    const step = ('step' in input && input.step) || 1;
    const values: [string, unknown, number][] = [];
    for (let value = low; value <= high; value += step) {
      if (value !== now) values.push([name, value, Math.ceil(Math.abs(value - Number(now)) / step)]);
    }
    return [values];
  });
}

/** The least cost of changing one input, else of changing two, by trying them all; `null` where that does not suffice. */
function bruteForce(
  compiled: CompiledScheme,
  given: Given,
  readings: Readings,
): { inputs: number; steps: number } | null {
  const before = report(compiled, given, readings) as Report;
  const isBetter = (changed: Given): boolean => {
    const after = report(compiled, changed, readings);
    return 'outputs' in after && after.kind !== 'incomplete' && judge(compiled, before, after);
  };
  const lines = others(compiled, given);
  let best = Number.POSITIVE_INFINITY;
  for (const [name, value, cost] of lines.flat()) {
    if (cost < best && isBetter({ ...given, [name]: value })) best = cost;
  }
  if (Number.isFinite(best)) return { inputs: 1, steps: best };
  lines.forEach((line, i) => {
    for (const [name, value, cost] of line) {
      for (const [other, second, more] of lines.slice(i + 1).flat()) {
        if (cost + more < best && isBetter({ ...given, [name]: value, [other]: second })) best = cost + more;
      }
    }
  });
  return Number.isFinite(best) ? { inputs: 2, steps: best } : null;
}

/** The path is as cheap as trying all of them finds, and really leads to something better. */
function expectCheapest(
  compiled: CompiledScheme,
  given: Given,
  readings: Readings = {},
  options: PathOptions = {},
): void {
  const before = report(compiled, given, readings);
  if (!('outputs' in before) || before.kind === 'incomplete') return;
  const path = pathToBetter(compiled, given, readings, options);
  const cheapest = bruteForce(compiled, given, readings);
  if (path.what === 'none') {
    expect([path.why, cheapest]).toEqual([path.why, null]);
    return;
  }
  const after = report(compiled, path.given, readings) as Report;
  expect(judge(compiled, before, after)).toBe(true);
  const told = { inputs: path.moves.length, steps: path.steps };
  if (cheapest) expect(told).toEqual(cheapest);
  else expect(told.inputs).toBeGreaterThan(2);
  if (path.moves.length <= 2) expect(path.proven).toBe(true);
  const changed = Object.keys(path.given).filter(
    (name) => JSON.stringify(path.given[name]) !== JSON.stringify(given[name]),
  );
  expect(changed.toSorted()).toEqual(path.moves.map(({ input }) => input).toSorted());
  for (const name of changed) expect(compiled.scheme.inputs[name]?.fixed).toBeUndefined();
}

const whole = (min: number, max: number) => fc.integer({ min, max });
const runs = { numRuns: 60 };

describe('the cheapest path, against trying every change of one and of two inputs', () => {
  test('chengzhuang-steps, in whole points', () => {
    const compiled = reduced('chengzhuang-steps', {
      key: { number: '[30, 45]', step: 1 },
      basic: { number: '[20, 40]', step: 1 },
      innovation: { number: '[0, 10]', step: 1 },
    });
    const readings = fc.constantFrom<Readings>(
      {},
      { 'step-when-low': 'none' },
      { 'step-when-low': 'off' },
      { 'minimum-standard': 'off' },
      { 'measures-together': 'off' },
      { 'score-or-impact': 'off' },
      { 'minimum-standard': 80 },
    );
    const subject = fc.record({
      post: fc.constant('frontline'),
      key: whole(30, 45),
      basic: whole(20, 40),
      innovation: whole(0, 10),
      'last-ranked': fc.boolean(),
      'severe-quarters-before': whole(0, 3),
      'inaction-impact': fc.constantFrom('none', 'none', 'light'),
    });
    fc.assert(
      fc.property(subject, readings, (given, read) => expectCheapest(compiled, given, read)),
      runs,
    );
  });

  test('kecheng-volunteer-hours, in half hours', () => {
    const compiled = reduced('kecheng-volunteer-hours', {
      hours: { number: '[8, 16]', step: 0.5 },
      households: { integer: '[0, 12]' },
    });
    const subject = fc.record(
      {
        hours: whole(16, 32).map((halves) => halves / 2),
        'good-effect': fc.boolean(),
        serious: fc.boolean(),
        'civil-servant': fc.boolean(),
        'months-in-post': whole(1, 12),
        households: whole(0, 12),
      },
      { requiredKeys: ['hours', 'good-effect', 'serious', 'civil-servant'] },
    );
    const readings = fc.constantFrom<Readings>(
      {},
      { 'part-year': 'by-months' },
      { 'five-to-ten': 'off' },
      { who: 'off' },
    );
    fc.assert(
      fc.property(subject, readings, (given, read) => expectCheapest(compiled, given, read)),
      runs,
    );
  });

  test('wangcheng-admission, with up to four things left undone', () => {
    const compiled = reduced('wangcheng-admission', {
      objections: { integer: '[0, 2]' },
      'training-days': { number: '[0, 4]' },
    });
    const answers = Object.entries(compiled.scheme.inputs).flatMap(([name, input]) =>
      'yes-no' in input ? [name] : [],
    );
    const subject = fc.record({
      undone: fc.subarray(answers, { maxLength: 4 }),
      objections: whole(0, 2),
      'training-days': whole(0, 8).map((halves) => halves / 2),
    });
    const readings = fc.constantFrom<Readings>(
      {},
      { 'gates-in-order': 'side-by-side' },
      { 'gates-in-order': 'off' },
      { 'gate-mapping': 'three-by-three' },
      { 'all-nine': 'off' },
    );
    fc.assert(
      fc.property(subject, readings, ({ undone, ...numbers }, read) => {
        const given = { ...Object.fromEntries(answers.map((name) => [name, !undone.includes(name)])), ...numbers };
        expectCheapest(compiled, given, read);
      }),
      runs,
    );
  });

  test('shizuishan-stars, in tens', () => {
    const tens = { number: '[0, 100]', step: 10 };
    const parts = ['foundation', 'service', 'integrity', 'performance', 'innovation'] as const;
    const compiled = reduced('shizuishan-stars', Object.fromEntries(parts.map((name) => [name, tens])));
    const subject = fc.record(Object.fromEntries(parts.map((name) => [name, whole(3, 10).map((ten) => ten * 10)])));
    const readings = fc.constantFrom<Readings>(
      {},
      { weights: 'own', 'foundation-weight': 40 },
      { 'below-three': 'off' },
    );
    fc.assert(
      fc.property(subject, readings, (given, read) => expectCheapest(compiled, given, read, { budget: 40_000 })),
      runs,
    );
  });

  test('steps of different size and conditions that are not monotone', () => {
    const compiled = makeScheme({
      inputs: {
        coarse: { number: '[0, 20]', step: 5 },
        fine: { number: '[0, 6]', step: 0.5 },
        mode: { choice: { a: { zh: '甲', en: 'a' }, b: { zh: '乙', en: 'b' }, c: { zh: '丙', en: 'c' } } },
        whim: { 'yes-no': true },
        place: { integer: '[0, 9]', fixed: true },
      },
      constraints: [
        {
          must: { any: [{ 'at-most': ['fine', 2] }, { 'at-least': ['fine', 4] }] },
          inputs: ['fine'],
          message: { zh: '否', en: 'no' },
        },
      ],
      steps: {
        total: { sum: ['coarse', { product: ['fine', 2] }, { lookup: 'mode', in: { a: 0, b: 3, c: -1 } }, 'place'] },
        grade: {
          choices: { low: { zh: '低', en: 'low' }, middle: { zh: '中', en: 'middle' }, high: { zh: '高', en: 'high' } },
          bands: 'total',
          in: { low: '[-10, 12)', middle: '[12, 24)', high: '[24, 100]' },
        },
        odd: { any: [{ all: ['whim', { equals: ['fine', 1.5] }] }, { above: ['total', 30] }] },
      },
      outputs: ['grade', 'odd'],
      better: { grade: ['low', 'middle', 'high'], odd: 'yes' },
    });
    const subject = fc.record({
      coarse: whole(0, 4).map((fives) => fives * 5),
      fine: fc.constantFrom(0, 0.3, 0.5, 1, 1.5, 2, 4, 4.7, 5, 6),
      mode: fc.constantFrom('a', 'b', 'c'),
      whim: fc.boolean(),
      place: whole(0, 9),
    });
    fc.assert(
      fc.property(subject, (given) => expectCheapest(compiled, given)),
      { numRuns: 150 },
    );
  });
});

const better = (id: string, given: Given, readings: Readings = {}, options: PathOptions = {}): string => {
  const compiled = readScheme(id);
  return pathSentence(compiled, pathToBetter(compiled, given, readings, options), 'zh');
};

describe('in words', () => {
  const points = { post: 'frontline', key: 39.5, basic: 55, innovation: 10 };

  test('one input', () => {
    expect(better('chengzhuang-steps', points)).toBe(
      '重点项得分由 39.5 改为 40（+0.5）：台阶考核系数 0.7 → 1，政工例会反思检查 是 → 否，实发 2100 元 → 3000 元',
    );
  });

  test('two inputs', () => {
    expect(better('quzhou-study-work', { 'monthly-activities': [1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1] })).toBe(
      '各月线下集中活动次数第 2 项由 0 改为 1（+1），各月线下集中活动次数第 8 项由 0 改为 1（+1）：每月活动达标 否 → 是，没有活动的月份 2、8 → 无',
    );
  });

  test('why there is none', () => {
    expect(
      better('hangzhou-triage', { origin: 'team', cause: 'management', scope: 'individual', impact: 'neither' }),
    ).toBe('原文没有说明怎样算更好');
    expect(better('chengzhuang-steps', { key: 40 })).toBe('没有可以改进的结果');
    expect(better('chengzhuang-steps', points, { 'scope-of-secretaries': 'off' })).toBe('没有可以改进的结果');
    const stars = Object.fromEntries(
      ['foundation', 'service', 'integrity', 'performance', 'innovation'].map((n) => [n, 95]),
    );
    expect(better('shizuishan-stars', stars)).toBe('已经是最好的结果');
    expect(better('tanghe-contest', { 'last-places': 1 })).toBe('可以改变的输入项无论怎样填，都不会更好');
    const eighty = Object.fromEntries(Object.keys(stars).map((name) => [name, 80]));
    expect(better('shizuishan-stars', eighty, {}, { inputs: 2 })).toBe('改变 2 项还不够');
    expect(better('shizuishan-stars', eighty, {}, { budget: 40 })).toBe('改变 2 项还不够；再多没有试完');
  });

  test('where the fewest steps cannot be proven, some solution is told as such', () => {
    const compiled = readScheme('shizuishan-stars');
    const given = { foundation: 80, service: 80, integrity: 80, performance: 80, innovation: 80 };
    const path = pathToBetter(compiled, given);
    expect(path).toMatchObject({ what: 'found', proven: false, steps: 500 });
    expect(path.what === 'found' && path.moves.length).toBe(3);
  });

  test('more inputs than asked for, where every one of them is needed', () => {
    const compiled = readScheme('quzhou-study-work');
    const path = pathToBetter(compiled, { 'monthly-activities': [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1] });
    expect(path).toMatchObject({ what: 'found', steps: 7, proven: true });
  });
});

describe.each(schemeIds)('%s', (id) => {
  const compiled = readScheme(id);

  test('the path of every example leads to something better and touches nothing fixed', () => {
    for (const { given, assume } of compiled.scheme.examples) {
      const path = pathToBetter(compiled, given, assume);
      if (path.what === 'none') continue;
      const [before, after] = [report(compiled, given, assume), report(compiled, path.given, assume)] as [
        Report,
        Report,
      ];
      expect(judge(compiled, before, after)).toBe(true);
      for (const { input } of path.moves) expect(compiled.scheme.inputs[input]?.fixed).toBeUndefined();
      expect(evaluate(compiled, path.given, assume).kind).not.toBe('invalid');
    }
  });
});
