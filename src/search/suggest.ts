import { comparable } from '../lib/comparable.ts';
import type { Entry, Kind } from '../lib/vocabulary.ts';
import type { Lexicon } from './lexicon.ts';

export type Suggestion = {
  readonly entry: Entry;
  /** The other name by which it was found, where it was not its own. */
  readonly by: string | undefined;
  /** What of the name was meant, where it was typed in another way. */
  readonly mark?: string;
};

/** Among equal matches: what a reader means by a name, before what only mentions it. */
const order: readonly Kind[] = ['practice', 'case', 'term', 'calculator', 'course', 'rule', 'source', 'page'];

/** Entries whose name begins with, else holds, what was typed so far; own names before other names. */
export function suggest(typed: string, { entries }: Pick<Lexicon, 'entries'>, most: number): readonly Suggestion[] {
  const needle = comparable(typed);
  if (needle === '') return [];
  const scored: { suggestion: Suggestion; score: number }[] = [];
  for (const entry of entries) {
    const own = match(entry.name, needle);
    const other = own > 0 ? undefined : (entry.also ?? []).find((name) => match(name, needle) > 0);
    const score = own > 0 ? own + 0.5 : other === undefined ? 0 : match(other, needle);
    if (score > 0) scored.push({ suggestion: { entry, by: other }, score: score - order.indexOf(entry.kind) * 0.04 });
  }
  scored.sort((a, b) => b.score - a.score || a.suggestion.entry.name.length - b.suggestion.entry.name.length);
  return scored.slice(0, most).map(({ suggestion }) => suggestion);
}

/** 3: the whole name · 2: its beginning · 1: within it · 0: not in it. */
function match(name: string, needle: string): number {
  const same = comparable(name);
  if (same === needle) return 3;
  const at = same.indexOf(needle);
  return at === 0 ? 2 : at > 0 ? 1 : 0;
}
