/**
 * A figure of a rule, as editors write it and readers see it on a chip:
 * `40 分` · `≥ 40 分` · `< 70 分` · `[70, 80) 分` · `20%` · `1/3` · `≥ 1/3` · `每季 1 次`.
 * Numbers are digits; `[`/`]` include an end and `(`/`)` leave it out.
 */
export type Figure = {
  readonly text: string;
  /** Numbers as exact decimal or fraction text: `70`, `0.7`, `1/3`; a percentage `20%` stays `20%`. */
  readonly numbers: readonly string[];
};

const number = /\d+(?:\.\d+)?(?:\/\d+)?%?/g;

/** Parses a figure; throws where it holds no digit. */
export function parseFigure(text: string): Figure {
  const numbers = text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '').match(number);
  if (!numbers) throw new Error(`“${text}” holds no number`);
  return { text, numbers };
}
