const SAFE = Number.MAX_SAFE_INTEGER;
const isSafe = (value: number): boolean => value <= SAFE && value >= -SAFE;

/** Greatest common divisor of two safe integers, the second above 0. */
function divisor(a: number, b: number): number {
  let x = Math.abs(a);
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/**
 * An exact rational number, immutable. Decimals, percentages and thirds are all exact.
 *
 * Scores are small: while numerator and denominator are safe integers, plain numbers compute them, about ten times
 * as fast as big integers do. Anything larger is a ratio of big integers; which of the two it is cannot be seen from
 * outside.
 */
export class Exact {
  /** The denominator is above 0; not to be read where `big` is set. Not always in lowest terms. */
  private readonly top: number;
  private readonly bottom: number;
  private readonly big: Ratio | null;

  private constructor(top: number, bottom: number, big: Ratio | null) {
    this.top = top;
    this.bottom = bottom;
    this.big = big;
  }

  /** A whole number, or a ratio of two: safe integers, the second not 0. */
  static of(top: number, bottom = 1): Exact {
    return bottom === 1 ? new Exact(top, 1, null) : bottom < 0 ? reduce(-top, -bottom) : reduce(top, bottom);
  }

  /** Digits with an optional sign and decimal point: `-39.5`. */
  static parse(digits: string): Exact {
    const [whole = '', decimals = ''] = digits.split('.');
    const top = Number(whole + decimals);
    const bottom = 10 ** decimals.length;
    if (isSafe(top) && isSafe(bottom)) return Exact.of(top, bottom);
    return Exact.large([BigInt(whole + decimals), 10n ** BigInt(decimals.length)]);
  }

  /** Two safe integers, the second above 0. */
  static ratio(top: number, bottom: number): Exact {
    return new Exact(top, bottom, null);
  }

  /** Two big integers, the second above 0. */
  static large([top, bottom]: Ratio): Exact {
    const by = bigDivisor(top, bottom);
    const ratio: Ratio = [top / by, bottom / by];
    const [n, d] = [Number(ratio[0]), Number(ratio[1])];
    return isSafe(n) && isSafe(d) ? new Exact(n, d, null) : new Exact(0, 0, ratio);
  }

  private get ratio(): Ratio {
    return this.big ?? [BigInt(this.top), BigInt(this.bottom)];
  }

  add(other: Exact | number): Exact {
    const b = typeof other === 'number' ? Exact.of(other) : other;
    if (this.big === null && b.big === null) {
      const same = this.bottom === b.bottom;
      const left = same ? this.top : this.top * b.bottom;
      const right = same ? b.top : b.top * this.bottom;
      const bottom = same ? this.bottom : this.bottom * b.bottom;
      const top = left + right;
      if (isSafe(left) && isSafe(right) && isSafe(top) && isSafe(bottom)) return reduce(top, bottom);
    }
    const [[n, d], [m, e]] = [this.ratio, b.ratio];
    return Exact.large([n * e + m * d, d * e]);
  }

  sub(other: Exact | number): Exact {
    return this.add((typeof other === 'number' ? Exact.of(other) : other).negated());
  }

  mul(other: Exact | number): Exact {
    const b = typeof other === 'number' ? Exact.of(other) : other;
    if (this.big === null && b.big === null) {
      const top = this.top * b.top;
      const bottom = this.bottom * b.bottom;
      if (isSafe(top) && isSafe(bottom)) return reduce(top, bottom);
    }
    const [[n, d], [m, e]] = [this.ratio, b.ratio];
    return Exact.large([n * m, d * e]);
  }

  /** Throws `RangeError` where the other is 0. */
  div(other: Exact | number): Exact {
    const b = typeof other === 'number' ? Exact.of(other) : other;
    if (b.sign() === 0) throw new RangeError('division by zero');
    if (b.big !== null) {
      const [m, e] = b.big;
      return this.mul(Exact.large(m < 0n ? [-e, -m] : [e, m]));
    }
    return this.mul(b.top < 0 ? Exact.ratio(-b.bottom, -b.top) : Exact.ratio(b.bottom, b.top));
  }

  negated(): Exact {
    return this.big === null
      ? new Exact(0 - this.top, this.bottom, null)
      : new Exact(0, 0, [-this.big[0], this.big[1]]);
  }

  /** Below 0 where this is the smaller, 0 where they are equal, above 0 where this is the greater. */
  compare(other: Exact | number): number {
    const b = typeof other === 'number' ? Exact.of(other) : other;
    if (this.big === null && b.big === null) {
      if (this.bottom === b.bottom) return this.top - b.top;
      const left = this.top * b.bottom;
      const right = b.top * this.bottom;
      if (isSafe(left) && isSafe(right)) return left - right;
    }
    const [[n, d], [m, e]] = [this.ratio, b.ratio];
    return n * e < m * d ? -1 : n * e > m * d ? 1 : 0;
  }

  equals(other: Exact | number): boolean {
    return this.compare(other) === 0;
  }

  /** The next whole number that is not greater. */
  floor(): Exact {
    if (this.big !== null) {
      const [n, d] = this.big;
      return Exact.large([n / d - (n < 0n && n % d !== 0n ? 1n : 0n), 1n]);
    }
    const rest = this.top % this.bottom;
    return new Exact((this.top - rest) / this.bottom - (rest < 0 ? 1 : 0), 1, null);
  }

  /** The next whole number that is not smaller. */
  ceil(): Exact {
    return this.negated().floor().negated();
  }

  isWhole(): boolean {
    return this.big === null ? this.top % this.bottom === 0 : this.big[1] === 1n;
  }

  /** -1, 0 or 1. */
  sign(): number {
    return this.big === null ? Math.sign(this.top) : this.big[0] < 0n ? -1 : 1;
  }

  /** Lowest terms: `1/3`, `1/4`, `0`, `12`. */
  toFraction(): string {
    const [n, d] = this.ratio;
    const by = bigDivisor(n, d);
    return d === by ? String(n / by) : `${n / by}/${d / by}`;
  }

  /** Decimal digits where the number has finitely many, all of them, else lowest terms: `79.9`, `1/3`. */
  toString(): string {
    const [n, d] = this.ratio;
    const by = bigDivisor(n, d);
    let [scaled, places, rest] = [(n < 0n ? -n : n) / by, 0, d / by];
    while (rest !== 1n && (rest % 2n === 0n || rest % 5n === 0n)) {
      // One more decimal: a factor 10 in the numerator takes a 2, a 5 or both from the denominator.
      const taken = (rest % 2n === 0n ? 2n : 1n) * (rest % 5n === 0n ? 5n : 1n);
      scaled *= 10n / taken;
      rest /= taken;
      places += 1;
    }
    if (rest !== 1n) return this.toFraction();
    const digits = String(scaled).padStart(places + 1, '0');
    const decimals = places === 0 ? '' : `.${digits.slice(-places)}`;
    return `${n < 0n ? '-' : ''}${digits.slice(0, digits.length - places)}${decimals}`;
  }

  /** The nearest JavaScript number: for drawing, sorting keys and indexes, not for scores. */
  valueOf(): number {
    return this.big === null ? this.top / this.bottom : nearest(this.big);
  }
}

type Ratio = readonly [bigint, bigint];

function bigDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The ratio as a JavaScript number, by its first seventeen digits or more. */
function nearest([n, d]: Ratio): number {
  const whole = n / d;
  const shift = 10n ** 20n;
  return Number(whole) + Number(((n % d) * shift) / d) / 1e20;
}

/** Denominators below this are kept as they are: finding the lowest terms costs more than it saves. */
const ROOM = 1_000_000;

function reduce(top: number, bottom: number): Exact {
  if (bottom < ROOM) return Exact.ratio(top + 0, bottom);
  const by = divisor(top, bottom);
  return Exact.ratio(top / by + 0, bottom / by);
}
