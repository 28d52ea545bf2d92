import type { Readings, Simplified } from '../lib/reading-tables.ts';
import type { Lexicon } from './lexicon.ts';
import { openSimplify, type Simplify } from './simplify.ts';
import { openSounds, type Sounds } from './sounds.ts';

/** Reads `search-<name>.json`; rejects where it cannot be had. */
export type TableReader = (name: 'readings' | 'simplified') => Promise<unknown>;

/** The tables of other readings; each is loaded when it is used first, again after a failure. */
export type Tables = { readonly sounds: () => Promise<Sounds>; readonly simplify: () => Promise<Simplify> };

export function openTables(read: TableReader, { entries }: Pick<Lexicon, 'entries'>): Tables {
  return {
    sounds: once(async () => openSounds((await read('readings')) as Readings, entries)),
    simplify: once(async () => openSimplify((await read('simplified')) as Simplified)),
  };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    loaded.catch(() => {
      loaded = undefined;
    });
    return loaded;
  };
}
