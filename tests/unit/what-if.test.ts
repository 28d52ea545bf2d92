import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreCommand } from '../../src/cli/score-command.ts';
import { findingSentence } from '../../src/scoring/change-words.ts';
import type { CompiledScheme } from '../../src/scoring/compile.ts';
import { evaluate, type Result } from '../../src/scoring/evaluate.ts';
import type { Given, Readings } from '../../src/scoring/inputs.ts';
import { outcomesOf } from '../../src/scoring/outcome.ts';
import { type Report, report } from '../../src/scoring/report.ts';
import { changesOf, type Finding, smallestChanges } from '../../src/scoring/what-if.ts';
import { makeScheme, readScheme, schemeIds } from './read-scheme.ts';

/** Outputs that come in steps, by hand; all others of these schemes move with every step of a number. */
const stepped: Readonly<Record<string, readonly string[]>> = {
  'chengzhuang-steps': [
    'step',
    'coefficient',
    'self-criticism',
    'notice',
    'admonition',
    'removal',
    'dismissal',
    'stake-yuan',
    'paid-yuan',
  ],
  'huangshan-indices': ['tier', 'use', 'rectification'],
  'kaihua-weak-branches': ['met'],
  'kecheng-volunteer-hours': [
    'concerned',
    'meets-hours',
    'recommend-member',
    'recommend-civil-servant',
    'awards-lost',
    'not-competent',
    'households-in-range',
  ],
  'linshu-qualified': ['grade', 'warning-talk', 'transferred', 'helpers', 'next', 'notice-days'],
  'shizuishan-stars': ['rated', 'stars', 'notice', 'rectify', 'weak'],
  'suihua-exit': [
    'exit-age',
    'exit-terms',
    'terms-exception',
    'exit-rank',
    'exit-satisfaction',
    'exit-promise',
    'exits',
  ],
  'tanghe-contest': ['highest-grade', 'title', 'village-prize-yuan', 'secretary-prize-yuan'],
  'xinzhou-direct-review': [
    'meeting-valid',
    'awards-cancelled',
    'admonition',
    'deadline-to-mend',
    'transfer',
    'weak-list',
    'urged',
    'handled-for-satisfaction',
  ],
  'zhuji-negative-vote': [
    'third-reached',
    'referred',
    'promotion-stopped',
    'removed-from-post',
    'reserve-cancelled',
    'criticism-and-admonition',
    'priority',
  ],
};

test.each(Object.entries(stepped))('%s: what comes in steps is seen from the scheme', (id, outputs) => {
  expect([...outcomesOf(readScheme(id))]).toEqual(outputs);
});

test('where nothing comes in steps, all outputs count', () => {
  const { scheme } = readScheme('zhenjiang-reading');
  expect([...outcomesOf(readScheme('zhenjiang-reading'))]).toEqual(scheme.outputs);
});

/** The outcome as text, worked out apart from the search: values that come in steps, and what has no value. */
function outcome(id: string, result: Result): string | null {
  if (result.kind === 'invalid') return null;
  if (result.kind === 'incomplete') return 'incomplete';
  const values = [...result.outputs].map(([output, value]) =>
    stepped[id]?.includes(output) ? `${output}=${String(value)}` : output,
  );
  const open = result.kind === 'undefined' ? result.open.map(({ output, gaps }) => `${output}:${gaps.join()}`) : [];
  return [result.kind, ...values, ...open, ...result.consequences].join(' ');
}

/** The nearest value on the grid with another outcome, tried one after the other; `null` where there is none so far. */
function nearest(
  compiled: CompiledScheme,
  given: Given,
  readings: Readings,
  name: string,
  sign: 1 | -1,
  tries: number,
): { steps: number; value: number } | null {
  const input = compiled.scheme.inputs[name];
  const step = input && 'step' in input && input.step ? input.step : 1;
  const perUnit = Math.round(1 / Math.min(step, 1));
  const now = Number(given[name]) * perUnit;
  const size = step * perUnit;
  const first = sign > 0 ? Math.floor(now / size + 1e-9) : Math.ceil(now / size - 1e-9);
  const before = outcome(compiled.scheme.id, evaluate(compiled, given, readings));
  for (let steps = 1; steps <= tries; steps += 1) {
    const value = Math.round((first + sign * steps) * size) / perUnit;
    const after = outcome(compiled.scheme.id, evaluate(compiled, { ...given, [name]: value }, readings));
    if (after !== null && after !== before) return { steps, value };
  }
  return null;
}

