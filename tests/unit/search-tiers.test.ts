import { describe, expect, test } from 'vitest';
import type { Vocabulary } from '../../src/lib/vocabulary.ts';
import { buildGramIndex } from '../../src/publish/gram-index.ts';
import { segmentChinese } from '../../src/search/cut.ts';
import { openGrams } from '../../src/search/grams.ts';
import { openLexicon } from '../../src/search/lexicon.ts';
import { readQuery } from '../../src/search/query.ts';
import { suggest } from '../../src/search/suggest.ts';
import { findTiers } from '../../src/search/tiers.ts';

const vocabulary: Vocabulary = {
  entries: [
    { kind: 'case', path: 'cases/mine/', name: '煤矿台阶考核', also: ['山西', '清单考核'] },
    { kind: 'practice', path: 'practices/points/', name: '积分制', also: ['量化考核积分'] },
    { kind: 'term', path: 'glossary/#points', name: '积分制' },
    { kind: 'rule', path: 'rulebook/mine/', name: '台阶考核：规则' },
  ],
  chapters: [
    {
      path: 'rulebook/mine/',
      rules: [
        ['R1', '第一台阶'],
        ['R16', '约谈'],
      ],
    },
  ],
};
const pages: Readonly<Record<string, string>> = {
  'cases/mine/': '煤矿台阶考核。总分60分以上为第一台阶，干部要谈话。',
  'cases/other/': '另一个案例说到积分制，积分制和积分制；考核 分60；教育干部。',
  'practices/points/': '把要做的事逐项给分。积分制的案例。',
  'glossary/': '积分制：逐项给分。',
  'cases/far/': `值班的人。${'其他内容。'.repeat(80)}电话。`,
  'cases/near/': `${'其他内容。'.repeat(80)}值班时要接电话。`,
  'rulebook/mine/': 'R1第一台阶。R16约谈：160分。被召回的干部。',
};

const lexicon = openLexicon(vocabulary);
const { manifest, files } = buildGramIndex(
  Object.entries(pages).map(([path, content]) => ({ id: path, url: `/${path}`, content })),
);
const grams = await openGrams(async (name) => {
  if (name.startsWith('grams.')) return new TextEncoder().encode(JSON.stringify({ ...manifest, folder: 'g' }));
  return files[Number(/(\d+)\.bin$/.exec(name)?.[1])] ?? new Uint8Array();
}, 'zh');

async function search(typed: string, segment = segmentChinese) {
  const tiers = await findTiers(readQuery(typed), { grams, lexicon, segment });
  const paths = (name: 'named' | 'exact' | 'all' | 'some') => tiers[name].map((hit) => hit.path);
  return {
    named: paths('named'),
    exact: paths('exact'),
    all: paths('all'),
    some: paths('some'),
    missing: tiers.missing,
    tiers,
  };
}

describe('tiers', () => {
  test('the page of that name comes before the page that says it most often', async () => {
    const { exact, tiers } = await search('积分制');
    expect(exact).toEqual(['practices/points/', 'glossary/', 'cases/other/']);
    expect(tiers.exact[2]?.times).toBe(3);
  });

  test('what stands together is apart from what holds only the pieces', async () => {
    const { exact, all, some } = await search('干部谈话');
    expect(exact).toEqual([]);
    expect(all).toEqual(['cases/mine/']);
    expect(some).not.toContain('cases/mine/');
  });

  test('white space in the query does not matter, punctuation does', async () => {
    expect((await search('第一 台阶')).exact).toEqual((await search('第一台阶')).exact);
    expect((await search('分60')).exact).toEqual(['cases/mine/', 'cases/other/']);
    expect((await search('，干部要')).exact).toEqual(['cases/mine/']);
    expect((await search('。干部要')).exact).toEqual([]);
  });

  test('quotation marks around the query count only where a page has them', async () => {
    expect((await search('“积分制”')).exact).toEqual((await search('积分制')).exact);
  });

  test('an alias or a place leads to its page, even where the page does not hold it', async () => {
    expect((await search('量化考核积分')).named).toEqual(['practices/points/']);
    expect((await search('山西')).named).toEqual(['cases/mine/']);
  });

  test.each(['mine R16', 'mine#R16', 'MINE/r16', 'Ｒ16'])('%s leads to its rule', async (typed) => {
    const { tiers } = await search(typed);
    const first = tiers.named[0] ?? tiers.exact[0];
    expect(first?.named.map((entry) => entry.path)).toContain('rulebook/mine/#r16');
  });

  test.each([
    '煤矿 R16',
    '山西R16',
    '清单 r16',
  ])('%s leads to the rule of a chapter by a name of its case', async (typed) => {
    const { tiers } = await search(typed);
    expect(tiers.named.flatMap((hit) => hit.named.map((entry) => entry.path))).toEqual(['rulebook/mine/#r16']);
  });

  test('a page that says another name of the same thing holds the piece', async () => {
    const { all } = await search('量化考核积分怎么逐项做');
    expect(all).toEqual(['practices/points/', 'glossary/']);
    const { tiers } = await search('量化考核积分怎么逐项做');
    expect(tiers.all[0]?.held).toContain('积分制');
  });

  test('among pages that hold the same pieces, the one where they stand close together comes first', async () => {
    const { all } = await search('值班电话');
    expect(all).toEqual(['cases/near/', 'cases/far/']);
  });

  test('a question loses its stop words', async () => {
    const { all, missing } = await search('被召回的干部怎么教育');
    expect(missing).toEqual([]);
    expect(all).toEqual([]);
    expect((await search('被召回的干部怎么教育')).some).toEqual(['rulebook/mine/', 'cases/other/']);
  });

  test('a misspelt word is named as missing, and its pairs still lead somewhere', async () => {
    const { exact, some, missing } = await search('积分致', (text) => [text]);
    expect(exact).toEqual([]);
    expect(missing).toEqual(['积分致']);
    expect(some[0]).toBe('practices/points/');
  });

  test('one character finds what holds it', async () => {
    expect((await search('煤')).exact).toEqual(['cases/mine/']);
  });

  test('nothing typed finds nothing', async () => {
    expect(await search('')).toMatchObject({ named: [], exact: [], all: [], some: [] });
    expect(await search('。')).toMatchObject({ all: [], some: [] });
  });
});

describe('suggestions', () => {
  const names = (typed: string) => suggest(typed, lexicon, 4).map(({ entry, by }) => by ?? entry.name);

  test('whole names, then beginnings, then what holds it; own names before others', () => {
    expect(names('台阶')).toEqual(['台阶考核：规则', '煤矿台阶考核', '第一台阶']);
    expect(names('积分')).toEqual(['积分制', '积分制']);
    expect(names('清单')).toEqual(['清单考核']);
  });

  test('nothing for nothing', () => {
    expect(names(' ')).toEqual([]);
    expect(names('不存在的')).toEqual([]);
  });
});
