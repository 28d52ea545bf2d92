import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contains,
  formatFraction,
  formatNumber,
  formatPercent,
  parseNumber,
  parseRange,
  readNumber,
} from '../../src/scoring/number.ts';

describe('numbers are exact', () => {
  test('decimals, thirds and percentages', () => {
    expect(formatNumber(parseNumber(0.1).add(parseNumber(0.2)))).toBe('0.3');
    expect(formatNumber(parseNumber('10').div(parseNumber('30')))).toBe('1/3');
    expect(formatNumber(parseNumber('40%'))).toBe('0.4');
    expect(formatPercent(parseNumber('1/3'))).toBe('100/3%');
    expect(formatFraction(parseNumber('6').div(parseNumber('24')))).toBe('1/4');
    expect(formatNumber(parseNumber(39.5).add(parseNumber(55)).add(parseNumber(10)))).toBe('104.5');
  });

  test.each([
    '',
    ' ',
    'x',
    '1e3',
    '0x10',
    '1,5',
    '--1',
    '1.',
    '.5',
    '1/0',
    'NaN',
    '１',
    '9'.repeat(41),
  ])('refuses %j', (text) => expect(readNumber(text)).toBeNull());
  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21, 1e-7])('refuses the number %j', (number) =>
    expect(readNumber(number)).toBeNull());

  test('any sum of decimals equals the sum of whole hundredths', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 }), (hundredths) => {
        const sum = hundredths.map((h) => parseNumber((h / 100).toFixed(2))).reduce((a, b) => a.add(b));
        const whole = hundredths.reduce((a, b) => a + BigInt(b), 0n);
        return sum.mul(100).equals(whole);
      }),
    );
  });
});

describe('ranges', () => {
  test.each([
    ['[70, 80)', '70', true],
    ['[70, 80)', '69.9999', false],
    ['[70, 80)', '79.9999', true],
    ['[70, 80)', '80', false],
    ['(0, 1]', '0', false],
    ['(0, 1]', '1', true],
    ['[0, ∞)', '99999999999999999999', true],
  ])('%s holds %s: %s', (range, value, held) => {
    expect(contains(parseRange(range), parseNumber(value))).toBe(held);
  });
  test.each(['70-80', '[80, 70]', '[a, b]', '[1, 2', ''])('refuses %j', (text) =>
    expect(() => parseRange(text)).toThrow());
});
