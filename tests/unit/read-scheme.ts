import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { scheme as schema } from '../../src/schema/scheme.ts';
import { type CompiledCohort, compileCohort } from '../../src/scoring/cohort/compile-cohort.ts';
import type { CompiledScheme } from '../../src/scoring/compile.ts';
import { compile } from '../../src/scoring/compile-any.ts';

const folder = join(import.meta.dirname, '../../content/schemes');

export const schemeIds = readdirSync(folder).map((file) => basename(file, '.yaml'));

const parsed = (id: string) => ({
  ...schema.parse(parse(readFileSync(join(folder, `${id}.yaml`), 'utf8'))),
  id,
});

/** A scheme of the library, compiled. */
export const readScheme = (id: string): CompiledScheme => compile(parsed(id));

/** The same for a table of subjects; `null` where it takes one at a time. */
export const readCohort = (id: string): CompiledCohort | null => compileCohort(parsed(id));

/** A small scheme for a test: inputs, assumptions, steps; everything else is filled in. */
export function makeScheme(
  parts: { inputs: object; steps: object; outputs: string[] } & Record<string, unknown>,
): CompiledScheme {
  const label = { zh: '名', en: 'name' };
  const named = (records: object, extra: object = {}) =>
    Object.fromEntries(Object.entries(records).map(([id, record]) => [id, { label, ...extra, ...record }]));
  const { inputs, steps, assumptions = {}, ...rest } = parts;
  return compile({
    ...schema.parse({
      title: label,
      summary: label,
      case: 'none',
      edition: '2026',
      subject: label,
      examples: [{ name: label, given: {}, 'by-hand': '无' }],
      inputs: named(inputs),
      assumptions: named(assumptions as object, { because: label }),
      steps: named(steps),
      ...rest,
    }),
    id: 'test',
  });
}
