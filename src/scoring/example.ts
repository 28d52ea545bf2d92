import type { Example } from '../schema/scheme.ts';
import type { CompiledScheme } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { toJson } from './report.ts';

export type Difference = { where: string[]; expected: string; got: string };

/** Where the engine and a worked example disagree; empty where the example holds exactly. */
export function exampleDifferences(compiled: CompiledScheme, example: Example): Difference[] {
  const result = evaluate(compiled, example.given, example.assume);
  if (result.kind === 'invalid') {
    return result.issues.map(({ input, given, allowed }) => ({
      where: ['given', input],
      expected: allowed.en,
      got: given || 'left out',
    }));
  }
  const differences: Difference[] = [];
  const compare = (where: string[], expected: unknown, got: unknown): void => {
    const [a, b] = [show(expected), show(got)];
    if (a !== b) differences.push({ where, expected: a, got: b });
  };
  compare(['kind'], example.kind, result.kind);
  if (result.kind === 'incomplete') {
    compare(['missing'], example.missing, result.missing);
    return differences;
  }
  for (const [output, expected] of Object.entries(example.expect)) {
    const value = result.outputs.get(output);
    compare(
      ['expect', output],
      expected,
      value === undefined ? undefined : toJson(value, compiled.scheme.steps[output]?.unit),
    );
  }
  const open = new Map(result.kind === 'undefined' ? result.open.map((o) => [o.output, o.gaps]) : []);
  for (const output of new Set([...Object.keys(example.open), ...open.keys()])) {
    compare(['open', output], example.open[output], open.get(output));
  }
  if (example.consequences) compare(['consequences'], example.consequences, result.consequences);
  return differences;
}

const show = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  return Array.isArray(value) ? (value.length === 0 ? 'none' : value.join(', ')) : String(value);
};
