import { describe, expect, test } from 'vitest';
import { SchemeError } from '../../src/scoring/compile.ts';
import { evaluate, reliedOn } from '../../src/scoring/evaluate.ts';
import { explain } from '../../src/scoring/explain.ts';
import { report } from '../../src/scoring/report.ts';
import { makeScheme, readScheme } from './read-scheme.ts';

const label = { zh: '读', en: 'read' };
const two = { gap: 'G1', options: { a: label, b: label }, default: 'a' };

describe('undefined only where a gap decides', () => {
  const compiled = makeScheme({
    inputs: { x: { number: '[0, 100]' } },
    assumptions: { which: two, one: { gap: 'G2', options: { only: label }, default: 'only' } },
    steps: {
      differs: { lookup: 'which', in: { a: { below: ['x', 10] }, b: { below: ['x', 20] } } },
      single: { lookup: 'one', in: { only: 'x' } },
      either: { any: [{ below: ['x', 50] }, 'differs'] },
      both: { all: [{ below: ['x', 5] }, 'differs'] },
      chosen: { first: [{ when: 'differs', give: 1 }, { otherwise: 1 }] },
      split: { first: [{ when: 'differs', give: 1 }, { otherwise: 2 }] },
    },
    outputs: ['differs', 'single', 'either', 'both', 'chosen', 'split'],
  });
  const run = (x: number, readings = {}) => report(compiled, { x }, readings);

  test('with the reading off and readings that agree, the value stands', () => {
    expect(run(30, { which: 'off' })).toMatchObject({ kind: 'scored', outputs: { differs: false, split: 2 } });
    expect(run(5, { which: 'off' })).toMatchObject({ kind: 'scored', outputs: { differs: true, split: 1 } });
  });
  test('with readings that differ, it is undefined and names the gap', () => {
    expect(run(15, { which: 'off' })).toMatchObject({ kind: 'undefined', open: { differs: ['G1'], split: ['G1'] } });
  });
  test('any, all and first do not wait for a gap that cannot change them', () => {
    const result = run(15, { which: 'off' });
    expect(result).toMatchObject({ outputs: { either: true, both: false, chosen: 1 } });
  });
  test('an assumption with one reading is undefined when it is off', () => {
    expect(run(15, { one: 'off' })).toMatchObject({ kind: 'undefined', open: { single: ['G2'] } });
  });
  test('a result rests on exactly the assumptions whose absence would change it', () => {
    const rests = (x: number) => reliedOn(compiled, { x }, {}, evaluate(compiled, { x })).map(({ id }) => id);
    expect(rests(30)).toEqual(['one']);
    expect(rests(15)).toEqual(['which', 'one']);
  });
  test('the sentence says that the readings differ', () => {
    const result = evaluate(compiled, { x: 15 }, { which: 'off' });
    if (result.kind !== 'undefined') throw new Error(result.kind);
    expect(explain(compiled, result, 'zh')[0]?.text).toBe('各种读法结果不同，名：原文未规定');
  });
});

