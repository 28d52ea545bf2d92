/** The part of Pagefind's browser module that is used here; it ships no types. */
export type PagefindModule = {
  readonly createInstance: (options: { noWorker: boolean; basePath?: string }) => PagefindInstance;
};

export type PagefindInstance = {
  readonly init: () => Promise<void>;
  /** `null` finds every page; filters narrow it. */
  readonly search: (
    term: string | null,
    options?: { filters?: Readonly<Record<string, string | readonly string[]>> },
  ) => Promise<{ readonly results: readonly PagefindResult[] }>;
  /** Filter → value → number of pages. */
  readonly filters: () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
};

export type PagefindResult = { readonly id: string };

/** Text of a page as Pagefind cut it. */
export type Fragment = {
  readonly meta: Readonly<Record<string, string>>;
  /** Words divided by zero-width spaces; a full stop of its own ends each block. */
  readonly content: string;
  /** Elements with an id; `location` counts words. */
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
};

/** A file `fragment/<id>.pf_fragment`, unpacked: a mark of Pagefind, then JSON. */
export function decodeFragment(bytes: Uint8Array): Fragment {
  return JSON.parse(new TextDecoder().decode(bytes).replace(/^pagefind_dcd/, '')) as Fragment;
}
