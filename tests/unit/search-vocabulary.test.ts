import { expect, test } from 'vitest';
import { vocabulary } from '../../src/publish/vocabulary.ts';

const named = (zh: string) => ({ zh, en: `${zh} in English` });
const none = { cases: [], practices: [], chapters: [], schemes: [], courses: [], terms: [], sources: [] };

test('a case is called by its title, its aliases, its places with and without their rank, and its id', () => {
  const place = { province: '浙江省', city: '衢州市', county: '柯城区', unit: '新新街道' };
  const cases = [{ id: 'kecheng', data: { title: named('十二小时'), aliases: ['志愿时长'], place } }];
  expect(vocabulary({ ...none, cases }, 'zh').entries).toEqual([
    {
      kind: 'case',
      path: 'cases/kecheng/',
      name: '十二小时',
      also: ['志愿时长', '浙江省', '衢州市', '柯城区', '浙江', '衢州', '柯城', '新新街道', 'kecheng'],
    },
  ]);
});

test('a term is an anchor of the glossary', () => {
  const terms = [{ id: 'veto', data: { term: named('一票否决'), aliases: [] } }];
  expect(vocabulary({ ...none, terms }, 'en').entries).toEqual([
    { kind: 'term', path: 'glossary/#veto', name: '一票否决 in English', also: ['veto'] },
  ]);
});
