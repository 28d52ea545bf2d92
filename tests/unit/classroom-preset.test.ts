import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldOf, judge, NONE, OPEN, readPrediction } from '../../src/calculator/classroom/prediction.ts';
import { keepFixed, type Preset, parsePreset, withPreset } from '../../src/calculator/classroom/preset.ts';
import { taskOf, tasksIn } from '../../src/calculator/classroom/worksheet.ts';
import { formatState, parseState } from '../../src/calculator/state.ts';
import { evaluate } from '../../src/scoring/evaluate.ts';
import { readScheme, schemeIds } from './read-scheme.ts';

const compiled = readScheme('chengzhuang-steps');
const { scheme } = compiled;
const given = { post: 'frontline', key: '39.5', basic: '55', innovation: '10' };

describe('a preset', () => {
  test('is read from the fragment beside the state, in the order of the scheme', () => {
    const fragment = '#post=frontline&p.lock=key,post&p.hide=innovation&p.ask=coefficient,step&p.readings=lock&p.big=1';
    expect(parsePreset(scheme, fragment)).toEqual({
      lock: ['post', 'key'],
      hide: ['innovation'],
      ask: ['step', 'coefficient'],
      readings: 'lock',
      big: true,
      strange: [],
    });
    expect(parseState(compiled, fragment)).toEqual({ given: { post: 'frontline' }, readings: {} });
  });

  test('is none where no key begins with p., and none is written for it', () => {
    for (const fragment of ['', '#rules', '#post=frontline&a.paid-base=off', '#p=1']) {
      expect(parsePreset(scheme, fragment)).toBeNull();
    }
    expect(withPreset('#key=40', null)).toBe('#key=40');
  });

  test('names what it does not know and goes on without', () => {
    const preset = parsePreset(scheme, '#p.lock=key,nix,constructor&p.big=yes&p.foo=1&p.readings=some&p.ask=');
    expect(preset).toMatchObject({ lock: ['key'], ask: [], readings: 'open', big: false });
    expect(preset?.strange).toEqual(['p.foo', 'nix', 'constructor', 'some', 'yes']);
  });

  test.each(schemeIds)('%s: survives the address together with the state', (id) => {
    const other = readScheme(id);
    const names = Object.keys(other.scheme.inputs);
    const preset: fc.Arbitrary<Preset> = fc.record({
      lock: fc.subarray(names),
      hide: fc.subarray(names),
      ask: fc.subarray(other.scheme.outputs),
      readings: fc.constantFrom('open', 'lock', 'hide'),
      big: fc.boolean(),
      strange: fc.constant([]),
    });
    fc.assert(
      fc.property(preset, fc.subarray(names), (one, filled) => {
        const state = { given: Object.fromEntries(filled.map((name) => [name, '1, &=#+2'])), readings: {} };
        const fragment = withPreset(formatState(other, state), one);
        const isEmpty = withPreset('', one) === '';
        expect(parsePreset(other.scheme, fragment)).toEqual(isEmpty ? null : one);
        expect(parseState(other, fragment)).toEqual(state);
      }),
      { numRuns: 50 },
    );
  });

  test('nonsense makes nothing throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
        const preset = parsePreset(scheme, `#p.lock=${a}&${b}&p.${b}=${a}&p.ask=${b}`);
        expect(parsePreset(scheme, withPreset('', preset))?.lock ?? []).toEqual(preset?.lock ?? []);
      }),
    );
  });

  test('keeps what is fixed or hidden as it is, whatever is put in its place', () => {
    const preset = parsePreset(scheme, '#p.lock=key&p.hide=innovation&p.readings=hide') as Preset;
    const now = { given, readings: { 'step-when-low': 'off' } };
    expect(keepFixed(preset, now, { given: { key: '1', basic: '2', post: 'ground' }, readings: {} })).toEqual({
      given: { key: '39.5', innovation: '10', basic: '2', post: 'ground' },
      readings: { 'step-when-low': 'off' },
    });
  });
});

