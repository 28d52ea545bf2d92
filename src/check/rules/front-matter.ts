import type { Issue } from '../issue.ts';
import { type Content, collections, type Entry, type Path } from '../read.ts';
import { textFaults } from '../text-faults.ts';

/** Chinese texts in the data of every collection are written like those of the bodies; quotes stay as they are. */
export function frontMatter(content: Content): Issue[] {
  return Object.keys(collections).flatMap((name) =>
    [...content[name as keyof typeof collections].values()].flatMap((entry: Entry<unknown>) =>
      chineseTexts(entry.data).flatMap(([text, path]) =>
        textFaults(text).map(({ what, mend }) => ({
          file: entry.file,
          line: entry.lineOf(path),
          what: `“${path.join('.')}”: ${what}`,
          mend,
        })),
      ),
    ),
  );
}

/** Every string in the data but English ones and quotes from the source. */
function chineseTexts(value: unknown, path: Path = []): [text: string, path: Path][] {
  if (typeof value === 'string') return [[value, path]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'en' || key === 'quote' ? [] : chineseTexts(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
