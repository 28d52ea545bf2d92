import { describe, expect, test } from 'vitest';
import { entryChecks, problemWords } from '../../src/calculator/field-problems.ts';
import { cellsOf, textOfCells, withPasted } from '../../src/calculator/list-entries.ts';
import { entriesOf, leftOutWords, rangeWords } from '../../src/calculator/range-words.ts';
import { keysOf, nextChoice, pastedPeriods } from '../../src/calculator/series-entries.ts';
import type { Input } from '../../src/schema/scheme.ts';
import { readScheme, schemeIds } from './read-scheme.ts';

const label = { zh: '名', en: 'name' };
const series = {
  attended: { zh: '参加', en: 'attended' },
  absent: { zh: '缺席', en: 'Absent' },
  'not-held': { zh: '未开展', en: 'not held' },
};
const issue = { input: 'x', given: '', allowed: { zh: '总规定', en: 'the rule' } };
const problem = (input: object, value: string, lang: 'zh' | 'en' = 'zh') =>
  problemWords({ label, ...input } as Input, value, issue, lang);

describe('a range in words', () => {
  test.each([
    ['[0, 45]', '0 到 45', '0 to 45'],
    ['(0, 1440]', '大于 0、不超过 1440', 'above 0, at most 1440'],
    ['[0, ∞)', '不小于 0', 'at least 0'],
    ['(0, ∞)', '大于 0', 'above 0'],
    ['[0, 1)', '不小于 0、小于 1', 'at least 0, below 1'],
  ])('%s', (range, zh, en) => {
    expect(rangeWords(range, 'zh')).toBe(zh);
    expect(rangeWords(range, 'en')).toBe(en);
  });
});

describe('what leaving an input out means', () => {
  test('the value that it stands for, in the words of the scheme', () => {
    const told = (input: object) => leftOutWords({ label, ...input } as Input, 'zh');
    expect(told({ number: '[0, 1]' })).toBe('');
    expect(told({ integer: '[0, 40]', unit: 'quarters', absent: 0 })).toBe('不填即 0 个季度');
    expect(told({ 'yes-no': true, absent: false })).toBe('不填即“否”');
    expect(told({ choice: { none: { zh: '无', en: 'none' } }, absent: 'none' })).toBe('不填即“无”');
    expect(told({ number: '[0, 1]', absent: 'unknown' })).toBe('可不填，按未知处理');
  });

  test('every optional input of every scheme says it in both languages', () => {
    const inputs = schemeIds.flatMap((id) => readScheme(id).inputs.map(([, input]) => input));
    const optional = inputs.filter(({ absent }) => absent !== undefined);
    expect(optional.length).toBeGreaterThan(80);
    for (const lang of ['zh', 'en'] as const) {
      expect(optional.filter((input) => leftOutWords(input, lang) === '')).toEqual([]);
    }
  });
});

describe('what is wrong with a field', () => {
  test('a number', () => {
    expect(problem({ number: '[0, 45]' }, '45.1')).toBe('45.1 不在范围内，范围：0 到 45。');
    expect(problem({ number: '[0, 45]' }, '４６', 'en')).toBe('46 is out of range (0 to 45).');
    expect(problem({ number: '[0, 45]' }, 'abc')).toBe('“abc”不是数字，范围：0 到 45。');
    expect(problem({ number: '[0, 45]' }, '1/2')).toBe('“1/2”不是数字，范围：0 到 45。');
    expect(problem({ integer: '[0, 7]' }, '1.5')).toBe('1.5 不是整数，范围：0 到 7。');
    expect(problem({ number: '[0, 45]' }, '40')).toBe('总规定');
  });

  test('which entries of a list, and how many are wanted', () => {
    const list = { list: '[0, 100]', whole: true, size: 3 };
    expect(problem(list, '1, x, 101')).toBe(
      '第 2 项：“x”不是数字，范围：0 到 100。第 3 项：101 不在范围内，范围：0 到 100。',
    );
    expect(problem(list, '1, ?, 2.5')).toBe('第 2 项：未填。第 3 项：2.5 不是整数，范围：0 到 100。');
    expect(problem(list, 'a b c d')).toMatch(/（共 4 处）$/);
    expect(problem(list, '1, 2')).toBe('应有 3 项，现有 2 项。');
    expect(problem(list, '1, 2, 3')).toBe('总规定');
    expect(problem({ series }, 'attended, foo')).toBe('第 2 期不是可选的一种。');
    expect(entryChecks({ label, series } as Input, ['absent', 'foo'])).toEqual([true, false]);
  });
});

describe('entries of a list', () => {
  test('stand in cells and go back into text', () => {
    expect(entriesOf(' 8，9、１０;\n11 ')).toEqual(['8', '9', '10', '11']);
    expect(entriesOf('')).toEqual([]);
    expect(cellsOf(['8', '?', '9'], undefined)).toEqual(['8', '', '9', '']);
    expect(cellsOf(['8'], 3)).toEqual(['8', '', '']);
    expect(cellsOf(['1', '2', '3', '4'], 3)).toEqual(['1', '2', '3', '4']);
    expect(textOfCells(['8', '', '9', '', ''])).toBe('8, ?, 9');
    expect(textOfCells(['', ''])).toBe('');
  });

  test('pasted numbers go between the others, or over the cells of a list of fixed length', () => {
    expect(withPasted(['1', '2', ''], 1, ['7', '8'], undefined)).toEqual(['1', '7', '8', '']);
    expect(withPasted(['1', '', ''], 1, ['7', '8'], 3)).toEqual(['1', '7', '8']);
  });
});

describe('periods of a timeline', () => {
  const choices = Object.keys(series);

  test('go round through the choices', () => {
    expect(choices.map((choice) => nextChoice(choices, choice))).toEqual(['absent', 'not-held', 'attended']);
    expect(nextChoice(choices, 'foo')).toBe('attended');
  });

  test('are set by a digit, or by a letter that is not taken', () => {
    expect([...keysOf(choices)]).toEqual([
      ['a', 'attended'],
      ['1', 'attended'],
      ['2', 'absent'],
      ['n', 'not-held'],
      ['3', 'not-held'],
    ]);
  });

  test('are pasted by id or by name in either language, all or none', () => {
    expect(pastedPeriods(series, '参加\t缺席\r\nnot held，ABSENT\n')).toEqual([
      'attended',
      'absent',
      'not-held',
      'absent',
    ]);
    expect(pastedPeriods(series, '参加\t请假')).toEqual([]);
  });
});
