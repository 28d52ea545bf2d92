import { nameKey } from '../lib/comparable.ts';
import type { Found } from './engine.ts';
import type { Reading } from './otherwise.ts';
import type { Hit } from './tiers.ts';

export type TierName = 'named' | 'exact' | 'read' | 'all' | 'some';

/** A part of the result; `reading` where it answers the query as it was read in another way. */
export type Tier = { readonly name: TierName; readonly hits: readonly Hit[]; readonly reading?: Reading };

/** The best page that holds the query has it as its name; those that only have it as another name come after it. */
function isOwnName({ query, named, exact }: Found): boolean {
  const key = nameKey(query.text);
  const bears = (hit: Hit | undefined): boolean => hit?.named.some(({ name }) => nameKey(name) === key) ?? false;
  return bears(exact[0]) && !named.some(bears);
}

/**
 * The whole result in the order in which it is shown, each page once: what was typed, other readings
 * of it, then pages that hold only its pieces.
 */
export function inOrder(found: Found): readonly Tier[] {
  const seen = new Set<number>();
  const once = (hits: readonly Hit[]): readonly Hit[] => {
    const fresh = hits.filter(({ page }) => !seen.has(page));
    for (const { page } of fresh) seen.add(page);
    return fresh;
  };
  const typed = (name: 'named' | 'exact' | 'all' | 'some'): Tier => ({ name, hits: once(found[name]) });
  const first = isOwnName(found) ? [typed('exact'), typed('named')] : [typed('named'), typed('exact')];
  const read = found.readings.map((reading): Tier => {
    const { named, exact, all, some } = reading.tiers;
    const whole = [...named, ...exact];
    return { name: 'read', hits: once(whole.length > 0 ? whole : [...all, ...some]), reading };
  });
  return [...first, ...read, typed('all'), typed('some')];
}
