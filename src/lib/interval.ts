/**
 * A range of numbers as people write it: `[70, 80)` holds 70 and not 80; `∞` is no end.
 * Ends are exact decimal text, so that nothing is lost before it is computed with.
 */
export type Interval = {
  readonly low: string | null;
  readonly lowIncluded: boolean;
  readonly high: string | null;
  readonly highIncluded: boolean;
};

const shape = /^([[(])\s*(-?\d+(?:\.\d+)?|-∞)\s*,\s*(-?\d+(?:\.\d+)?|∞)\s*([\])])$/;

/** Parses `[70, 80)`, `[0, ∞)`; throws on anything else. */
export function parseInterval(text: string): Interval {
  const match = shape.exec(text.trim());
  if (!match) throw new Error(`“${text}” is not a range such as \`[70, 80)\` or \`[0, ∞)\``);
  const [, open, low, high, close] = match as unknown as [string, string, string, string, string];
  const interval = {
    low: low === '-∞' ? null : low,
    lowIncluded: open === '[' && low !== '-∞',
    high: high === '∞' ? null : high,
    highIncluded: close === ']' && high !== '∞',
  };
  if (interval.low !== null && interval.high !== null && Number(interval.low) > Number(interval.high)) {
    throw new Error(`“${text}” ends before it begins`);
  }
  return interval;
}
