import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atValue } from '../../src/calculator/explore/at-value.ts';
import { gridOf, isDated, MOST, presentValue, sweepKind, typedValue } from '../../src/calculator/explore/grid.ts';
import { valueIn } from '../../src/calculator/explore/leaps.ts';
import { inSlices } from '../../src/calculator/explore/slices.ts';
import { stretchesOf } from '../../src/calculator/explore/stretches.ts';
import { type Change, changing, placeOf, type Sweep, sweep } from '../../src/calculator/explore/sweep.ts';
import { changeText } from '../../src/calculator/explore/sweep-words.ts';
import { emptyState, parseState, type State } from '../../src/calculator/state.ts';
import type { CompiledScheme } from '../../src/scoring/compile.ts';
import { evaluate, type Result } from '../../src/scoring/evaluate.ts';
import { Exact } from '../../src/scoring/exact.ts';
import { outcomesOf } from '../../src/scoring/outcome.ts';
import { anyResult } from './any-result.ts';
import { makeScheme, readScheme, schemeIds } from './read-scheme.ts';

/** The whole sweep at once. */
function swept(compiled: CompiledScheme, state: State, input: string, reach: number | null = null): Sweep {
  const declared = compiled.scheme.inputs[input];
  if (!declared) throw new Error(`no input ${input}`);
  const grid = gridOf(compiled, input, presentValue(declared, state.given[input]), reach);
  if (!grid) throw new Error(`nothing to sweep in ${input}`);
  const work = sweep(compiled, grid, atValue(compiled, state, input));
  for (;;) {
    const { done, value } = work.next();
    if (done) return value as Sweep;
  }
}

const chengzhuang = readScheme('chengzhuang-steps');
const branch = (fragment: string) => parseState(chengzhuang, fragment);
const low = branch('post=frontline&key=39.5&basic=55&innovation=10');

/** `0.7 [0, 40)`, `原文未规定 …`: the stretches of an output as text. */
const told = (found: Sweep, output: string): string[] =>
  stretchesOf(found, output).map(({ standing, value, low, high }) => {
    const ends = `${low.closed ? '[' : '('}${low.at}, ${high.at}${high.closed ? ']' : ')'}`;
    return `${standing === 'known' ? value : standing} ${ends}`;
  });

