import { fill } from '../i18n/language.ts';
import type { SearchStrings } from '../i18n/search.ts';
import { element } from './dom.ts';
import { type Chosen, type FacetCount, type FacetName, facetNames } from './facets.ts';

const mostValues = 8;

/** The filters with how many pages each value leaves. */
export function renderFilters(
  counts: ReadonlyMap<FacetName, readonly FacetCount[]>,
  t: SearchStrings,
  onChange: (chosen: Chosen) => void,
): HTMLElement[] {
  const chosenNow = (): Chosen =>
    Object.fromEntries(
      facetNames.map((name) => [name, (counts.get(name) ?? []).filter((row) => row.chosen).map((row) => row.value)]),
    );
  const toggle = (name: FacetName, value: string): void => {
    const now = chosenNow();
    const values = now[name] ?? [];
    onChange({
      ...now,
      [name]: values.includes(value) ? values.filter((other) => other !== value) : [...values, value],
    });
  };
  const fieldsets = facetNames.flatMap((name) => {
    const rows = counts.get(name) ?? [];
    return rows.length === 0 ? [] : [renderFacet(name, rows, t, toggle)];
  });
  if (![...counts.values()].flat().some((row) => row.chosen)) return fieldsets;
  const clear = element('button', { type: 'button', class: 'clear-filters' }, t.clearFilters);
  clear.addEventListener('click', () => onChange({}));
  return [clear, ...fieldsets];
}

function renderFacet(
  name: FacetName,
  rows: readonly FacetCount[],
  t: SearchStrings,
  toggle: (name: FacetName, value: string) => void,
): HTMLElement {
  const items = rows.map((row) => {
    const box = element('input', { type: 'checkbox', name, value: row.value, checked: row.chosen });
    box.addEventListener('change', () => toggle(name, row.value));
    return element(
      'label',
      { class: 'filter-value' },
      box,
      element('span', {}, row.value),
      element('span', { class: 'filter-count' }, String(row.pages)),
    );
  });
  const hidden = items.slice(mostValues);
  const rest = element(
    'details',
    { class: 'filter-rest' },
    element('summary', {}, fill(t.moreValues, { n: hidden.length })),
    ...hidden,
  );
  if (rows.slice(mostValues).some((row) => row.chosen)) rest.open = true;
  return element(
    'fieldset',
    { class: 'filter', 'data-filter': name },
    element('legend', {}, t[name]),
    ...items.slice(0, mostValues),
    hidden.length > 0 ? rest : undefined,
  );
}
