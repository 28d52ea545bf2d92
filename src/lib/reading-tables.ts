/** Tables with which a query is read in another way than it was typed; each is a file of its own. */

/** How Chinese characters are read, in `/search-readings.json`. Syllables have no tone; ü is written v. */
export type Readings = {
  /** Syllable → the characters of which it is the usual reading. */
  readonly usual: Readonly<Record<string, string>>;
  /** Syllable → the characters that are read so too. */
  readonly other: Readonly<Record<string, string>>;
  /**
   * Names of the vocabulary in which a character has not its usual reading → their syllables, one for
   * each Han character, with a space between.
   */
  readonly names: Readonly<Record<string, string>>;
};

/** Traditional characters and what the site writes for them, in `/search-simplified.json`. */
export type Simplified = {
  /** The characters of `to` stand in the order of those of `from`. */
  readonly from: string;
  readonly to: string;
  /** Pairs of characters that are read differently together: `[答覆, 答复]`. */
  readonly pairs: readonly (readonly [string, string])[];
};
