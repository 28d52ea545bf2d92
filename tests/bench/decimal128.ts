/**
 * Numbers as DMN's FEEL has them, after its specification: decimals of 34 digits (IEEE 754-2008 decimal128), each
 * result rounded to the nearest, a half to the even digit. A model of the arithmetic; no DMN engine is run.
 */
export type Decimal = { digits: bigint; exponent: number };

const PRECISION = 34;

const power = (exponent: number): bigint => 10n ** BigInt(exponent);
const length = (digits: bigint): number => (digits < 0n ? -digits : digits).toString().length;

/** `39.5` is `decimal(395, -1)`. */
export const decimal = (digits: number, exponent = 0): Decimal => ({ digits: BigInt(digits), exponent });

/** Rounds to 34 digits. `rest` says that something not 0 lies beyond the last digit. */
function round(digits: bigint, exponent: number, rest = false): Decimal {
  const surplus = length(digits) - PRECISION;
  if (surplus <= 0) return { digits, exponent };
  const unit = power(surplus);
  const kept = digits / unit;
  const cut = 2n * (digits % unit);
  const up = cut > unit || (cut === unit && (rest || kept % 2n === 1n));
  return { digits: up ? kept + 1n : kept, exponent: exponent + surplus };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return round(a.digits * power(a.exponent - exponent) + b.digits * power(b.exponent - exponent), exponent);
}

export const multiply = (a: Decimal, b: Decimal): Decimal => round(a.digits * b.digits, a.exponent + b.exponent);

/** Of numbers that are not negative; the divisor is not 0. */
export function divide(a: Decimal, b: Decimal): Decimal {
  const shift = PRECISION + 2 + length(b.digits);
  const top = a.digits * power(shift);
  return round(top / b.digits, a.exponent - b.exponent - shift, top % b.digits !== 0n);
}

/** Below 0, 0 or above, as `a` lies to `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const difference = a.digits * power(a.exponent - exponent) - b.digits * power(b.exponent - exponent);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
