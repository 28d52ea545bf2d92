import type { Issue } from '../issue.ts';
import type { Content, Entry, Path } from '../read.ts';

/** A name leads to one page: titles and aliases of practices, terms and cases are not used twice in a collection. */
export function names(content: Content): Issue[] {
  return [
    ...twice(content.practices, (data) => [[data.title.zh, ['title', 'zh']], ...aliases(data.aliases)]),
    ...twice(content.glossary, (data) => [[data.term.zh, ['term', 'zh']], ...aliases(data.aliases)]),
    ...twice(content.cases, (data) => [[data.title.zh, ['title', 'zh']], ...aliases(data.aliases)]),
  ];
}

type Named = [name: string, path: Path];

const aliases = (list: readonly string[]): Named[] => list.map((name, i) => [name, ['aliases', i]]);

function twice<Data>(entries: Map<string, Entry<Data>>, namesOf: (data: Data) => Named[]): Issue[] {
  const seen = new Map<string, string>();
  const issues: Issue[] = [];
  for (const entry of entries.values()) {
    for (const [name, path] of namesOf(entry.data)) {
      const key = name.toLowerCase();
      const other = seen.get(key);
      if (other) {
        issues.push({
          file: entry.file,
          line: entry.lineOf(path),
          what: `the name “${name}” is used twice; it also stands in ${other}`,
          mend: 'keep it where readers would look for it, and take it out of the other',
        });
      }
      seen.set(key, entry.file);
    }
  }
  return issues;
}
