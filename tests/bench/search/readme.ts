import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figures } from './figures.ts';
import { reportOf } from './report.ts';

const begin = '<!-- bench:search -->';
const end = '<!-- /bench:search -->';

/** Puts the tables between the markers of both READMEs; gives the names of the files. Throws where a marker lacks. */
export function writeReadme(root: string, figures: Figures): string[] {
  return (['en', 'zh'] as const).map((lang) => {
    const name = lang === 'en' ? 'README.md' : 'README.zh-CN.md';
    const file = join(root, name);
    const text = readFileSync(file, 'utf8');
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from === -1 || to < from)
      throw new Error(`${name} lacks the lines ${begin} and ${end}, between which the tables go.`);
    writeFileSync(file, `${text.slice(0, from + begin.length)}\n${reportOf(figures, lang)}\n${text.slice(to)}`);
    return name;
  });
}
