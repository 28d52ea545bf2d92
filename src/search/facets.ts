import type { PagefindInstance } from './pagefind.ts';

/** Filters in the order in which they are shown, as the pages declare them. */
export const facetNames = ['kind', 'region', 'organisation', 'practice', 'year', 'calculator'] as const;
export type FacetName = (typeof facetNames)[number];

/** Chosen values; a page passes a filter with any of its values and must pass every filter. */
export type Chosen = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** Filter → value → ids of the pages that have it. */
export type Facets = ReadonlyMap<FacetName, ReadonlyMap<string, ReadonlySet<string>>>;

export async function loadFacets(pagefind: PagefindInstance): Promise<Facets> {
  const known = await pagefind.filters();
  const rows = await Promise.all(
    facetNames.map(async (name) => {
      const values = await Promise.all(
        Object.keys(known[name] ?? {}).map(async (value) => {
          const { results } = await pagefind.search(null, { filters: { [name]: [value] } });
          return [value, new Set(results.map(({ id }) => id))] as const;
        }),
      );
      return [name, new Map(values)] as const;
    }),
  );
  return new Map(rows);
}

/** Divides what an address asks for into values that the site has and values that it has not. */
export function splitChosen(
  wanted: Chosen,
  facets: Facets,
): { readonly chosen: Chosen; readonly unknown: readonly string[] } {
  const has = (name: FacetName, value: string): boolean => facets.get(name)?.has(value) ?? false;
  const rows = facetNames.map((name) => [name, wanted[name] ?? []] as const);
  return {
    chosen: Object.fromEntries(rows.map(([name, values]) => [name, values.filter((value) => has(name, value))])),
    unknown: rows.flatMap(([name, values]) => values.filter((value) => !has(name, value))),
  };
}

export const isChosen = (chosen: Chosen): boolean => facetNames.some((name) => (chosen[name]?.length ?? 0) > 0);

export function passes(id: string, chosen: Chosen, facets: Facets): boolean {
  return facetNames.every((name) => passesOne(id, name, chosen[name] ?? [], facets));
}

function passesOne(id: string, name: FacetName, values: readonly string[], facets: Facets): boolean {
  return values.length === 0 || values.some((value) => facets.get(name)?.get(value)?.has(id) ?? false);
}

export type FacetCount = { readonly value: string; readonly pages: number; readonly chosen: boolean };

/** For each value how many of these pages would be left, with the other filters as they are. */
export function countFacets(
  ids: readonly string[],
  chosen: Chosen,
  facets: Facets,
): ReadonlyMap<FacetName, readonly FacetCount[]> {
  return new Map(
    facetNames.map((name) => {
      const others = ids.filter((id) =>
        facetNames.every((other) => other === name || passesOne(id, other, chosen[other] ?? [], facets)),
      );
      const values = [...(facets.get(name) ?? [])].map(([value, pages]) => ({
        value,
        pages: others.filter((id) => pages.has(id)).length,
        chosen: chosen[name]?.includes(value) ?? false,
      }));
      return [name, values.filter((row) => row.pages > 0 || row.chosen).sort(name === 'year' ? byValue : byPages)];
    }),
  );
}

const byPages = (a: FacetCount, b: FacetCount): number => b.pages - a.pages || (a.value < b.value ? -1 : 1);
const byValue = (a: FacetCount, b: FacetCount): number => (a.value < b.value ? 1 : -1);
