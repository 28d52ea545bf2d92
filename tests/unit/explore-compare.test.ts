import { describe, expect, test } from 'vitest';
import { compareScenarios } from '../../src/calculator/explore/compare.ts';
import { scenarioOf } from '../../src/calculator/explore/scenario.ts';
import { outputText } from '../../src/calculator/explore/sweep-words.ts';
import { parseState } from '../../src/calculator/state.ts';
import { wordsOf } from '../../src/scoring/words.ts';
import { readScheme } from './read-scheme.ts';

/** The rows of two states as text: `output coefficient 0.7 | 1 higher better`. */
function rows(id: string, first: string, second: string): string[] {
  const compiled = readScheme(id);
  const [a, b] = [first, second].map((fragment) => scenarioOf(compiled, parseState(compiled, fragment)));
  if (!a || !b) throw new Error('two scenarios');
  const found = compareScenarios(compiled, a, b, {
    words: wordsOf(compiled, 'en'),
    output: ({ result }, output) => outputText(compiled, result, output, 'en'),
    leftOut: 'left out',
    follows: 'yes',
    followsNot: 'no',
    notUsed: (reading) => `(${reading})`,
    off: 'off',
  });
  return found.map(({ kind, name, sides, verdict, better }) => {
    const order = better ? (better > 0 ? ' better' : ' worse') : '';
    return `${kind} ${name}: ${sides.map(({ text }) => text).join(' | ')} ${verdict}${order}`;
  });
}

const some = (all: readonly string[], ...names: string[]): string[] =>
  all.filter((row) => names.some((name) => row.includes(` ${name}: `)));

describe('two scenarios', () => {
  test('say which is greater, which is better, and which consequence only one of them has', () => {
    const found = rows(
      'chengzhuang-steps',
      'post=frontline&key=39.5&basic=55&innovation=10',
      'post=frontline&key=40&basic=55&innovation=10',
    );
    expect(found.filter((row) => row.startsWith('input'))).toEqual(['input key: 39.5 | 40 higher']);
    expect(some(found, 'coefficient', 'step', 'self-criticism', 'paid-yuan')).toEqual([
      'output step: third step | third step same',
      'output coefficient: 0.7 | 1 higher better',
      'output self-criticism: yes | no different better',
      'output paid-yuan: 2100 yuan | 3000 yuan higher',
      'consequence self-criticism: yes | no onlyFirst',
    ]);
  });

  test('tell what the source leaves open from what it gives, and readings that differ', () => {
    const state = 'post=frontline&key=39.5&basic=55&innovation=10';
    const found = rows('chengzhuang-steps', state, `${state}&a.step-when-low=off`);
    expect(some(found, 'step', 'step-when-low')).toEqual([
      'reading step-when-low: still by the total | off different',
      'output step: third step | not defined by the source (G7) different',
    ]);
  });

  test('take 40 and 40.0 for the same, name a later date, and an input that was left out', () => {
    expect(rows('yanshan-countdown', 'lecture-date=2017-03-15', 'lecture-date=2017-03-22')).toContain(
      'input lecture-date: 2017-03-15 | 2017-03-22 later',
    );
    const found = rows('linjiang-stars', 'items-met=14&violations=1', 'items-met=14.0');
    expect(some(found, 'items-met', 'violations')).toEqual(['input violations: 1 | left out different']);
  });
});
