import { expect, test } from 'vitest';
import { mutate } from '../../src/check/mutations.ts';
import { readScheme, schemeIds } from '../unit/read-scheme.ts';

test.each(schemeIds)('%s: the examples notice each stated number that is off by one step', (id) => {
  const missed = mutate(readScheme(id).scheme, id).filter(({ caught }) => !caught);
  expect(missed).toEqual([]);
});
