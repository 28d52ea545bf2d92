import { comparable } from '../lib/comparable.ts';
import { readQuery } from './query.ts';

/** The reader's latest searches, kept in this browser only and never sent. */
export type Recent = {
  /** Latest first; empty where the browser refuses storage or holds something else there. */
  readonly list: () => readonly string[];
  readonly add: (typed: string) => void;
  readonly remove: (query: string) => void;
  readonly clear: () => void;
};

const most = 8;
const key = 'recent-searches';

/** Reads the storage anew each time: another tab may have written. */
export function openRecent(window: { readonly localStorage: Storage }): Recent {
  const list = (): readonly string[] => attempt(() => read(window.localStorage.getItem(key))) ?? [];
  const write = (queries: readonly string[]): void => {
    attempt(() =>
      queries.length > 0
        ? window.localStorage.setItem(key, JSON.stringify(queries))
        : window.localStorage.removeItem(key),
    );
  };
  return {
    list,
    add: (typed) => {
      const { text, needle } = readQuery(typed);
      if (needle !== '') write([text, ...list().filter((other) => comparable(other) !== needle)].slice(0, most));
    },
    remove: (query) => write(list().filter((other) => other !== query)),
    clear: () => write([]),
  };
}

/** What was stored may be of another version, or of somebody's making. */
function read(stored: string | null): readonly string[] {
  const value: unknown = JSON.parse(stored ?? '[]');
  if (!Array.isArray(value)) return [];
  const queries = value.map((item) => (typeof item === 'string' ? readQuery(item).text : '')).filter(Boolean);
  return [...new Set(queries)].slice(0, most);
}

/** Storage is refused, full or broken: the search works without it. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
