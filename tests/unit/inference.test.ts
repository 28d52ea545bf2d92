import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as arithmetic from '../../src/check/inference/range.ts';
import { termsOf } from '../../src/check/inference/terms.ts';
import { Values } from '../../src/check/inference/values.ts';
import type { Input } from '../../src/schema/scheme.ts';
import { evaluate } from '../../src/scoring/evaluate.ts';
import { Exact } from '../../src/scoring/exact.ts';
import { parseRange } from '../../src/scoring/number.ts';
import { isList, Undefined, type Value } from '../../src/scoring/value.ts';
import { readScheme, schemeIds } from './read-scheme.ts';

const { divide, fromInterval, intersection, multiply, point, show } = arithmetic;
const range = (text: string, whole = false) => fromInterval(parseRange(text), whole);
const holds = (within: arithmetic.Range, value: Exact): boolean => intersection(within, point(value)) !== null;

describe('interval arithmetic', () => {
  test.each([
    ['product of both signs', show(multiply(range('[-2, 3]'), range('(-5, 4]'))), '(-15, 12]'],
    ['nothing times no end', show(multiply(range('[0, 1]'), range('[2, ∞)'))), '[0, ∞)'],
    ['quotient by what may come near 0', show(divide(range('[1, 2]'), range('(0, 4]'))), '[0.25, ∞)'],
    ['quotient by both signs', show(divide(range('[1, 2]'), range('[-1, 1]'))), '(-∞, ∞)'],
    ['open ends of whole numbers', show(range('(0, 10)', true)), '[1, 9]'],
    ['rounded down below an open end', show(arithmetic.floor(range('[0, 3)'))), '[0, 2]'],
    ['rounded half up', show(arithmetic.halfUp(range('[0.4, 2.5]'))), '[0, 3]'],
    [
      'what lies beyond',
      arithmetic.beyond(range('[0, 120]'), range('[10, 110)')).map(show).join(),
      '[0, 10),[110, 120]',
    ],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));

  const number = fc.integer({ min: -12, max: 12 }).map((n) => Exact.of(n, 4));
  const ranged = fc
    .tuple(number, number, number)
    .map((some) => some.toSorted((a, b) => a.compare(b)) as [Exact, Exact, Exact])
    .map((some) => ({ value: some[1], range: some.map(point).reduce(arithmetic.union) }));

  test('a result lies in the range of the results', () => {
    fc.assert(
      fc.property(ranged, ranged, (a, b) => {
        expect(holds(arithmetic.add(a.range, b.range), a.value.add(b.value))).toBe(true);
        expect(holds(arithmetic.subtract(a.range, b.range), a.value.sub(b.value))).toBe(true);
        expect(holds(multiply(a.range, b.range), a.value.mul(b.value))).toBe(true);
        expect(b.value.sign() === 0 || holds(divide(a.range, b.range), a.value.div(b.value))).toBe(true);
        expect(holds(arithmetic.floor(a.range), a.value.floor())).toBe(true);
        expect(holds(arithmetic.ceiling(a.range), a.value.ceil())).toBe(true);
        const below = arithmetic.decide('below', a.range, b.range);
        expect(below === null || below === a.value.compare(b.value) < 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Values of an input, its ends and thresholds among them. */
function valuesOf(input: Input): fc.Arbitrary<unknown> {
  const within = (text: string, isWhole: boolean): fc.Arbitrary<number> => {
    const [low = 0, high = 1000] = (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    const most = Math.min(high, low + 1000);
    const whole = fc.integer({ min: Math.ceil(low), max: Math.floor(most) });
    return fc.oneof(whole, fc.constantFrom(low, most), isWhole ? whole : whole.map((n) => Math.max(low, n - 0.5)));
  };
  if ('number' in input) return within(input.number, false);
  if ('integer' in input) return within(input.integer, true);
  if ('choice' in input) return fc.constantFrom(...Object.keys(input.choice));
  if ('yes-no' in input) return fc.boolean();
  if ('series' in input)
    return fc.array(fc.constantFrom(...Object.keys(input.series)), { minLength: 1, maxLength: 14 });
  if ('list' in input) {
    const { size } = input;
    const lengths = size === undefined ? { minLength: 1, maxLength: 5 } : { minLength: size, maxLength: size };
    return fc.array(within(input.list, input.whole), lengths);
  }
  if ('time' in input)
    return fc.integer({ min: 0, max: 1439 }).map((m) => new Date(m * 60_000).toISOString().slice(11, 16));
  const day = fc.integer({ min: 0, max: 30_000 }).map((d) => new Date(d * 86_400_000).toISOString());
  return day.map((text) => text.slice(0, 'month' in input ? 7 : 10));
}

describe.each(schemeIds)('%s', (id) => {
  const compiled = readScheme(id);
  const { inputs, assumptions } = compiled.scheme;
  const values = new Values(
    compiled.scheme,
    termsOf(compiled.scheme, {}, (path) => path),
  );
  const given = fc.record(Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, valuesOf(input)])), {
    requiredKeys: [],
  });
  const readings = fc.record(
    Object.fromEntries(
      Object.entries(assumptions).map(([name, { options, number }]) => [
        name,
        fc.constantFrom<unknown>(
          'off',
          ...Object.keys(options),
          ...(number ? (number.match(/\d+/g)?.map(Number) ?? []) : []),
        ),
      ]),
    ),
    { requiredKeys: [] },
  );

  test('what a step gives lies in its inferred range, and nothing is undefined without a gap', () => {
    const check = (step: string, value: Value): void => {
      if (value instanceof Undefined) expect([step, value.gaps.length > 0]).toEqual([step, true]);
      const numbers = (isList(value) ? value : [value]).filter((entry) => entry instanceof Exact);
      if (numbers.length === 0) return;
      const inferred = values.of({ kind: 'name', name: step, path: [], written: step }, values.base);
      for (const number of numbers) {
        if (!inferred || !holds(inferred.range, number))
          throw new Error(`${step} is ${number}, outside ${inferred ? show(inferred.range) : 'no range'}`);
      }
      if (isList(value) && inferred?.size) expect(holds(inferred.size, Exact.of(value.length))).toBe(true);
    };
    const run = (some: object, read: object): void => {
      const result = evaluate(compiled, some as Record<string, unknown>, read as Record<string, unknown>);
      if (result.kind !== 'scored' && result.kind !== 'undefined') return;
      for (const step of compiled.steps) check(step.id, result.memory[step.slot] as Value);
    };
    for (const example of compiled.scheme.examples) run(example.given, example.assume);
    fc.assert(fc.property(given, readings, run), { numRuns: 200 });
  });
});
