import { describe, expect, test } from 'vitest';
import type { Vocabulary } from '../../src/lib/vocabulary.ts';
import { buildGramIndex } from '../../src/publish/gram-index.ts';
import { readings } from '../../src/publish/readings.ts';
import { simplified } from '../../src/publish/simplified.ts';
import { segmentChinese } from '../../src/search/cut.ts';
import { openGrams } from '../../src/search/grams.ts';
import { openLexicon } from '../../src/search/lexicon.ts';
import { readOtherwise } from '../../src/search/otherwise.ts';
import { type Query, readQuery } from '../../src/search/query.ts';
import { withinOne } from '../../src/search/spelling.ts';
import { suggestOtherwise } from '../../src/search/suggest-otherwise.ts';
import { openTables } from '../../src/search/tables.ts';
import { findTiers } from '../../src/search/tiers.ts';

const vocabulary: Vocabulary = {
  entries: [
    { kind: 'practice', path: 'practices/points/', name: '积分制', also: ['量化考核积分', 'points'] },
    { kind: 'practice', path: 'practices/veto/', name: '一票否决', also: ['checklist'] },
    { kind: 'case', path: 'cases/chongqing/', name: '重庆：干部召回管理', also: ['重庆', '绿色驿站', '长安街'] },
    { kind: 'term', path: 'glossary/#activist', name: '积极分子' },
  ],
  chapters: [],
};
const pages: Readonly<Record<string, string>> = {
  'practices/points/': '积分制的案例，党员按事项得分。答复群众，覆盖全村。',
  'practices/veto/': '一票否决要慎用。干部管理。jfz 是一个缩写。',
  'cases/chongqing/': '重庆的干部召回管理，绿色驿站，党员参加。頁',
  'glossary/': '积极分子。',
};
const lexicon = openLexicon(vocabulary);
const { manifest, files } = buildGramIndex(
  Object.entries(pages).map(([path, content]) => ({ id: path, url: `/${path}`, content })),
);
const grams = await openGrams(async (name) => {
  if (name.startsWith('grams.')) return new TextEncoder().encode(JSON.stringify({ ...manifest, folder: 'g' }));
  return files[Number(/(\d+)\.bin$/.exec(name)?.[1])] ?? new Uint8Array();
}, 'zh');
const texts = Object.values(pages).join('\n');
const made = { readings: readings(vocabulary, texts), simplified: simplified(texts) };

async function readingsOf(typed: string) {
  const asked: string[] = [];
  const tables = openTables(async (name) => {
    asked.push(name);
    return made[name];
  }, lexicon);
  const options = { grams, lexicon, segment: segmentChinese };
  const find = (query: Query) => findTiers(query, options);
  const query = readQuery(typed);
  const found = await readOtherwise(query, await find(query), { ...options, tables, find });
  return { asked, found, said: found.map(({ how, text }) => `${how} ${text}`) };
}

describe('another reading', () => {
  test.each([
    ['jifenzhi', 'pinyin 积分制'],
    ['ji fen zhi', 'pinyin 积分制'],
    ['Jīfēnzhì', 'pinyin 积分制'],
    ['积fen制', 'pinyin 积分制'],
    ['jifen', 'pinyin 积分'],
    ['ypfj', 'pinyin 一票否决'],
    ['jfenz', 'pinyin 积分制'],
    ['chongqing', 'pinyin 重庆'],
    ['lvse', 'pinyin 绿色'],
    ['luseyizhan', 'pinyin 绿色驿站'],
    ["chang'anjie", 'pinyin 长安街'],
    ["chan'ganjie", 'spelling 长安街'],
    ['ganbu zhaohui', 'pinyin 干部召回'],
    ['jifengzhi', 'spelling 积分制'],
    ['jifenzi', 'spelling 积分制'],
    ['cheklist', 'spelling 一票否决'],
    ['積分制', 'simplified 积分制'],
    ['覆蓋', 'simplified 覆盖'],
    ['黨員怎麼召回', 'simplified 党员怎么召回'],
    ['答覆群眾', 'simplified 答复群众'],
    ['积分治', 'sound 积分制'],
    ['基分制怎么用', 'sound 积分制怎么用'],
    ['一票否绝', 'sound 一票否决'],
    ['一票决', 'spelling 一票否决'],
    ['票一否决', 'spelling 一票否决'],
    ['一票的否决', 'spelling 一票否决'],
    ['積分治', 'sound 积分制'],
  ])('%s → %s', async (typed, wanted) => {
    expect((await readingsOf(typed)).said).toEqual([wanted]);
  });

  test.each([
    'constructor',
    '__proto__',
    'toString',
    'zz',
    'a',
    '氢能源补贴',
    '<b>',
    '%',
    '',
  ])('%j has none', async (typed) => {
    expect((await readingsOf(typed)).said).toEqual([]);
  });

  test('finds the pages of what was meant, its own page first', async () => {
    const [reading] = (await readingsOf('积分治')).found;
    expect(reading?.tiers.exact.map(({ path }) => path)).toEqual(['practices/points/']);
  });

  test('what stands on a page as typed is neither mended nor simplified, and loads no table', async () => {
    expect(await readingsOf('积分制')).toMatchObject({ asked: [], said: [] });
    expect(await readingsOf('頁')).toMatchObject({ asked: [], said: [] });
  });

  test('letters that stand on a page keep it, and their pinyin comes beside it', async () => {
    const { said } = await readingsOf('jfz');
    expect(said).toEqual(['pinyin 积分制']);
    expect((await findTiers(readQuery('jfz'), { grams, lexicon, segment: segmentChinese })).exact).toHaveLength(1);
  });

  test('a question whose words all stand somewhere is left as it is', async () => {
    expect((await readingsOf('干部参加积分制吗')).said).toEqual([]);
  });
});

describe('the tables', () => {
  test('a character of a name has the reading of its word, and its other ones too', () => {
    expect(made.readings.names['重庆']).toBe('chong qing');
    expect(made.readings.usual['zhong']).toContain('重');
    expect(made.readings.other['chong']).toContain('重');
    expect(made.readings.usual['lv']).toContain('绿');
  });

  test('only characters that lead to one of the site are there', () => {
    expect(made.simplified.from).toContain('積');
    expect(made.simplified.from).not.toContain('龍');
    expect(made.simplified.pairs).toContainEqual(['答覆', '答复']);
  });
});

describe('one mistake', () => {
  test.each([
    ['abc', 'abc', true],
    ['abc', 'abd', true],
    ['abc', 'ab', true],
    ['abc', 'xabc', true],
    ['abcd', 'acbd', true],
    ['abcd', 'badc', false],
    ['abc', 'cba', false],
    ['abc', 'a', false],
    ['', 'ab', false],
  ])('%s and %s: %s', (a, b, wanted) => {
    expect(withinOne(a, b)).toBe(wanted);
    expect(withinOne(b, a)).toBe(wanted);
  });
});

test('suggestions are read otherwise too, and say what of the name was meant', async () => {
  const tables = openTables(async (name) => made[name], lexicon);
  const names = async (typed: string) =>
    (await suggestOtherwise(typed, lexicon, tables, 3)).map(({ entry, by, mark }) => `${by ?? entry.name} ${mark}`);
  expect((await names('jif'))[0]).toBe('积分制 积分');
  expect(await names('jfz')).toEqual(['积分制 积分制']);
  expect(await names('積分')).toEqual(['积分制 积分', '量化考核积分 积分'].slice(0, 1));
});