describe('a sweep of a number', () => {
  test('has the open and the closed end at 40 for the key items', () => {
    const found = swept(chengzhuang, low, 'key');
    expect(found.points.length).toBe(451);
    expect(told(found, 'coefficient')).toEqual(['0.7 [0, 40)', '1 [40, 45]']);
    const at40 = found.changes.find(
      ({ effect }) =>
        effect.outcomes.includes('coefficient') && effect.outputs.some(({ after }) => String(after) === '1'),
    );
    expect(at40).toMatchObject({ edge: 'to', place: 400 });
  });

  test('has them at 60 and 70 for the total, and a jump of the pay at each step', () => {
    const found = swept(chengzhuang, branch('post=frontline&key=45&basic=0&innovation=0'), 'basic');
    expect(told(found, 'admonition')).toEqual(['true [0, 15)', 'false [15, 55]']);
    expect(told(found, 'step')).toEqual(['none [0, 25)', '1 [25, 35)', '2 [35, 45)', '3 [45, 55]']);
    expect(told(found, 'paid-yuan')).toEqual(['2100 [0, 25)', '2400 [25, 35)', '2700 [35, 45)', '3000 [45, 55]']);
    expect(told(found, 'total')).toEqual(['45 [0, 55]']);
    expect(found.changes.map((change) => changeText(chengzhuang, found, change, 'zh'))).toEqual([
      '基础项得分 ≥ 15：诫勉谈话 是 → 否',
      '基础项得分 ≥ 25：台阶 无台阶 → 第一台阶，台阶考核系数 0.7 → 0.8，政工例会反思检查 是 → 否，全矿通报 是 → 否，实发 2100 元 → 2400 元',
      '基础项得分 ≥ 35：台阶 第一台阶 → 第二台阶，台阶考核系数 0.8 → 0.9，实发 2400 元 → 2700 元',
      '基础项得分 ≥ 45：台阶 第二台阶 → 第三台阶，台阶考核系数 0.9 → 1，实发 2700 元 → 3000 元',
    ]);
  });

  test('tells an end that belongs to the old outcome, and one that lies between two steps', () => {
    const compiled = makeScheme({
      inputs: { score: { number: '[0, 10]' } },
      steps: {
        over: { above: ['score', 5] },
        inside: { 'at-least': [{ product: ['score', 3] }, 10] },
        only: { equals: ['score', 7] },
        glide: { product: ['score', '1/3'] },
      },
      outputs: ['over', 'inside', 'only', 'glide'],
    });
    const found = swept(compiled, emptyState, 'score');
    expect(told(found, 'over')).toEqual(['false [0, 5]', 'true (5, 10]']);
    expect(told(found, 'inside')).toEqual(['false [0, 3]', 'true [4, 10]']);
    expect(told(found, 'only')).toEqual(['false [0, 7)', 'true [7, 7]', 'false (7, 10]']);
    expect(told(found, 'glide')).toEqual(['0 [0, 10]']);
    expect(found.changes.map(({ edge, place, effect }) => [edge, place, ...effect.outcomes])).toEqual([
      ['inside', 4, 'inside'],
      ['from', 6, 'over'],
      ['to', 7, 'only'],
      ['from', 8, 'only'],
    ]);
  });

  test('tells two leaps in one step apart, and a leap of a number that glides otherwise', () => {
    const compiled = makeScheme({
      inputs: { score: { number: '[0, 10]' } },
      steps: {
        over: { above: ['score', 5] },
        reached: { 'at-least': ['score', 6] },
        pay: { first: [{ when: { below: ['score', 6] }, give: 'score' }, { otherwise: { product: ['score', 2] } }] },
      },
      outputs: ['over', 'reached', 'pay'],
    });
    const found = swept(compiled, emptyState, 'score');
    expect(found.changes.map(({ edge, place, effect }) => [edge, place, ...effect.outcomes])).toEqual([
      ['from', 6, 'over'],
      ['to', 6, 'reached', 'pay'],
    ]);
    const [first, second] = stretchesOf(found, 'pay');
    expect(Number(valueIn(first?.high.result ?? { kind: 'incomplete', missing: [] }, 'pay'))).toBeCloseTo(6, 4);
    expect(String(second?.value)).toBe('12');
  });

  test('leaves refused and undefined stretches without a value', () => {
    const weifang = readScheme('weifang-school-floors');
    const state = parseState(weifang, 'hours-total=40&hours-core=20&days=2&studies=1&a.share-base=off');
    const found = swept(weifang, state, 'hours-core', 30);
    expect(told(found, 'core-met')).toEqual(['undefined [0, 40]', 'refused (40, 60]']);
    expect(found.changes.map((change) => changeText(weifang, found, change, 'zh'))).toEqual([
      '其中理论教育、党性教育课时 > 40：不接受（主课课时不能多于总课时）',
    ]);
  });

  test('puts the present value of a window in its middle and says what is cut off', () => {
    const kecheng = readScheme('kecheng-volunteer-hours');
    const input = kecheng.scheme.inputs['hours'];
    if (!input) throw new Error('no hours');
    const grid = gridOf(kecheng, 'hours', Exact.of(1000), null);
    expect([grid?.count, String(grid?.at(0)), grid?.cut, grid?.fits]).toEqual([
      MOST - 1,
      '750.1',
      { below: true, above: true },
      false,
    ]);
    const near = gridOf(kecheng, 'hours', Exact.of(1), 50);
    expect([near?.count, String(near?.at(0)), String(near?.at(100)), near?.cut]).toEqual([
      101,
      '0',
      '10',
      { below: false, above: true },
    ]);
  });

  test('says from which day on something changes, and keeps a single day apart', () => {
    const taiqian = readScheme('taiqian-theme-day');
    const found = swept(taiqian, parseState(taiqian, 'date=2016-07-12&special=yes&a.by-the-15th=off'), 'date', 10);
    expect(stretchesOf(found, 'date-status').map(({ standing, first, last }) => [standing, last - first + 1])).toEqual([
      ['known', 3],
      ['known', 1],
      ['known', 9],
      ['undefined', 1],
      ['known', 7],
    ]);
    expect(found.changes.map((change) => changeText(taiqian, found, change, 'zh'))).toEqual([
      '开展日期从 2016-07-05 起：日期情况 早于5日 → 5日开展',
      '开展日期从 2016-07-06 起：日期情况 5日开展 → 有特殊情况，改期在限内',
      '开展日期从 2016-07-15 起：日期情况 有特殊情况，改期在限内 → 原文未规定',
      '开展日期从 2016-07-16 起：日期情况 原文未规定 → 顺延过迟',
    ]);
  });

  test('draws the part that changes, with every change inside', () => {
    const kecheng = readScheme('kecheng-volunteer-hours');
    const state = parseState(kecheng, 'hours=11.9&good-effect=yes&serious=no&civil-servant=yes');
    const whole = swept(kecheng, state, 'hours');
    const drawn = changing(whole, 119);
    expect([whole.points.length, drawn.points.length < 30, drawn.changes.length]).toEqual([MOST - 1, true, 1]);
    expect(drawn.changes.map((change) => changeText(kecheng, drawn, change, 'en'))[0]).toMatch(
      /^Volunteer hours in the year ≥ 12 hours: Hours met no → yes/,
    );
    expect(told(drawn, 'meets-hours').map((text) => text.replace(/\d+\.\d(?=[\],])/g, '…'))).toEqual([
      'false […, 12)',
      'true [12, …]',
    ]);
  });

  test('finds the place of a value that lies between two steps', () => {
    const { points } = swept(chengzhuang, low, 'key', 5);
    const place = (digits: string) => placeOf(points, Exact.parse(digits));
    expect([place('39'), place('39.55'), place('40'), place('40.05'), place('38')]).toEqual([0, 5, 10, null, null]);
  });
});

