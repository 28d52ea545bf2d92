import { describe, expect, test } from 'vitest';
import { comparable, comparableWithMap, nameKey } from '../../src/lib/comparable.ts';
import { cut, pairsOf, segmentChinese } from '../../src/search/cut.ts';
import { longestQuery, readQuery } from '../../src/search/query.ts';

describe('comparable text', () => {
  test.each([
    ['６０分', '60分'],
    ['（ＡＢＣ）', '(abc)'],
    ['支 部\n书　记', '支部书记'],
    ['党\u200b员\ufeff', '党员'],
    ['“台阶”', '"台阶"'],
    ['1–10 月', '1-10月'],
    ['½', '1/2'],
    ['第一章. 总则.', '第一章总则'],
    ['1.5 倍', '1.5倍'],
    ['系数 0.8。', '系数0.8。'],
    ['一\u0000二\u0007', '一二'],
  ])('%j is compared as %j', (text, expected) => {
    expect(comparable(text)).toBe(expected);
  });

  test('the map leads back to the characters that were written', () => {
    const original = '得 ½ 分. 再来';
    const { text, from, to } = comparableWithMap(original);
    expect(text).toBe('得1/2分再来');
    expect(original.slice(from[1], to[3])).toBe('½');
    expect(original.slice(from[4], to[5])).toBe('分. 再');
  });

  test('a name is looked up without its punctuation', () => {
    expect(nameKey('chengzhuang-mine-step-appraisal#R16')).toBe(nameKey('Chengzhuang mine step appraisal R16'));
    expect(nameKey('《1+4+1》')).toBe('1+4+1');
  });
});

describe('reading a query', () => {
  test('line breaks, control characters and runs of white space become one space', () => {
    expect(readQuery('  台阶\r\n\t考核\u0000 \u2028系数 ')).toMatchObject({
      text: '台阶 考核 系数',
      needle: '台阶考核系数',
    });
  });

  test('markup is text', () => {
    expect(readQuery('<img src=x onerror=alert(1)>').text).toBe('<img src=x onerror=alert(1)>');
  });

  test.each([
    '"积分制"',
    '“积分制”',
    '「积分制」',
    '『积分制』',
    '‘积分制’',
  ])('%s is also looked for without its marks', (typed) => {
    expect(readQuery(typed).unquoted).toBe('积分制');
  });

  test('marks inside a query stay', () => {
    expect(readQuery('“三基”工作')).toMatchObject({ needle: '"三基"工作', unquoted: undefined });
  });

  test('a pasted article is cut at a whole character', () => {
    const query = readQuery('𠮷'.repeat(500));
    expect(query.shortened).toBe(true);
    expect([...query.text]).toHaveLength(longestQuery);
  });

  test('nothing but white space and invisible characters is an empty query', () => {
    expect(readQuery(' \u200b\n\u0001')).toMatchObject({ text: '', needle: '', shortened: false });
  });
});

describe('cutting', () => {
  const words = new Set(['台阶考核', '积分制', '一票否决', '三会一课', '党员']);
  const pieces = (text: string) => cut(text, { words, segment: segmentChinese });

  test.each([
    ['积分制怎么考核党员', ['积分制', '考核', '党员']],
    ['台阶考核系数', ['台阶考核', '系数']],
    ['三会一课，一票否决', ['三会一课', '一票否决']],
    ['60分以下', ['60分', '以下']],
    ['R16 和 20%', ['r16', '20%']],
    ['1/3 反对', ['1/3', '反对']],
    ['《ABC》', ['abc']],
    ['党员 党员', ['党员']],
  ])('%s → %j', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  test('single characters that the segmenter leaves side by side stay one name', () => {
    expect(cut('五联五创', { words: new Set(), segment: (text) => [...text] })).toEqual(['五联五创']);
  });

  test('a query of stop words alone keeps them', () => {
    expect(pieces('怎么')).toEqual(['怎么']);
  });

  test('without a segmenter it still cuts', () => {
    expect(cut('被召回的干部', { words: new Set(['干部']), segment: (text) => [...text] })).toEqual(['召回', '干部']);
  });

  test('pairs are for Chinese of three characters and more', () => {
    expect(pairsOf('积份制')).toEqual(['积份', '份制']);
    expect(pairsOf('考核')).toEqual([]);
    expect(pairsOf('appraisal')).toEqual([]);
  });
});
