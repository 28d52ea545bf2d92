import { describe, expect, test } from 'vitest';
import { readState, withMarks, writeState } from '../../src/search/address.ts';
import { firstOf } from '../../src/search/choose.ts';
import { excerpt } from '../../src/search/excerpt.ts';
import { countFacets, type Facets, passes, splitChosen } from '../../src/search/facets.ts';
import { longestTyped } from '../../src/search/in-address.ts';
import { openRecent } from '../../src/search/recent.ts';
import { placesOf, readFragment } from '../../src/search/sections.ts';
import { markIn, showHit, showName } from '../../src/search/show.ts';
import type { Hit } from '../../src/search/tiers.ts';

/** As Pagefind cuts: zero-width spaces between words, a full stop of its own at the end of a block. */
const words = [
  '台阶',
  '考核',
  '. ',
  '导语',
  '说 ',
  '明',
  '。 ',
  'R16 ',
  '第一',
  '台阶',
  '. ',
  '总分 ',
  '60',
  '分',
  '<',
  '台阶',
  '。 ',
  'R17 ',
  '约谈',
  '. ',
  '总分',
  '160',
  '分',
  '。',
];
const fragment = {
  meta: { title: '台阶考核' },
  content: words.join('\u200b'),
  anchors: [
    { element: 'h3', id: 'r16', text: 'R16 第一台阶', location: 7 },
    { element: 'h3', id: 'r17', text: 'R17 约谈', location: 17 },
    { element: 'div', id: 'box', text: '', location: 3 },
  ],
};
const page = readFragment(fragment);
const hit = (needle: string, more: Partial<Hit> = {}): Hit => ({
  page: 0,
  path: 'rulebook/mine/',
  kind: 'rule',
  entry: undefined,
  named: [],
  held: [needle],
  times: 1,
  ...more,
});
const plain = (parts: readonly { text: string; mark: boolean }[] | undefined): string | undefined =>
  parts?.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');

describe('the text of a page', () => {
  test('has its sections and no traces of the index', () => {
    expect(page.sections.map(({ id, heading }) => [id, heading])).toEqual([
      [undefined, '台阶考核'],
      ['r16', 'R16 第一台阶'],
      ['r17', 'R17 约谈'],
    ]);
    expect(page.text).toContain('60分<台阶');
    expect(page.comparable.text).toContain('r16第一台阶总分60分<台阶');
  });

  test('knows a part of a longer number from the number', () => {
    expect(placesOf(page, '60分').map(({ whole }) => whole)).toEqual([true, false]);
  });
});

describe('what is shown of a hit', () => {
  test('it leads to the heading under which the words stand whole', () => {
    const shown = showHit(hit('60分'), page);
    expect(shown.path).toBe('rulebook/mine/#r16');
    expect(plain(shown.heading)).toBe('R16 第一台阶');
    expect(plain(shown.excerpt)).toBe('总分 [60分]<台阶。 ');
    expect(shown.more).toEqual([{ heading: 'R17 约谈', path: 'rulebook/mine/#r17', times: 1 }]);
  });

  test('a heading that holds the words is marked, and its text shown', () => {
    const shown = showHit(hit('约谈'), page);
    expect(plain(shown.heading)).toBe('R17 [约谈]');
    expect(plain(shown.excerpt)).toBe('总分160分。');
  });

  test('a rule that is named is where the link leads', () => {
    const entry = { kind: 'rule', path: 'rulebook/mine/#r17', name: '约谈' } as const;
    expect(showHit(hit('台阶', { named: [entry] }), page).path).toBe('rulebook/mine/#r17');
  });

  test('the page that is named is shown from its top', () => {
    const entry = { kind: 'rule', path: 'rulebook/mine/', name: '台阶考核' } as const;
    const shown = showHit(hit('台阶考核', { named: [entry], entry }), page);
    expect(shown.path).toBe('rulebook/mine/');
    expect(plain(shown.title)).toBe('[台阶考核]');
    expect(plain(shown.excerpt)).toBe('导语说 明。 ');
  });

  test('marks follow the comparable form', () => {
    expect(plain(markIn('得６０ 分', ['60分']))).toBe('得[６０ 分]');
  });
});

describe('an excerpt', () => {
  const lead = (text: string) => plain(excerpt({ text }, [], { start: 0, end: text.length }));

  test('of a page that is named is its Chinese lead, without the translation around it', () => {
    expect(lead('Points system\n把事拆成项目。\n逐项给分。\nWork is split into items.\n下文。')).toBe(
      '把事拆成项目。 逐项给分。',
    );
    expect(lead('Only English here.')).toBe('Only English here.');
    expect(lead('')).toBe('');
  });

  test('does not break off inside a Latin word', () => {
    expect(lead(`${'甲'.repeat(92)} points`)).toBe(`${'甲'.repeat(92)} …`);
  });
});

