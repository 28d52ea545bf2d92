import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatState, givenOf, parseState, stateOfExample } from '../../src/calculator/state.ts';
import { evaluate, reliedOn } from '../../src/scoring/evaluate.ts';
import { explain } from '../../src/scoring/explain.ts';
import { report } from '../../src/scoring/report.ts';
import { makeScheme, readScheme, schemeIds } from './read-scheme.ts';

const tenths = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((t) => t / 10);

/** Inputs that are valid, nearly valid, and nonsense. */
const anything = (id: string) => {
  const { inputs, assumptions } = readScheme(id).scheme;
  const some = fc.oneof(
    fc.constant(undefined),
    fc.integer({ min: -2, max: 120 }),
    tenths(110),
    fc.boolean(),
    fc.string(),
    fc.jsonValue(),
  );
  const value = (name: string) => {
    const input = inputs[name];
    const right =
      input && 'choice' in input
        ? fc.constantFrom(...Object.keys(input.choice))
        : input && 'yes-no' in input
          ? fc.boolean()
          : tenths(60);
    return fc.oneof({ weight: 6, arbitrary: right }, some);
  };
  const reading = (name: string) =>
    fc.constantFrom(undefined, 'off', ...Object.keys(assumptions[name]?.options ?? {}), '30', 'nonsense');
  const record = (names: string[], of: (name: string) => fc.Arbitrary<unknown>) =>
    fc.record(Object.fromEntries(names.map((name) => [name, of(name)])), { requiredKeys: [] });
  return fc.tuple(record(Object.keys(inputs), value), record(Object.keys(assumptions), reading));
};

describe.each(schemeIds)('%s', (id) => {
  const compiled = readScheme(id);

  test('no input makes the engine throw, and every result explains itself in both languages', () => {
    fc.assert(
      fc.property(anything(id), ([given, readings]) => {
        const result = evaluate(compiled, given, readings);
        reliedOn(compiled, given, readings, result);
        if (result.kind !== 'scored' && result.kind !== 'undefined') return;
        for (const language of ['zh', 'en'] as const) {
          for (const { text } of explain(compiled, result, language))
            expect(text).not.toMatch(/undefined|\[object|null| {2}/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('an example survives the address', () => {
    for (const example of compiled.scheme.examples) {
      const state = stateOfExample(example);
      const reopened = parseState(compiled, formatState(compiled, state));
      expect(reopened).toEqual(state);
      const given = givenOf(reopened, new Set(Object.keys(compiled.scheme.inputs)));
      expect(report(compiled, given, reopened.readings)).toEqual(report(compiled, example.given, example.assume));
    }
  });

  test('switching an assumption off leaves other values as they are or undefined, never different', () => {
    for (const example of compiled.scheme.examples) {
      const before = report(compiled, example.given, example.assume);
      if (!('outputs' in before) || before.kind === 'incomplete') continue;
      for (const [name] of compiled.assumptions) {
        const after = report(compiled, example.given, { ...example.assume, [name]: 'off' });
        if (!('outputs' in after)) continue;
        for (const [output, value] of Object.entries(after.outputs))
          expect([output, value]).toEqual([output, before.outputs[output]]);
      }
    }
  });
});

test('an address holds a long list whole, leaves out one that is too long, and a long text in any other input', () => {
  const compiled = makeScheme({
    inputs: { hours: { list: '[0, 100]' }, score: { number: '[0, 100]' } },
    steps: { all: { total: 'hours' } },
    outputs: ['all'],
  });
  const hours = Array.from({ length: 2500 }, (_, i) => i % 100).join(', ');
  const state = { given: { hours, score: '1' }, readings: {} };
  expect(hours.length).toBeGreaterThan(9000);
  expect(parseState(compiled, formatState(compiled, state))).toEqual(state);
  expect(parseState(compiled, `#hours=${'1,'.repeat(5001)}&score=2`)).toEqual({ given: { score: '2' }, readings: {} });
  expect(parseState(compiled, `#hours=1&score=${'1'.repeat(201)}`)).toEqual({ given: { hours: '1' }, readings: {} });
});

describe('chengzhuang-steps', () => {
  const compiled = readScheme('chengzhuang-steps');
  const coefficient = (key: number, basic: number, innovation: number): number => {
    const result = report(compiled, { post: 'frontline', key, basic, innovation });
    return 'outputs' in result ? Number(result.outputs['coefficient']) : Number.NaN;
  };

  test('total and coefficient agree with whole tenths worked out apart', () => {
    fc.assert(
      fc.property(tenths(45), tenths(55), tenths(10), (key, basic, innovation) => {
        const [k, b, i] = [key, basic, innovation].map((v) => Math.round(v * 10)) as [number, number, number];
        const total = k + b + i;
        const expected = total < 700 || k < 400 ? 0.7 : total < 800 ? 0.8 : total < 900 ? 0.9 : 1;
        const result = report(compiled, { post: 'frontline', key, basic, innovation });
        expect(result).toMatchObject({
          outputs: { coefficient: expected, total: total / 10, 'paid-yuan': (3000 * expected * 10) / 10 },
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a higher score never lowers the coefficient', () => {
    fc.assert(
      fc.property(tenths(45), tenths(45), tenths(55), tenths(10), (one, other, basic, innovation) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        return coefficient(low, basic, innovation) <= coefficient(high, basic, innovation);
      }),
    );
  });
});

test('zhuji: one third is reached exactly when three times the votes are the assessors or more', () => {
  const compiled = readScheme('zhuji-negative-vote');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), fc.nat(), (ballots, a, b) => {
      const present = a % (ballots + 1);
      const partial = b % (ballots - present + 1);
      const given = { ballots, 'present-votes': present, 'partial-votes': partial, verified: true, role: 'candidate' };
      expect(report(compiled, given)).toMatchObject({ outputs: { referred: 3 * (present + partial) >= ballots } });
    }),
    { numRuns: 300 },
  );
});

test('huangshan: tiers follow the order of places and keep within their shares', () => {
  const compiled = readScheme('huangshan-indices');
  const order = ['excellent', 'pioneer', 'qualified', 'needs-improvement'];
  for (const ranked of [1, 7, 10, 25, 33, 100]) {
    const tiers = Array.from({ length: ranked }, (_, i) => {
      const given = {
        subject: 'member',
        'mid-common': 70,
        'mid-specific': 15,
        'end-common': 70,
        'end-specific': 15,
        rank: i + 1,
        ranked,
      };
      const result = report(compiled, given);
      return 'outputs' in result ? String(result.outputs['tier']) : '';
    });
    expect(tiers).toEqual(tiers.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    const count = (tier: string) => tiers.filter((t) => t === tier).length;
    expect(count('excellent') * 10).toBeLessThanOrEqual(ranked);
    expect(count('needs-improvement') * 10).toBeLessThanOrEqual(ranked);
    expect((count('excellent') + count('pioneer')) * 10).toBeLessThanOrEqual(ranked * 3);
  }
});
