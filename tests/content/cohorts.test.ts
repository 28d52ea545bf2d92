import { describe, expect, test } from 'vitest';
import { cohortDifferences } from '../../src/scoring/cohort/cohort-example.ts';
import type { CompiledCohort } from '../../src/scoring/cohort/compile-cohort.ts';
import { readCohort, schemeIds } from '../unit/read-scheme.ts';

describe.each(schemeIds.filter((id) => readCohort(id) !== null))('%s', (id) => {
  const cohort = readCohort(id) as CompiledCohort;
  const own = cohort.compiled.scheme.cohort;
  const examples = own?.examples ?? [];

  test.each(examples.map((example) => [example.name.zh, example] as const))('%s', (_, example) => {
    expect(cohortDifferences(cohort, example)).toEqual([]);
  });

  test('every assumption of the table has an example with it switched off, and one for each reading', () => {
    const shown = new Set(examples.flatMap(({ assume }) => Object.entries(assume).map((pair) => pair.join('='))));
    const wanted = Object.entries(own?.assumptions ?? {}).flatMap(([name, { options, default: standard }]) =>
      [...Object.keys(options).filter((option) => option !== standard), 'off'].map((option) => `${name}=${option}`),
    );
    expect(wanted.filter((pair) => !shown.has(pair))).toEqual([]);
  });
});
