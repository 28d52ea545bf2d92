import { expect, test } from 'vitest';
import { figuresOf, isRight, type Query } from '../search/relevance.ts';

test('an address with an anchor is met by it alone, one without anywhere on its page', () => {
  expect(isRight('rulebook/x/#r7', ['rulebook/x/#r7'])).toBe(true);
  expect(isRight('rulebook/x/#r8', ['rulebook/x/#r7'])).toBe(false);
  expect(isRight('rulebook/x/', ['rulebook/x/#r7'])).toBe(false);
  expect(isRight('rulebook/x/#r8', ['rulebook/x/#r7'], { byPage: true })).toBe(true);
  expect(isRight('cases/x/#figures', ['cases/x/'])).toBe(true);
  expect(isRight('cases/x/y/', ['cases/x/'])).toBe(false);
});

test('counts first, first three, wrongly nothing, and the absent apart', () => {
  const query = (kind: Query['kind'], right: readonly string[]): Query => ({ query: right.join() || '?', kind, right });
  const queries = [
    query('title', ['a/']),
    query('title', ['a/', 'b/']),
    query('short', ['a/']),
    query('short', ['a/']),
    query('absent', []),
    query('absent', []),
  ];
  const ranked = [['a/', 'b/'], ['x/', 'y/', 'b/#z'], ['x/', 'y/', 'z/', 'a/'], [], [], ['x/']];
  const { all, byKind, failures } = figuresOf(queries, ranked, [false, true, false, true, false, true]);
  expect(all).toEqual({ answerable: 4, first: 1, firstThree: 2, wronglyNothing: 1, absent: 2, absentRight: 1 });
  expect(byKind.get('title')).toMatchObject({ answerable: 2, first: 1, firstThree: 2, wronglyNothing: 0 });
  expect([...byKind.keys()]).toEqual(['title', 'short', 'absent']);
  expect(failures.map(({ problem }) => problem)).toEqual([
    'not first',
    'not in the first three',
    'wrongly nothing',
    'wrongly there',
  ]);
});
