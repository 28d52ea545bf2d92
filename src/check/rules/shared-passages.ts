import { bodyLines } from '../body.ts';
import type { Issue } from '../issue.ts';
import type { Content } from '../read.ts';

/**
 * Han characters that two bodies may not share in one paragraph. Set phrases and the names of measures run to about
 * 25; a run of 30 was copied.
 */
const longest = 30;

/** No two bodies of cases, practices, chapters and courses share a long passage; quotes aside. */
export function sharedPassages(content: Content): Issue[] {
  const first = new Map<string, { file: string; line: number }>();
  const issues: Issue[] = [];
  for (const collection of ['cases', 'practices', 'rulebook', 'courses'] as const) {
    for (const entry of content[collection].values()) {
      for (const { text, line } of bodyLines(entry)) {
        let reported = '';
        const han = text.replace(/「[^」]*」|<[^>]*>|[^\u3400-\u9fff]/g, '');
        for (let i = 0; i + longest <= han.length; i += 1) {
          const run = han.slice(i, i + longest);
          const other = first.get(run);
          if (!other) first.set(run, { file: entry.file, line });
          else if (other.file !== entry.file && other.file !== reported) {
            reported = other.file;
            issues.push({
              file: entry.file,
              line,
              what: `a passage also stands in ${other.file}:${other.line}: “${run.slice(0, 15)}…”`,
              mend: `tell it in other words, or say it in one place and link to it; up to ${longest - 1} characters may be shared`,
            });
          }
        }
      }
    }
  }
  return issues;
}
