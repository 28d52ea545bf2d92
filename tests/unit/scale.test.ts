import { expect, test } from 'vitest';
import { input as schema } from '../../src/schema/scheme-parts.ts';
import { parseNumber } from '../../src/scoring/number.ts';
import { scaleOf } from '../../src/scoring/scale.ts';

const label = { zh: '名', en: 'name' };
const scale = (input: object) => scaleOf(schema.parse({ label, ...input }));

test.each([
  [{ number: '[0, 45]', step: 0.1 }, 0, 450],
  [{ number: '(0, 45]', step: 0.1 }, 1, 450],
  [{ number: '[0, 45)', step: 0.1 }, 0, 449],
  [{ number: '[0, 45)', step: 7 }, 0, 6],
  [{ number: '[0.5, 3]', step: 1 }, 0, 2],
  [{ integer: '[1, 12]' }, 0, 11],
  [{ integer: '[1, ∞)' }, 0, Number.POSITIVE_INFINITY],
  [{ number: '(-∞, 3]', step: 1 }, Number.NEGATIVE_INFINITY, 3],
  [{ list: '[0, 4]', step: 0.5 }, 0, 8],
  [{ time: true }, 0, 1440],
])('%j has the places %d to %d', (input, first, last) => {
  expect(scale(input)).toMatchObject({ first, last });
});

test('places are counted from the low end; what lies between two belongs to neither', () => {
  const half = scale({ number: '[0.5, 3]', step: 1 });
  expect([0, 1, 2].map((place) => Number(half?.at(place)))).toEqual([0.5, 1.5, 2.5]);
  expect([half?.below(parseNumber(2)), half?.above(parseNumber(2))]).toEqual([1, 2]);
  expect([half?.below(parseNumber(1.5)), half?.above(parseNumber(1.5))]).toEqual([1, 1]);
});

test('a percentage counts in what is entered and is computed with as a share', () => {
  const percent = scale({ number: '[0, 100]', step: 0.5, unit: 'percent' });
  expect([Number(percent?.at(3)), percent?.below(parseNumber('1.7%')), percent?.last]).toEqual([0.015, 3, 200]);
});

test('choices and answers have no scale', () => {
  expect([scale({ 'yes-no': true }), scale({ choice: { a: label } })]).toEqual([null, null]);
});
