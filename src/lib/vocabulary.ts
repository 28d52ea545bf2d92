/** What a search result, a suggestion or a filter can be about. */
export const kinds = ['case', 'practice', 'rule', 'calculator', 'course', 'term', 'source', 'page'] as const;
export type Kind = (typeof kinds)[number];

/** An address of the site with the names under which a reader may look for it. */
export type Entry = {
  readonly kind: Kind;
  /** Address below the base path: `cases/x/`, `glossary/#y`. */
  readonly path: string;
  readonly name: string;
  /** For a rule: the name of its chapter. */
  readonly within?: string;
  /** Other names, ids and places. */
  readonly also?: readonly string[];
};

/** The rules of a chapter: `[id, name]` each. */
export type ChapterRules = { readonly path: string; readonly rules: readonly (readonly [string, string])[] };

/** The site's own words, in `/search-vocabulary.json`. */
export type Vocabulary = {
  readonly entries: readonly Entry[];
  readonly chapters: readonly ChapterRules[];
};
