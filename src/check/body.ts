import type { Entry } from './read.ts';

/** A line of a body, with the section it stands in and whether it is inside 编者按. */
export type BodyLine = { text: string; line: number; section: string; note: boolean };

/** The lines of a body without its headings and component-only lines of `<Note>`. */
export function bodyLines(entry: Entry<unknown>): BodyLine[] {
  const lines: BodyLine[] = [];
  let section = '';
  let note = false;
  entry.body.split('\n').forEach((text, i) => {
    if (text.startsWith('## ')) section = text.slice(3).trim();
    if (text.includes('<Note>')) note = true;
    if (!text.startsWith('#')) lines.push({ text, line: entry.bodyLine + i, section, note });
    if (text.includes('</Note>')) note = false;
  });
  return lines;
}
