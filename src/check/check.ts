import type { Issue } from './issue.ts';
import { type Content, readContent } from './read.ts';
import { bodies } from './rules/bodies.ts';
import { chapters } from './rules/chapters.ts';
import { names } from './rules/names.ts';
import { references } from './rules/references.ts';
import { schemes } from './rules/schemes.ts';
import { statedNumbers } from './rules/stated-numbers.ts';

/** Every rule reads the whole content and returns what it finds. To add one: its file, its fixture, a line here. */
const rules: readonly ((content: Content) => Issue[])[] = [names, references, chapters, bodies, schemes, statedNumbers];

/** Reads `content/` below `root` and returns everything that is wrong with it. Nothing is written. */
export function checkContent(root: string): { content: Content; issues: Issue[] } {
  const { content, issues } = readContent(root);
  return { content, issues: [...issues, ...rules.flatMap((rule) => rule(content))] };
}
