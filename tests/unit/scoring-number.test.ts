import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Exact } from '../../src/scoring/exact.ts';
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
    expect(formatNumber(parseNumber('1/1048576'))).toBe('0.00000095367431640625');
    expect(formatNumber(parseNumber('-7/4'))).toBe('-1.75');
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
        return sum.mul(100).toString() === String(whole);
      }),
    );
  });

  test('every operation agrees with a ratio of big integers, for small and for huge numbers', () => {
    type Ratio = [bigint, bigint];
    const part = fc.oneof(
      fc.bigInt(-200n, 200n),
      fc.bigInt(-(2n ** 56n), 2n ** 56n),
      fc.bigInt(-(10n ** 30n), 10n ** 30n),
    );
    const ratio: fc.Arbitrary<Ratio> = fc.tuple(
      part,
      part.map((d) => (d < 0n ? -d : d) || 1n),
    );
    const exactOf = ([n, d]: Ratio): Exact => Exact.parse(String(n)).div(Exact.parse(String(d)));
    const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
    const text = ([n, d]: Ratio): string => {
      const by = gcd(n, d) * (d < 0n ? -1n : 1n);
      return d / by === 1n ? String(n / by) : `${n / by}/${d / by}`;
    };
    const floor = ([n, d]: Ratio): bigint => n / d - (n < 0n && n % d !== 0n ? 1n : 0n);
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const [x, y] = [exactOf(a), exactOf(b)];
        const difference = a[0] * b[1] - b[0] * a[1];
        expect(x.toFraction()).toBe(text(a));
        expect(x.add(y).toFraction()).toBe(text([a[0] * b[1] + b[0] * a[1], a[1] * b[1]]));
        expect(x.sub(y).toFraction()).toBe(text([difference, a[1] * b[1]]));
        expect(x.mul(y).toFraction()).toBe(text([a[0] * b[0], a[1] * b[1]]));
        if (b[0] === 0n) expect(() => x.div(y)).toThrow('division by zero');
        else expect(x.div(y).toFraction()).toBe(text([a[0] * b[1], a[1] * b[0]]));
        expect(Math.sign(x.compare(y))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
        expect(x.sign()).toBe(a[0] < 0n ? -1 : a[0] > 0n ? 1 : 0);
        expect(x.floor().toFraction()).toBe(String(floor(a)));
        expect(x.ceil().toFraction()).toBe(String(-floor([-a[0], a[1]])));
      }),
      { numRuns: 3000 },
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