const TRIES = 250;
const isNumber = (value: unknown): value is number => typeof value === 'number';

/** Every finding of a numeric input agrees with trying the values one after the other. */
function expectNearest(compiled: CompiledScheme, given: Given, readings: Readings): void {
  for (const finding of smallestChanges(compiled, given, readings)) {
    if (finding.what === 'not-tried' || !isNumber(given[finding.input])) continue;
    if (finding.side !== 'down' && finding.side !== 'up') continue;
    const found = nearest(compiled, given, readings, finding.input, finding.side === 'up' ? 1 : -1, TRIES);
    const told =
      finding.what === 'change' && finding.steps <= TRIES
        ? { steps: finding.steps, value: finding.given[finding.input] }
        : null;
    expect([finding.input, finding.side, told]).toEqual([finding.input, finding.side, found]);
  }
}

/** Every change really does what it says. */
function expectTrue(compiled: CompiledScheme, given: Given, readings: Readings): void {
  const before = report(compiled, given, readings) as Report;
  for (const finding of smallestChanges(compiled, given, readings)) {
    if (finding.what !== 'change') continue;
    const after = report(compiled, finding.given, readings) as Report;
    const { outputs, kind, appear, disappear } = finding.effect;
    expect([before.kind, after.kind]).toEqual([kind.before, kind.after]);
    const differing = compiled.scheme.outputs.filter(
      (output) =>
        JSON.stringify([before.outputs[output], before.open?.[output]]) !==
        JSON.stringify([after.outputs[output], after.open?.[output]]),
    );
    expect(outputs.map(({ output }) => output).filter((output) => compiled.scheme.outputs.includes(output))).toEqual(
      differing,
    );
    const ids = (all: typeof before.consequences): string[] => all.map(({ id }) => id);
    expect(ids(after.consequences).filter((id) => !ids(before.consequences).includes(id))).toEqual(appear);
    expect(ids(before.consequences).filter((id) => !ids(after.consequences).includes(id))).toEqual(disappear);
    for (const [name, value] of Object.entries(finding.given))
      if (name !== finding.input) expect(value).toEqual(given[name]);
  }
}

describe.each(Object.keys(stepped))('%s', (id) => {
  const compiled = readScheme(id);
  const { examples, inputs } = compiled.scheme;

  /** An example with some of its numbers moved, on the grid and beside it, and some readings changed. */
  const subjects = fc
    .record({
      example: fc.nat(),
      moves: fc.array(fc.tuple(fc.nat(), fc.integer({ min: -400, max: 400 }), fc.boolean()), { maxLength: 3 }),
      readings: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 2 }),
    })
    .map(({ example, moves, readings }) => {
      const { given, assume } = examples[example % examples.length] as (typeof examples)[number];
      const changed: Record<string, unknown> = { ...given };
      const names = Object.keys(given).filter((name) => isNumber(given[name]));
      for (const [at, by, beside] of moves) {
        const name = names[at % Math.max(1, names.length)];
        const input = name && inputs[name];
        if (!input || !name) continue;
        const step = 'step' in input && input.step ? input.step : 1;
        const off = beside && 'number' in input ? step / 2 : 0;
        changed[name] = Math.round((Number(changed[name]) + by * step + off) * 1000) / 1000;
      }
      const read: Record<string, unknown> = { ...assume };
      for (const [at, option] of readings) {
        const [name, assumption] = compiled.assumptions[at % Math.max(1, compiled.assumptions.length)] ?? [];
        const options = ['off', ...Object.keys(assumption?.options ?? {})];
        if (name) read[name] = options[option % options.length];
      }
      return { given: changed, readings: read };
    });

  test('the change of a number is the nearest on its side, and does what it says', () => {
    fc.assert(
      fc.property(subjects, ({ given, readings }) => {
        if (!('memory' in evaluate(compiled, given, readings))) return;
        expectNearest(compiled, given, readings);
        expectTrue(compiled, given, readings);
      }),
      { numRuns: 40 },
    );
  });
});

test.each(schemeIds)('%s: every change of every example does what it says', (id) => {
  const compiled = readScheme(id);
  for (const { given, assume } of compiled.scheme.examples) {
    if ('memory' in evaluate(compiled, given, assume)) expectTrue(compiled, given, assume);
  }
});

const told = (compiled: CompiledScheme, given: Given, name: string, readings: Readings = {}): string[] =>
  smallestChanges(compiled, given, readings)
    .filter(({ input }) => input === name)
    .map((finding) => findingSentence(compiled, finding, 'zh'));

