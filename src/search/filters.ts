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
  return fieldsets;
}

/** What is chosen, above the results: each value can be taken away there, or all. */
export function renderChosen(
  chosen: Chosen,
  t: SearchStrings,
  onChange: (chosen: Chosen) => void,
): HTMLElement | undefined {
  const without = (name: FacetName, value: string): Chosen => ({
    ...chosen,
    [name]: (chosen[name] ?? []).filter((other) => other !== value),
  });
  const button = (label: string, next: Chosen, ...children: (Node | string)[]): HTMLElement => {
    const made = element('button', { type: 'button', class: 'quiet-button', 'aria-label': label }, ...children);
    made.addEventListener('click', () => onChange(next));
    return made;
  };
  const items = facetNames.flatMap((name) =>
    (chosen[name] ?? []).map((value) =>
      button(fill(t.removeFilter, { filter: t[name], value }), without(name, value), `${value} ×`),
    ),
  );
  if (items.length === 0) return undefined;
  return element(
    'ul',
    { class: 'chosen', 'aria-label': t.chosenFilters },
    ...[...items, button(t.clearFilters, {}, t.clearFilters)].map((item) => element('li', {}, item)),
  );
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
