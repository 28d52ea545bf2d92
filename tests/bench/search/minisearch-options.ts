import MiniSearch, { type Options } from 'minisearch';

/** What is given to MiniSearch of a page; its path is its id. */
export type Document = {
  readonly path: string;
  readonly title: string;
  readonly headings: string;
  readonly text: string;
};

export const tokenizers = ['default', 'bigrams'] as const;
export type Tokenizer = (typeof tokenizers)[number];

const words = MiniSearch.getDefault('tokenize') as (text: string) => string[];

/** Each character and each two neighbours within what the default tokenizer takes for a word. */
function bigrams(text: string): string[] {
  return words(text.normalize('NFKC')).flatMap((word) => {
    const characters = [...word];
    return [...characters, ...characters.slice(1).map((character, at) => `${characters[at]}${character}`)];
  });
}

/** A query of two characters or more is asked for by its pairs; a single one by itself. */
function queryBigrams(text: string): string[] {
  return words(text.normalize('NFKC')).flatMap((word) => {
    const characters = [...word];
    return characters.length < 2
      ? characters
      : characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  });
}

/** The options of its documentation: three fields, the title counts double. */
export const optionsOf = (tokenizer: Tokenizer): Options<Document> => ({
  idField: 'path',
  fields: ['title', 'headings', 'text'],
  storeFields: ['title'],
  searchOptions: { boost: { title: 2 }, ...(tokenizer === 'bigrams' ? { tokenize: queryBigrams } : {}) },
  ...(tokenizer === 'bigrams' ? { tokenize: bigrams } : {}),
});