describe('a prediction', () => {
  const judged = (predictions: Record<string, string>, readings: Record<string, string> = {}) => {
    const result = evaluate(compiled, given, readings);
    if (!('memory' in result)) throw new Error(result.kind);
    return judge(compiled, predictions, result, 'zh');
  };

  test('is compared exactly, a number with a number and a choice with a choice', () => {
    const all = { total: '１０４.50', step: '2', coefficient: '70%', notice: 'no', 'paid-yuan': '2100.01' };
    expect(judged(all).map(({ output, predicted, actual, verdict }) => [output, predicted, actual, verdict])).toEqual([
      ['total', '104.5', '104.5', 'right'],
      ['step', '第二台阶', '第三台阶', 'wrong'],
      ['coefficient', '0.7', '0.7', 'right'],
      ['notice', '否', '否', 'right'],
      ['paid-yuan', '2100.01 元', '2100 元', 'wrong'],
    ]);
    expect(judged({ coefficient: '1' })[0]?.because).toEqual({
      text: '重点项得分 39.5 低于 40，台阶考核系数为0.7',
      cites: ['R22', 'R21'],
    });
  });

  test('“not defined by the source” is right where an assumption is off', () => {
    expect(judged({ step: OPEN }, { 'step-when-low': 'off' })[0]).toMatchObject({
      actual: '原文未规定',
      verdict: 'right',
    });
    expect(judged({ step: OPEN })[0]).toMatchObject({ verdict: 'wrong' });
    expect(judged({ step: NONE }, { 'step-when-low': 'off' })[0]).toMatchObject({ verdict: 'wrong' });
  });

  test('several choices are right in any order, and none is an answer', () => {
    const suihua = readScheme('suihua-exit');
    const field = fieldOf(suihua, 'exits', 'zh');
    expect(field.kind).toBe('several');
    expect(readPrediction(field, 'rank,nix')).toBeNull();
    for (const example of suihua.scheme.examples) {
      const result = evaluate(suihua, example.given, example.assume);
      const exits = 'outputs' in result ? result.outputs.get('exits') : undefined;
      if (!('memory' in result) || !Array.isArray(exits)) continue;
      const typed = exits.length === 0 ? NONE : exits.toReversed().join(',');
      expect(judge(suihua, { exits: typed }, result, 'zh')[0]).toMatchObject({ verdict: 'right' });
    }
  });

  test('of a percentage, a fraction, a date and a list is read as the form gives it', () => {
    const read = (id: string, output: string, typed: string) =>
      readPrediction(fieldOf(readScheme(id), output, 'zh'), typed)?.toString();
    expect(read('weifang-school-floors', 'core-percent', '40')).toBe('0.4');
    expect(read('weifang-school-floors', 'core-percent', '40%')).toBe('0.4');
    expect(read('zhuji-negative-vote', 'share', '10/31')).toBe('10/31');
    expect(readPrediction(fieldOf(readScheme('yanshan-countdown'), 'review-date', 'zh'), '2026-05-32')).toBeNull();
    expect(read('quzhou-study-work', 'months-missed', '2、8')).toBe('2,8');
    expect(readPrediction(fieldOf(compiled, 'total', 'zh'), 'many')).toBeNull();
  });
});

test.each(schemeIds)('%s: every example makes a task with an answer, and the task does not give it away', (id) => {
  const other = readScheme(id);
  const examples = tasksIn(other);
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) {
    for (const lang of ['zh', 'en'] as const) {
      const task = taskOf(other, example, lang);
      expect(task.given.length).toBeGreaterThan(0);
      expect(task.find.length).toBeGreaterThan(0);
      expect(task.answer).not.toBe('');
      const told = JSON.stringify([task.given, task.readings, task.find]);
      expect(told, example.name.zh).not.toMatch(/"undefined|\[object|未填/);
    }
  }
});
