import { describe, expect, test } from 'vitest';
import { exampleDifferences } from '../../src/scoring/example.ts';
import { readScheme, schemeIds } from '../unit/read-scheme.ts';

describe.each(schemeIds)('%s', (id) => {
  const compiled = readScheme(id);
  test.each(compiled.scheme.examples.map((example) => [example.name.zh, example] as const))('%s', (_, example) => {
    expect(exampleDifferences(compiled, example)).toEqual([]);
  });

  test('every assumption has an example with it switched off', () => {
    const off = new Set(
      compiled.scheme.examples.flatMap((e) =>
        Object.entries(e.assume)
          .filter(([, v]) => v === 'off')
          .map(([name]) => name),
      ),
    );
    expect(Object.keys(compiled.scheme.assumptions).filter((name) => !off.has(name))).toEqual([]);
  });

  test('every choice of an output and both answers of a yes/no output are shown by an example', () => {
    const seen = new Map<string, Set<string>>();
    for (const example of compiled.scheme.examples) {
      for (const [output, value] of Object.entries(example.expect)) {
        const shown = seen.get(output) ?? new Set();
        for (const entry of [value].flat()) shown.add(String(entry));
        seen.set(output, shown);
      }
    }
    const expected = compiled.scheme.outputs.flatMap((output) => {
      const choices = compiled.scheme.steps[output]?.choices;
      const values = [...(seen.get(output) ?? [])];
      const wanted = choices
        ? Object.keys(choices)
        : values.some((v) => v === 'true' || v === 'false')
          ? ['true', 'false']
          : values.slice(0, 1);
      return wanted.length === 0
        ? [`${output}: never shown`]
        : wanted.filter((v) => !values.includes(v)).map((v) => `${output}: ${v}`);
    });
    expect(expected).toEqual([]);
  });
});
