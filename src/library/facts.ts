import type { CaseEntry } from './library.ts';

/** `山西省 晋城市`; nothing where the source names no place. */
export function placeOf(entry: CaseEntry, lang: 'zh' | 'en'): string | undefined {
  const { province, city, county } = entry.data.place;
  const parts = [province, city, county].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(lang === 'zh' ? '' : ' ') : undefined;
}

/** `2014–2016`; nothing where the source names no year. */
export function yearsOf(entry: CaseEntry): string | undefined {
  const { years } = entry.data;
  if (years.length === 0) return undefined;
  const first = Math.min(...years);
  const last = Math.max(...years);
  return first === last ? String(first) : `${first}–${last}`;
}

/** `L30-49` as the reader sees it: `30–49`. */
export function linesOf(lines: string): string {
  return lines.replace(/^L/, '').replace('-', '–');
}
