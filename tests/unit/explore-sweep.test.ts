import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atValue } from '../../src/calculator/explore/at-value.ts';
import { gridOf, isDated, MOST, presentValue, sweepKind, typedValue } from '../../src/calculator/explore/grid.ts';
import { valueIn } from '../../src/calculator/explore/leaps.ts';
import { inSlices } from '../../src/calculator/explore/slices.ts';
import { stretchesOf } from '../../src/calculator/explore/stretches.ts';
import { type Change, placeOf, type Sweep, sweep } from '../../src/calculator/explore/sweep.ts';
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

  test('has them at 60 and 70 for the total', () => {
    const found = swept(chengzhuang, branch('post=frontline&key=45&basic=0&innovation=0'), 'basic');
    for (const o of chengzhuang.scheme.outputs) console.log(o, told(found, o));
    for (const c of found.changes) console.log(c.place, c.edge, JSON.stringify(c.effect.outcomes), c.effect.appear);
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
        const { points, changes } = swept(compiled, { given, readings }, name, 60);
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
      budget: 6,
      onProgress: (part: number) => told.push(part),
    };
    expect(await inSlices(work(), slicing)).toBe('done');
    expect(pauses).toBeGreaterThan(1);
    expect(told.length).toBeGreaterThan(0);
    expect(await inSlices(work(), { ...slicing, cancelled: () => true })).toBe(null);
  });
});