describe('chengzhuang-steps', () => {
  const compiled = readScheme('chengzhuang-steps');
  const given = { post: 'frontline', key: 39.5, basic: 55, innovation: 10 };

  test('half a point on key items lifts the coefficient, and nothing smaller does', () => {
    expect(told(compiled, given, 'key')).toEqual([
      '重点项得分由 39.5 改为 34.9（−4.6）：诫勉谈话 否 → 是',
      '重点项得分由 39.5 改为 40（+0.5）：台阶考核系数 0.7 → 1，政工例会反思检查 是 → 否，实发 2100 元 → 3000 元',
    ]);
    for (const key of [39.6, 39.7, 39.8, 39.9])
      expect(report(compiled, { ...given, key })).toMatchObject({ outputs: { coefficient: 0.7 } });
  });

  test('the same in English', () => {
    const [, up] = smallestChanges(compiled, given).filter(({ input }) => input === 'key');
    expect(findingSentence(compiled, up as Finding, 'en')).toBe(
      'Key items from 39.5 to 40 (+0.5): Coefficient 0.7 → 1, Self-criticism yes → no, Paid out of it 2100 yuan → 3000 yuan',
    );
  });

  test('a value beside the grid moves to the grid', () => {
    const [down, up] = smallestChanges(compiled, { ...given, key: 39.97 }).filter(({ input }) => input === 'key');
    expect(up).toMatchObject({ steps: 1, given: { key: 40 } });
    expect(down).toMatchObject({ steps: 51, given: { key: 34.9 } });
  });

  test('what no value changes is never changed', () => {
    expect(told(compiled, given, 'innovation')).toEqual(['创新项得分再小，结果都不变', '创新项得分再大，结果都不变']);
    expect(told(compiled, given, 'major-failure')).toEqual(['重点工作重大失误并造成较大负面影响改选别的，结果都不变']);
  });

  test('every other choice is tried', () => {
    expect(told(compiled, given, 'post')).toEqual([
      '书记所在岗位由“一线”改为“二线”：提取额 3000 元 → 2000 元，实发 2100 元 → 1400 元',
      '书记所在岗位由“一线”改为“地面”：提取额 3000 元 → 1000 元，实发 2100 元 → 700 元',
    ]);
  });

  test('beyond the budget the answer says how far it looked, and never too far', () => {
    const stops = Array.from({ length: 40 }, (_, budget) => smallestChanges(compiled, given, {}, { budget })).flat();
    for (const finding of stops) {
      if (finding.what !== 'unchanged-within' || finding.input !== 'key') continue;
      const found = nearest(compiled, given, {}, 'key', finding.side === 'up' ? 1 : -1, TRIES);
      expect(finding.steps).toBeLessThan(found?.steps ?? 0);
    }
    const [stop] = stops.filter(({ what, input }) => what === 'unchanged-within' && input === 'key');
    expect(stop).toEqual({ what: 'unchanged-within', input: 'key', side: 'down', within: null, steps: 0 });
    const far = stops.find((it) => it.what === 'unchanged-within' && it.steps === 44);
    expect(findingSentence(compiled, far as Finding, 'zh')).toBe('重点项得分再小，到 35.1 为止结果不变；再远没有试');
  });

  test('a result that is not there has no changes', () => {
    expect(smallestChanges(compiled, { post: 'frontline', key: 40 })).toEqual([]);
    expect(smallestChanges(compiled, { ...given, key: 46 })).toEqual([]);
    expect(smallestChanges(compiled, given, { 'scope-of-secretaries': 'off' })).toEqual([]);
  });

  test('undefined outputs: what defines them counts', () => {
    expect(told(compiled, given, 'key', { 'step-when-low': 'off' })).toContain(
      '重点项得分由 39.5 改为 40（+0.5）：台阶 原文未规定 → 第三台阶，台阶考核系数 0.7 → 1，政工例会反思检查 是 → 否，实发 2100 元 → 3000 元',
    );
  });

  test('input by input gives the same as all at once', () => {
    const change = changesOf(compiled, given);
    expect(Object.keys(compiled.scheme.inputs).flatMap((name) => change?.(name) ?? [])).toEqual(
      smallestChanges(compiled, given),
    );
  });
});