/** Numbers that come in steps; none where a scheme has nothing else than numbers. */
function steppedOf(compiled: CompiledScheme): ReadonlySet<string> {
  const outcomes = outcomesOf(compiled);
  const numbers = compiled.steps.filter(({ id, node }) => outcomes.has(id) && node.type === 'number');
  return numbers.length === compiled.scheme.outputs.length ? new Set() : outcomes;
}

/** What the outcome is, apart from numbers that move with every step: from the result alone. */
function outcome(stepped: ReadonlySet<string>, result: Result): string {
  if (!('outputs' in result)) return result.kind;
  const values = [...result.outputs].map(([id, value]) =>
    stepped.has(id) || !(value instanceof Exact) ? `${id}=${value}` : id,
  );
  const open = result.kind === 'undefined' ? result.open.map(({ output, gaps }) => `${output}:${gaps.toSorted()}`) : [];
  return JSON.stringify([result.kind, values, open, result.consequences]);
}

const isOutcome = (stepped: ReadonlySet<string>, { effect }: Change): boolean =>
  effect.kind.before !== effect.kind.after ||
  effect.appear.length + effect.disappear.length > 0 ||
  effect.outputs.some(
    ({ output, before, after }) =>
      effect.outcomes.includes(output) && (stepped.has(output) || !(before instanceof Exact && after instanceof Exact)),
  );

describe('the list of changes is that of trying one value after the other', () => {
  const numeric = (compiled: CompiledScheme): string[] =>
    compiled.inputs.filter(([, input]) => sweepKind(input) === 'numbers').map(([name]) => name);
  test.each(schemeIds.filter((id) => numeric(readScheme(id)).length > 0))('%s', (id) => {
    const compiled = readScheme(id);
    const stepped = steppedOf(compiled);
    fc.assert(
      fc.property(anyResult(compiled), fc.constantFrom(...numeric(compiled)), ({ given, readings }, name) => {
        const input = compiled.scheme.inputs[name];
        if (!input || (isDated(input) && given[name] === undefined)) return;
        const { points, changes } = swept(compiled, { given, readings }, name, 40);
        const outcomes = points.map(({ value }) =>
          outcome(stepped, evaluate(compiled, { ...given, [name]: typedValue(input, value) }, readings)),
        );
        const places = outcomes.flatMap((it, i) => (i > 0 && it !== outcomes[i - 1] ? [i] : []));
        expect([...new Set(changes.filter((it) => isOutcome(stepped, it)).map(({ place }) => place))]).toEqual(places);
      }),
      { numRuns: 15 },
    );
  });
});

describe('work in slices', () => {
  test('pauses when a slice is used up, tells its progress, and stops when it is cancelled', async () => {
    function* work(): Generator<number, string> {
      for (let i = 1; i <= 10; i += 1) yield i / 10;
      return 'done';
    }
    let clock = 0;
    let pauses = 0;
    const told: number[] = [];
    const slicing = {
      now: () => (clock += 1),
      pause: async () => {
        pauses += 1;
      },
      budget: 4,
      onProgress: (part: number) => told.push(part),
    };
    expect(await inSlices(work(), slicing)).toBe('done');
    expect(pauses).toBe(2);
    expect(told).toEqual([0.4, 0.8]);
    expect(await inSlices(work(), { ...slicing, cancelled: () => true })).toBe(null);
  });
});
