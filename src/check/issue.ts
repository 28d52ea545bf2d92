/** Something wrong with the content: where, what, and how to mend it. */
export type Issue = {
  /** Path from the project's root, with `/`. */
  file: string;
  /** Line, from 1. */
  line: number;
  what: string;
  mend: string;
};

const order = (a: Issue, b: Issue): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.what.localeCompare(b.what);

/** All issues as text, a block each, in the order of files and lines. */
export function formatIssues(issues: readonly Issue[]): string {
  return issues
    .toSorted(order)
    .map(({ file, line, what, mend }) => `${file}:${line}  ${what}\n    → ${mend}\n`)
    .join('');
}
