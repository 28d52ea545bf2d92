import fc from 'fast-check';
import { parseInterval } from '../../src/lib/interval.ts';
import type { Assumption, Input } from '../../src/schema/scheme.ts';
import type { CompiledScheme } from '../../src/scoring/compile.ts';
import { readInputs } from '../../src/scoring/inputs.ts';

type Numeric = { range: string; step: number };
const ends = ({ range, step }: Numeric): [number, number] => {
  const { low, lowIncluded, high } = parseInterval(range);
  return [Number(low) + (lowIncluded ? 0 : step), high === null ? 1_000_000 : Number(high)];
};
const numeric = (input: Input): Numeric | null => {
  if ('number' in input) return { range: input.number, step: (input.step ?? 1) < 1 ? 0.1 : 1 };
  if ('integer' in input) return { range: input.integer, step: 1 };
  return 'list' in input ? { range: input.list, step: input.whole ? 1 : 0.1 } : null;
};
const choicesOf = (input: Input): string[] | null =>
  'choice' in input ? Object.keys(input.choice) : 'yes-no' in input ? ['yes', 'no'] : null;
const moment = (input: Input): string => ('date' in input ? '2026-12-31' : 'month' in input ? '2026-12' : '23:59');
export const otherReadings = (assumption: Assumption): string[] =>
  [...Object.keys(assumption.options), 'off'].filter((option) => option !== assumption.default);

/** Values of an input among which the longest one is; a series of 24 and a list of 20 entries, no two neighbours equal. */
export function longValues(input: Input): string[] {
  const entries = (size: number, entry: (i: number) => string) => [
    Array.from({ length: size }, (_, i) => entry(i)).join(),
  ];
  if ('series' in input) {
    const ids = Object.keys(input.series);
    return ids.flatMap((id) => ids.flatMap((other) => (id === other ? [] : entries(24, (i) => (i % 2 ? id : other)))));
  }
  const number = numeric(input);
  if (!number) return choicesOf(input) ?? [moment(input)];
  const [, high] = ends(number);
  if ('list' in input) {
    return entries(input.size ?? 20, (i) => String(Math.min(high, 10 + i) - (number.step < 1 ? 0.5 : 0)));
  }
  return [high, high - number.step].map((value) => String(Number(value.toFixed(1))));
}

/** Valid inputs and readings in the spelling of strings, lists short enough for them; what breaks a constraint or a condition is taken out. */
export const anyResult = (compiled: CompiledScheme) => {
  const number = (of: Numeric, most = 1_000_000) => {
    const [low, high] = ends(of);
    const factor = of.step < 1 ? 10 : 1;
    return fc.integer({ min: low * factor, max: Math.min(high, most) * factor }).map((value) => String(value / factor));
  };
  const givenOf = (input: Input): fc.Arbitrary<string> => {
    const of = numeric(input);
    const size = {
      minLength: 1,
      maxLength: 10,
      ...('size' in input ? { minLength: input.size as number, maxLength: input.size as number } : {}),
    };
    const list = (entry: fc.Arbitrary<string>) => fc.array(entry, size).map((entries) => entries.join());
    if ('series' in input) return list(fc.constantFrom(...Object.keys(input.series)));
    if (of) return 'list' in input ? list(fc.oneof(fc.constantFrom('1', '2'), number(of, 100))) : number(of);
    return fc.constantFrom(...(choicesOf(input) ?? [moment(input)]));
  };
  const readingOf = (assumption: Assumption) => {
    const options = fc.constantFrom(...otherReadings(assumption));
    if (!assumption.number) return options;
    return fc.oneof(
      options,
      number({ range: assumption.number, step: 0.1 }).filter((n) => n !== String(assumption.default)),
    );
  };
  const record = (values: (readonly [string, fc.Arbitrary<string>])[]) =>
    fc.record(Object.fromEntries(values), { requiredKeys: [] });
  return fc
    .tuple(
      record(compiled.inputs.map(([name, input]) => [name, givenOf(input)])),
      record(compiled.assumptions.map(([name, assumption]) => [name, readingOf(assumption)])),
    )
    .map(([all, readings]) => {
      const given = { ...all } as Record<string, string>;
      for (;;) {
        const wrong = readInputs(compiled, given, readings).issues.map(({ input }) => input);
        if (wrong.length === 0) return { given, readings: readings as Record<string, string> };
        const before = Object.keys(given).length;
        for (const name of wrong) delete given[name];
        if (Object.keys(given).length === before) throw new Error(`still wrong: ${wrong}`);
      }
    });
};
