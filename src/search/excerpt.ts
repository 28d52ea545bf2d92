import type { PageText, Place } from './sections.ts';

/** A stretch of text; `mark` where it is what the reader looked for. */
export type Stretch = { readonly text: string; readonly mark: boolean };

const before = 24;
const longest = 96;

/** The text around the first good place, in the range, with every place in it marked. */
export function excerpt(
  page: Pick<PageText, 'text'>,
  places: readonly Place[],
  range: { start: number; end: number },
): readonly Stretch[] {
  const first = places.find(({ whole }) => whole) ?? places[0];
  if (!first) {
    const { start, end } = lead(page.text, range);
    return clip(page.text, start, wholeWords(page.text, start, Math.min(end, start + longest)), [], { start, end });
  }
  const start = beginning(page.text, first.start, range.start);
  const end = Math.max(first.end, wholeWords(page.text, first.end, Math.min(range.end, start + longest)));
  return clip(page.text, start, end, places, range);
}

const han = /\p{Script=Han}/u;

/** The first blocks of a range; on a Chinese page the Chinese ones, without the translation around them. */
function lead(text: string, range: { start: number; end: number }): { start: number; end: number } {
  const blocks: { start: number; end: number; chinese: boolean }[] = [];
  for (const { index, 0: block } of text.slice(range.start, range.end).matchAll(/[^\n]*\S[^\n]*/g)) {
    const start = range.start + index + (block.length - block.trimStart().length);
    blocks.push({ start, end: range.start + index + block.length, chinese: han.test(block) });
    if (start > range.start + 4 * longest) break;
  }
  const at = Math.max(
    0,
    blocks.findIndex(({ chinese }) => chinese),
  );
  const begin = blocks[at];
  if (!begin) return range;
  const stop = blocks.findIndex(({ chinese }, index) => index > at && chinese !== begin.chinese);
  return { start: begin.start, end: blocks[stop - 1]?.end ?? range.end };
}

/** Goes back where an end would cut a Latin word or a number. */
function wholeWords(text: string, least: number, end: number): number {
  const cut = /[0-9A-Za-z]+$/.exec(text.slice(least, end));
  return cut && /[0-9A-Za-z]/.test(text.charAt(end)) ? least + cut.index : end;
}

/** A little before the place: at the beginning of its sentence or block where that is near. */
function beginning(text: string, at: number, least: number): number {
  const from = Math.max(least, at - before);
  const lead = text.slice(from, at);
  const sentence = Math.max(...['\n', '。', '；', '！', '？', '：'].map((mark) => lead.lastIndexOf(mark)));
  return sentence === -1 ? from : from + sentence + 1;
}

/** A stretch of text between two positions, with an ellipsis where it breaks off inside the range. */
export function clip(
  text: string,
  start: number,
  end: number,
  places: readonly Place[],
  range: { start: number; end: number },
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const add = (piece: string, mark: boolean): void => {
    const shown = piece.replace(/\s+/g, ' ');
    if (shown) stretches.push({ text: shown, mark });
  };
  if (start > range.start && text[start - 1] !== '\n') add('…', false);
  let at = start;
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    if (place.start < at || place.end > end) continue;
    add(text.slice(at, place.start), false);
    add(text.slice(place.start, place.end), true);
    at = place.end;
  }
  add(text.slice(at, end), false);
  if (end < range.end && text[end] !== '\n') add('…', false);
  return stretches;
}
