import type { Case } from '../schema/case.ts';

/** Names of the search filters, as they stand in the index. */
export type Filters = Readonly<
  Record<'region' | 'organisation' | 'practice' | 'year' | 'calculator', readonly string[]>
>;

/** What a case, its chapter and its calculators are filtered by. */
export function filtersOfCase(
  entry: Pick<Case, 'place' | 'years'>,
  labels: { organisation: string; practices: readonly string[]; hasCalculator: string | undefined },
): Filters {
  return {
    region: entry.place.province ? [entry.place.province] : [],
    organisation: [labels.organisation],
    practice: labels.practices,
    year: entry.years.map(String),
    calculator: labels.hasCalculator ? [labels.hasCalculator] : [],
  };
}