describe('inputs', () => {
  const compiled = makeScheme({
    inputs: {
      kind: { choice: { a: label, b: label } },
      count: { integer: '[1, 9]' },
      share: { number: '[0, 100]', unit: 'percent' },
      flag: { 'yes-no': true, absent: false },
      last: { number: '[0, 10]', absent: 'unknown' },
      extra: { number: '[0, 10]', 'only-when': { is: ['kind', 'b'] }, absent: 0 },
    },
    constraints: [{ must: { below: ['last', 'count'] }, inputs: ['last'], message: { zh: '小于', en: 'below count' } }],
    steps: {
      half: { 'at-least': ['share', '50%'] },
      sum: { sum: ['count', 'extra'] },
      grew: { all: [{ known: 'last' }, { above: ['count', 'last'] }, { not: 'flag' }] },
      ratio: { difference: ['count', 'last'] },
    },
    outputs: ['half', 'sum', 'grew', 'ratio'],
  });
  const run = (given: Record<string, unknown>) => evaluate(compiled, given);

  test('text and numbers mean the same; blank is left out', () => {
    const typed = report(compiled, { kind: 'a', count: '3', share: '50', flag: 'no', last: '' });
    expect(typed).toMatchObject({ kind: 'scored', outputs: { half: true, sum: 3, grew: false }, missing: ['last'] });
    expect(report(compiled, { kind: 'a', count: 3, share: 50, flag: false })).toEqual(typed);
  });
  test('what is needed and left out is asked for', () => {
    expect(run({ kind: 'a' })).toEqual({ kind: 'incomplete', missing: ['count', 'share'] });
  });
  test.each([
    [{ kind: 'c' }, 'kind', 'c', 'one of: a, b'],
    [{ count: 0 }, 'count', '0', 'a whole number in [1, 9]'],
    [{ count: 1.5 }, 'count', '1.5', 'a whole number in [1, 9]'],
    [{ count: true }, 'count', 'true', 'a whole number in [1, 9]'],
    [{ share: 100.01 }, 'share', '100.01', 'a number in [0, 100]'],
    [{ share: '50%' }, 'share', '50%', 'a number in [0, 100]'],
    [{ share: '1/2' }, 'share', '1/2', 'a number in [0, 100]'],
    [{ flag: 1 }, 'flag', '1', 'yes or no (true or false)'],
    [{ kind: 'a', extra: 3 }, 'extra', '3', 'does not apply with the present choices; leave it out'],
    [{ count: 3, last: 3 }, 'last', '3', 'below count'],
    [{ other: 1 }, 'other', '1', 'no input of this name; there are: kind, count, share, flag, last, extra'],
  ])('%j is refused with the input, what was given and what is allowed', (given, input, was, allowed) => {
    const result = run(given);
    expect(result.kind).toBe('invalid');
    const issue = result.kind === 'invalid' ? result.issues.find((i) => i.input === input) : undefined;
    expect(issue).toMatchObject({ given: was, allowed: { en: allowed } });
  });
  test('every wrong input is reported at once', () => {
    const result = run({ kind: 'c', count: 0, share: -1 });
    expect(result.kind === 'invalid' && result.issues.map((i) => i.input)).toEqual(['kind', 'count', 'share']);
  });
});

describe('a scheme that leads nowhere is refused', () => {
  const inputs = { x: { number: '[0, 100]' }, kind: { choice: { a: label, b: label } } };
  test.each([
    [{ a: { sum: ['x', 'y'] } }, 'nothing before this is called “y”'],
    [{ a: { sum: ['x', 'b'] }, b: { sum: ['x', 1] } }, 'nothing before this is called “b”'],
    [{ x: { sum: ['x', 1] } }, 'the name “x” is used twice'],
    [{ a: { is: ['kind', 'c'] } }, '“kind” has no choice “c”; it has a, b'],
    [{ a: { lookup: 'kind', in: { a: 1 } } }, 'the table has no row for “b” of “kind”'],
    [{ a: { weighted: { x: '50%' } } }, 'the weights add up to 50%, not to 100%'],
  ])('%j', (steps, message) => {
    const make = () => makeScheme({ inputs, steps, outputs: ['a'] });
    expect(make).toThrow(SchemeError);
    expect(make).toThrow(message);
  });
});

describe('parts work alone', () => {
  const compiled = readScheme('xinzhou-direct-review');
  test('one part complete is enough; outputs of others are left out', () => {
    const result = report(compiled, { satisfaction: 49 });
    expect(result).toMatchObject({ kind: 'scored', outputs: { urged: true } });
    expect('outputs' in result && Object.keys(result.outputs)).toEqual(['urged', 'handled-for-satisfaction']);
    expect('trace' in result && result.trace.every(({ step }) => !['meeting-valid', 'transfer'].includes(step))).toBe(
      true,
    );
  });
  test('no part complete is incomplete', () => {
    expect(evaluate(compiled, { mass: 80, 'members-total': 50 })).toMatchObject({ kind: 'incomplete' });
  });
});
