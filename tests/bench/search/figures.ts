import type { Counts } from '../../search/relevance.ts';
import type { EngineName } from './engines.ts';
import type { Effort } from './sites.ts';
import type { Exactness } from './substrings.ts';

export type Spread = { readonly median: number; readonly lower: number; readonly upper: number };

export type Relevance = {
  readonly pages: number;
  readonly queries: number;
  readonly substrings: number;
  readonly answered: readonly {
    readonly engine: EngineName;
    readonly counts: Counts;
    /** What went wrong: the query, how, and what came first. */
    readonly failures: readonly string[];
  }[];
  readonly exactness: readonly (readonly [EngineName | 'pagefind-quoted', Exactness])[];
};

/** Bytes, packed. */
export type IndexSizes = Readonly<Record<EngineName, number>>;

/** What an engine costs on a site of so many pages; without times where it was not loaded. */
export type Cost = {
  readonly pages: number;
  readonly engine: EngineName;
  readonly index: number;
  /** Building the index, and the memory of Node at the highest; Pagefind's own program is not counted. */
  readonly seconds: number;
  readonly megabytes?: number;
  /** Why there is no index. */
  readonly failed?: string;
  /** Milliseconds from the start of the navigation to the first result: at once, and on a slow line. */
  readonly cold?: Spread;
  readonly slow?: Spread;
  /** Milliseconds of the next queries. */
  readonly warm?: Spread;
  /** Of the first query, as sent, without the frame of the page. */
  readonly bytes?: Spread;
  readonly frameBytes?: number;
  readonly requests?: number;
  /** Kind of file → bytes of an average first query. */
  readonly largest?: Readonly<Record<string, number>>;
};

export type Figures = {
  readonly machine: { date: string; browser: string; cores: number; loadBefore: number; loadAfter: number };
  readonly quick: boolean;
  /** The queries whose cost was measured. */
  readonly asked: readonly string[];
  readonly minisearchBytes: number;
  readonly relevance: Relevance;
  readonly costs: readonly Cost[];
  /** Building the exact index alone, of the largest site. */
  readonly grams?: Effort & { readonly pages: number };
};