describe('which hits are shown', () => {
  const kinds = [...'cccccccccccc', 'p', 'r', 'p', 'r'];
  const hits = kinds.map((kind, page) =>
    hit('台阶', { page, kind: kind === 'c' ? 'case' : kind === 'p' ? 'practice' : 'rule' }),
  );

  test('the first, and the best of each kind that is not among them', () => {
    expect(firstOf(hits, 4).map(({ page }) => page)).toEqual([0, 1, 2, 3, 12, 13]);
  });

  test('all, where only a few would be left', () => {
    expect(firstOf(hits, 14)).toEqual(hits);
    expect(firstOf(hits, 13).length).toBe(14);
  });

  test('a hit without its text has its name and leads where its name leads', () => {
    const entry = { kind: 'rule', path: 'rulebook/mine/#r16', name: '第一台阶' } as const;
    const shown = showName(
      hit('台阶', { named: [entry], entry: { ...entry, path: 'rulebook/mine/', name: '台阶考核' } }),
    );
    expect([plain(shown.title), shown.path, shown.bare]).toEqual(['[台阶]考核', 'rulebook/mine/#r16', true]);
  });
});

describe('recent searches', () => {
  const storage = (start: Record<string, string> = {}, write = (_key: string): void => undefined) => {
    const items = new Map(Object.entries(start));
    return {
      localStorage: {
        getItem: (name: string) => items.get(name) ?? null,
        setItem: (name: string, value: string) => {
          write(name);
          items.set(name, value);
        },
        removeItem: (name: string) => items.delete(name),
      } as unknown as Storage,
    };
  };

  test('the latest eight, each once however it was typed', () => {
    const recent = openRecent(storage());
    for (let n = 0; n < 10; n++) recent.add(`台阶${n}`);
    recent.add(' ８ 台阶 ');
    recent.add('台阶 ５');
    recent.add('   ');
    expect(recent.list()).toEqual(['台阶 ５', '８ 台阶', '台阶9', '台阶8', '台阶7', '台阶6', '台阶4', '台阶3']);
    recent.remove('台阶9');
    expect(recent.list()).not.toContain('台阶9');
    recent.clear();
    expect(recent.list()).toEqual([]);
  });

  test('a full storage keeps what it has', () => {
    const recent = openRecent(
      storage({ 'recent-searches': '["台阶"]' }, () => {
        throw new Error('full');
      }),
    );
    recent.add('清单');
    expect(recent.list()).toEqual(['台阶']);
  });
});

describe('addresses', () => {
  test('the state of the page is in its address', () => {
    const state = { q: '台阶 & <b>', chosen: { kind: ['案例', '规则'], region: ['浙江'] } };
    expect(readState(writeState(state))).toEqual(state);
    expect(writeState({ q: '', chosen: {} })).toBe('');
  });

  test('unknown parameters and doubles are left out', () => {
    expect(readState('?q=a&x=1&kind=案例&kind=案例&kind=')).toEqual({ q: 'a', chosen: { kind: ['案例'] } });
  });

  test('a query is cut and mended so that an address can carry it', () => {
    const { q } = readState(writeState({ q: `\ud800${'阶'.repeat(10_000)}`, chosen: {} }));
    expect(q).toBe('阶'.repeat(longestTyped));
    expect(readState('?q=&q=台阶&q=清单').q).toBe('台阶');
  });

  test('the words go before the anchor; single characters are not marked', () => {
    expect(withMarks('rulebook/mine/#r16', ['台阶', '制'])).toBe('rulebook/mine/?mark=%E5%8F%B0%E9%98%B6#r16');
    expect(withMarks('cases/mine/', ['制'])).toBe('cases/mine/');
  });
});

describe('filters', () => {
  const facets: Facets = new Map([
    [
      'kind',
      new Map([
        ['案例', new Set(['a', 'b'])],
        ['规则', new Set(['c'])],
      ]),
    ],
    [
      'region',
      new Map([
        ['浙江', new Set(['a', 'c'])],
        ['山西', new Set(['b'])],
      ]),
    ],
  ]);

  test('any value of a filter, and every filter', () => {
    const kept = (chosen: Parameters<typeof passes>[1]) => ['a', 'b', 'c'].filter((id) => passes(id, chosen, facets));
    expect(kept({})).toEqual(['a', 'b', 'c']);
    expect(kept({ kind: ['案例', '规则'], region: ['浙江'] })).toEqual(['a', 'c']);
    expect(kept({ kind: ['没有'] })).toEqual([]);
  });

  test('values that the site has not are told apart', () => {
    expect(splitChosen({ kind: ['案例', 'x'], year: ['1900'] }, facets)).toEqual({
      chosen: { kind: ['案例'], region: [], organisation: [], practice: [], year: [], calculator: [] },
      unknown: ['x', '1900'],
    });
  });

  test('a count says what would be left with the other filters as they are', () => {
    const counts = countFacets(['a', 'b', 'c'], { region: ['浙江'] }, facets);
    expect(counts.get('kind')).toEqual([
      { value: '案例', pages: 1, chosen: false },
      { value: '规则', pages: 1, chosen: false },
    ]);
    expect(counts.get('region')).toEqual([
      { value: '浙江', pages: 2, chosen: true },
      { value: '山西', pages: 1, chosen: false },
    ]);
  });
});
