import type { Issue } from './issue.ts';
import { type Content, readContent } from './read.ts';
import { better } from './rules/better.ts';
import { bodies } from './rules/bodies.ts';
import { chapters } from './rules/chapters.ts';
import { cohorts } from './rules/cohorts.ts';
import { frontMatter } from './rules/front-matter.ts';
import { names } from './rules/names.ts';
import { ranges } from './rules/ranges.ts';
import { references } from './rules/references.ts';
import { reportedFigures } from './rules/reported-figures.ts';
import { schemes } from './rules/schemes.ts';
import { sharedPassages } from './rules/shared-passages.ts';
import { statedNumbers } from './rules/stated-numbers.ts';
import { units } from './rules/units.ts';

/** Every rule reads the whole content and returns what it finds. To add one: its file, its fixture, a line here. */
const rules: readonly ((content: Content) => Issue[])[] = [
  names,
  references,
  chapters,
  bodies,
  frontMatter,
  reportedFigures,
  sharedPassages,
  schemes,
  cohorts,
  statedNumbers,
  better,
  units,
  ranges,
];

/** Reads `content/` below `root` and returns everything that is wrong with it. Nothing is written. */
export function checkContent(root: string): { content: Content; issues: Issue[] } {
  const { content, issues } = readContent(root);
  return { content, issues: [...issues, ...rules.flatMap((rule) => rule(content))] };
}