describe('kinds of inputs', () => {
  test('a constraint ends the search where nothing beyond it is allowed', () => {
    const compiled = readScheme('huangshan-indices');
    const points = { 'mid-common': 70, 'mid-specific': 15, 'end-common': 70, 'end-specific': 15 };
    const given = { subject: 'member', ...points, rank: 95, ranked: 100 };
    expect(told(compiled, given, 'rank')).toEqual([
      '名次（按年度综合分从高到低）由 95 改为 90（−5）：档次 需提高党员 → 合格',
      '名次（按年度综合分从高到低）再大，结果都不变',
    ]);
    expect(told(compiled, given, 'ranked')[0]).toBe('一起排名的总数再小，结果都不变');
  });

  test('a constraint with a hole is searched behind the hole', () => {
    const compiled = makeScheme({
      inputs: { x: { integer: '[0, 100]' } },
      constraints: [
        {
          must: { any: [{ 'at-most': ['x', 20] }, { above: ['x', 60] }] },
          inputs: ['x'],
          message: { zh: '否', en: 'no' },
        },
      ],
      steps: { reached: { above: ['x', 40] } },
      outputs: ['reached'],
    });
    expect(smallestChanges(compiled, { x: 10 })).toMatchObject([
      { what: 'never', side: 'down' },
      { what: 'change', side: 'up', steps: 51, given: { x: 61 } },
    ]);
  });

  test('from a value beside the grid, the end of the range is within reach', () => {
    const compiled = makeScheme({
      inputs: { x: { number: '(0, 10)', step: 1 }, y: { number: '[0, 10]', step: 1 } },
      steps: { top: { any: [{ 'at-least': ['x', 9] }, { 'at-least': ['y', 10] }] }, none: { equals: ['x', 1] } },
      outputs: ['top', 'none'],
    });
    expect(smallestChanges(compiled, { x: 8.5, y: 9.5 })).toMatchObject([
      { what: 'change', side: 'down', steps: 8, given: { x: 1 } },
      { what: 'change', side: 'up', steps: 1, given: { x: 9 } },
      { what: 'never', side: 'down' },
      { what: 'change', side: 'up', steps: 1, given: { y: 10 } },
    ]);
  });

  test('a number that is no outcome counts where it comes to have no value', () => {
    const compiled = makeScheme({
      inputs: { x: { integer: '[0, 100]' } },
      steps: {
        points: { first: [{ when: { below: ['x', 40] }, give: { open: 'G1' } }, { otherwise: { sum: ['x', 1] } }] },
        even: { equals: ['x', 101] },
      },
      outputs: ['points', 'even'],
    });
    expect(smallestChanges(compiled, { x: 60 })).toMatchObject([
      { what: 'change', side: 'down', steps: 21, effect: { kind: { after: 'undefined' }, outcomes: ['points'] } },
      { what: 'never', side: 'up' },
    ]);
  });

  test('percentages move by their step', () => {
    const compiled = readScheme('suihua-exit');
    const given = {
      age: 50,
      terms: 2,
      rank: 50,
      ranked: 100,
      satisfaction: 59.9,
      'promise-kept': true,
      'previous-satisfaction': 55,
    };
    expect(told(compiled, given, 'satisfaction')[1]).toBe(
      '本年群众满意度由 59.9% 改为 60%（+0.1 个百分点）：因满意度责令引咎辞职 是 → 否，触发的退出 满意度：责令引咎辞职 → 无',
    );
  });

  test('times move by a minute, dates by a day', () => {
    const duty = readScheme('dali-duty');
    const day = {
      weekday: 'wednesday',
      'members-on-duty': 2,
      'secretary-on-duty': false,
      'morning-start': '08:30',
      'morning-end': '12:00',
      'afternoon-start': '14:00',
      'afternoon-end': '17:10',
    };
    expect(told(duty, day, 'morning-start')[1]).toBe('上午开始由 08:30 改为 08:31（+1 分钟）：值守时间合要求 是 → 否');
    expect(told(duty, day, 'afternoon-end')[0]).toBe('下午结束由 17:10 改为 16:59（−11 分钟）：值守时间合要求 是 → 否');
    const lecture = readScheme('yanshan-countdown');
    expect(told(lecture, { 'lecture-date': '2026-05-04' }, 'lecture-date')).toEqual([
      '讲课日期由 2026-05-04 改为 2026-04-29（−5 天）：是周三 否 → 是',
      '讲课日期由 2026-05-04 改为 2026-05-06（+2 天）：是周三 否 → 是',
    ]);
  });

  test('of a list the nearest entry is told, of a series every entry', () => {
    const coverage = readScheme('jiangshan-coverage');
    const given = { 'households-per-member': [9, 8, 12], roles: 7, 'weekly-service-days': 1 };
    const [down, up] = smallestChanges(coverage, given);
    expect(down).toMatchObject({ entry: 1, steps: 2, given: { 'households-per-member': [9, 6, 12] } });
    expect(up).toEqual({ what: 'never', input: 'households-per-member', side: 'up' });
    const [first] = smallestChanges(coverage, { ...given, 'households-per-member': [9, 8, 8] });
    expect(first).toMatchObject({ entry: 1, steps: 2 });
    const absence = readScheme('haicang-absence');
    const months = ['attended', 'unexcused', 'attended'];
    const places = smallestChanges(absence, { months }).flatMap((finding) =>
      finding.what === 'change' ? [[finding.entry, finding.to]] : [],
    );
    expect(places).toEqual([
      [1, 'attended'],
      [1, 'excused'],
      [1, 'not-held'],
    ]);
  });

  test('of an input that was left out, the lowest value for each effect is told', () => {
    const compiled = readScheme('tanghe-contest');
    expect(told(compiled, { 'last-places': 0 }, 'county-rank').map((text) => text.split('：')[0])).toEqual([
      '县级集中点验的名次填 1',
      '县级集中点验的名次填 11',
    ]);
    const triage = readScheme('hangzhou-triage');
    const given = { origin: 'team', cause: 'management', scope: 'individual', impact: 'neither' };
    expect(smallestChanges(triage, given)).toContainEqual({ what: 'not-tried', input: 'done-month' });
  });

  test('a change that asks for more inputs says so', () => {
    const compiled = readScheme('linshu-qualified');
    expect(told(compiled, { exempt: 'frail' }, 'exempt')).toContain(
      '不参加记实的情形由“年老体弱”改为“无”：不再有结果，还要填年底日常表现记实分、民主评议分',
    );
  });

  test('a large range is searched to its end', () => {
    const compiled = readScheme('changshan-3812');
    const given = { 'publish-minutes': 2, 'claim-minutes': 7, 'deliver-hours': 11 };
    expect(smallestChanges(compiled, given)).toMatchObject([
      { what: 'never', side: 'down' },
      { what: 'change', side: 'up', given: { 'publish-minutes': 4 } },
      { what: 'never', side: 'down' },
      { what: 'change', side: 'up', given: { 'claim-minutes': 9 } },
      { what: 'never', side: 'down' },
      { what: 'change', side: 'up', given: { 'deliver-hours': 12.1 } },
      { what: 'never', side: 'given' },
    ]);
  });
});

