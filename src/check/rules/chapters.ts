import type { Issue } from '../issue.ts';
import type { Content, Path } from '../read.ts';
import { ruleIds } from './references.ts';

/** Inside a chapter: ids once each, locators within the source, references to its own rules. */
export function chapters(content: Content): Issue[] {
  const issues: Issue[] = [];
  for (const entry of content.rulebook.values()) {
    const { sections, gaps, contradictions } = entry.data;
    const report = (path: Path, what: string, mend: string): void => {
      issues.push({ file: entry.file, line: entry.lineOf(path), what, mend });
    };
    const seen = new Set<string>();
    const once = (id: string, path: Path): void => {
      if (seen.has(id))
        report(path, `the id ${id} is used twice`, 'give each rule, gap and contradiction its own number');
      seen.add(id);
    };
    const own = ruleIds(content, entry.id);
    const needs = (list: readonly string[], path: Path): void =>
      list.forEach((id, i) => {
        if (!own.has(id)) report([...path, i], `${id} is no rule of this chapter`, 'name a rule that stands above');
      });
    const located = (at: string, path: Path): void => {
      const issue = locatorIssue(content, at, entry.data.source);
      if (issue) report(path, issue, 'count the line in the text of the source');
    };
    sections.forEach((section, s) =>
      section.rules.forEach((rule, r) => {
        const path = ['sections', s, 'rules', r];
        once(rule.id, [...path, 'id']);
        rule.quotes.forEach((quote, q) => located(quote.at, [...path, 'quotes', q, 'at']));
      }),
    );
    gaps.forEach((gap, i) => {
      once(gap.id, ['gaps', i, 'id']);
      needs(gap.rules, ['gaps', i, 'rules']);
    });
    contradictions.forEach((contradiction, i) => {
      once(contradiction.id, ['contradictions', i, 'id']);
      needs(contradiction.rules, ['contradictions', i, 'rules']);
      contradiction.quotes.forEach((quote, q) => located(quote.at, ['contradictions', i, 'quotes', q, 'at']));
    });
  }
  for (const entry of content.cases.values()) {
    const main = entry.data.sources[0]?.source ?? '';
    const ids = new Set<string>();
    entry.data.figures.forEach((figure, i) => {
      const issue = locatorIssue(content, figure.at, main);
      if (issue)
        issues.push({
          file: entry.file,
          line: entry.lineOf(['figures', i, 'at']),
          what: issue,
          mend: 'count the line in the text of the source',
        });
      if (ids.has(figure.id))
        issues.push({
          file: entry.file,
          line: entry.lineOf(['figures', i]),
          what: `the figure id “${figure.id}” is used twice`,
          mend: 'give each figure its own id',
        });
      ids.add(figure.id);
    });
  }
  return issues;
}

/** Says what is wrong with `L33` or `some-source L33-34`; `null` where it lies in its source. */
function locatorIssue(content: Content, at: string, main: string): string | null {
  const [lines, named] = at.split(' ').toReversed() as [string, string?];
  const source = content.sources.get(named ?? main);
  if (!source) return named ? `the locator names sources/${named}, which does not exist` : null;
  const last = Number(/(\d+)$/.exec(lines)?.[1]);
  return last > source.data.lines
    ? `the locator ${at} lies behind the last line (${source.data.lines}) of ${source.id}`
    : null;
}
