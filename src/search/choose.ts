import type { Hit } from './tiers.ts';

/** A button for so few further hits would cost more than it saves. */
const fewer = 2;

/** The first hits of a tier, and the best of every kind that would not be among them: no kind hides another. */
export function firstOf(hits: readonly Hit[], most: number): readonly Hit[] {
  if (hits.length <= most + fewer) return hits;
  const first = hits.slice(0, most);
  const kinds = new Set(first.map(({ kind }) => kind));
  const others = hits.slice(most).filter(({ kind }) => {
    const isNew = !kinds.has(kind);
    kinds.add(kind);
    return isNew;
  });
  return [...first, ...others];
}