test('the command line adds what would change it', () => {
  const given = JSON.stringify({ post: 'frontline', key: 39.5, basic: 55, innovation: 10 });
  const { out } = scoreCommand(['chengzhuang-steps', '--what-if', '--language', 'en'], () => given);
  const { outputs, changes, better } = JSON.parse(out);
  expect(outputs.coefficient).toBe(0.7);
  expect(
    changes.find((change: { input: string; side: string }) => change.input === 'key' && change.side === 'up'),
  ).toEqual({
    what: 'change',
    input: 'key',
    side: 'up',
    from: 39.5,
    to: 40,
    steps: 5,
    outputs: {
      total: { before: 104.5, after: 105 },
      coefficient: { before: 0.7, after: 1 },
      'self-criticism': { before: true, after: false },
      'paid-yuan': { before: 2100, after: 3000 },
    },
    disappear: [
      { id: 'coefficient-lowered', text: 'The coefficient drops to 0.7.' },
      {
        id: 'self-criticism',
        text: 'The secretary makes a self-criticism at the regular political-work meeting.',
      },
    ],
    text: 'Key items from 39.5 to 40 (+0.5): Coefficient 0.7 → 1, Self-criticism yes → no, Paid out of it 2100 yuan → 3000 yuan',
  });
  expect(better).toMatchObject({
    what: 'found',
    moves: [{ input: 'key', from: 39.5, to: 40 }],
    steps: 5,
    proven: true,
  });
  expect(JSON.parse(scoreCommand(['chengzhuang-steps'], () => given).out)).not.toHaveProperty('changes');
});

test('a scheme describes what is better and what is fixed', () => {
  const { inputs, outputs } = JSON.parse(scoreCommand(['chengzhuang-steps', '--describe'], () => '').out);
  expect(inputs[0]).toMatchObject({ id: 'post', fixed: true });
  expect(inputs[1]).not.toHaveProperty('fixed');
  expect(outputs.slice(0, 3).map(({ better }: { better?: unknown }) => better)).toEqual([
    undefined,
    ['none', '1', '2', '3'],
    'more',
  ]);
});
