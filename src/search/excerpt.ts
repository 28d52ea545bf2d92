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
    const start = range.start + (/^\s*/.exec(page.text.slice(range.start))?.[0].length ?? 0);
    return clip(page.text, start, Math.min(range.end, start + longest), [], { ...range, start });
  }
  const start = beginning(page.text, first.start, range.start);
  const end = Math.min(range.end, Math.max(first.end, start + longest));
  return clip(page.text, start, end, places, range);
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
