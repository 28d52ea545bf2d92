import type { Issue } from '../issue.ts';
import { type CollectionName, type Content, type Entry, exists, type Path } from '../read.ts';

/** Every id that a file names exists, and links that hold both ways are written on both sides. */
export function references(content: Content): Issue[] {
  const issues: Issue[] = [];
  const need = (entry: Entry<unknown>, path: Path, collection: CollectionName, id: string): void => {
    if (exists(content, collection, id)) return;
    issues.push({
      file: entry.file,
      line: entry.lineOf(path),
      what: `“${path.join('.')}” names ${collection}/${id}, which does not exist`,
      mend: nearest(id, [...content[collection].keys()], collection),
    });
  };
  const needRule = (entry: Entry<unknown>, path: Path, chapter: string, id: string): void => {
    const ids = ruleIds(content, chapter);
    if (ids.has(id) || content.unreadable.has(`rulebook/${chapter}`)) return;
    issues.push({
      file: entry.file,
      line: entry.lineOf(path),
      what: `“${path.join('.')}” names ${id}, which rulebook/${chapter} does not have`,
      mend: ids.size > 0 ? `use one of its rules, ${[...ids][0]} to ${[...ids].at(-1)}` : 'write the chapter first',
    });
  };

  for (const entry of content.cases.values()) {
    entry.data.practices.forEach((id, i) => {
      need(entry, ['practices', i], 'practices', id);
      const practice = content.practices.get(id);
      if (practice && !practice.data.variants.some((variant) => variant.case === entry.id)) {
        issues.push({
          file: practice.file,
          line: practice.lineOf(['variants']),
          what: `the case ${entry.id} names this practice, and its table has no row for it`,
          mend: 'add a row to “variants”, or take the practice out of the case',
        });
      }
    });
    entry.data.sources.forEach(({ source }, i) => need(entry, ['sources', i, 'source'], 'sources', source));
  }
  for (const entry of content.practices.values()) {
    entry.data.related.forEach((id, i) => need(entry, ['related', i], 'practices', id));
    entry.data.variants.forEach((variant, i) => {
      need(entry, ['variants', i, 'case'], 'cases', variant.case);
      variant.rules.forEach((rule, j) => needRule(entry, ['variants', i, 'rules', j], variant.case, rule));
      const its = content.cases.get(variant.case);
      if (its && !its.data.practices.includes(entry.id)) {
        issues.push({
          file: entry.file,
          line: entry.lineOf(['variants', i]),
          what: `the table has a row for ${variant.case}, which does not name this practice`,
          mend: `add ${entry.id} to “practices” of the case, or take the row out`,
        });
      }
    });
    if (entry.data.variants.length === 1 && !entry.data['single-case-because']) {
      issues.push({
        file: entry.file,
        line: entry.lineOf(['variants']),
        what: 'the practice has one case only',
        mend: 'say why in “single-case-because”, or add a second case',
      });
    }
  }
  for (const entry of content.rulebook.values()) {
    need(entry, ['source'], 'sources', entry.data.source);
    if (!exists(content, 'cases', entry.id)) {
      issues.push({
        file: entry.file,
        line: 1,
        what: `a chapter belongs to a case, and cases/${entry.id} does not exist`,
        mend: 'write the case, or rename the chapter',
      });
    }
  }
  for (const entry of content.glossary.values()) {
    entry.data.related.forEach((id, i) => need(entry, ['related', i], 'glossary', id));
    if (entry.data.practice) need(entry, ['practice'], 'practices', entry.data.practice);
  }
  for (const entry of content.courses.values()) {
    entry.data.cases.forEach((id, i) => need(entry, ['cases', i], 'cases', id));
    entry.data.schemes.forEach((id, i) => need(entry, ['schemes', i], 'schemes', id));
  }
  for (const entry of content.schemes.values()) {
    need(entry, ['case'], 'cases', entry.data.case);
    if (entry.data.supersedes) need(entry, ['supersedes'], 'schemes', entry.data.supersedes);
  }
  return issues;
}

/** Ids of the rules of a chapter; empty where there is no chapter. */
export const ruleIds = (content: Content, chapter: string): Set<string> =>
  new Set(content.rulebook.get(chapter)?.data.sections.flatMap((section) => section.rules.map((rule) => rule.id)));

/** Ids of rules, gaps and contradictions of a chapter; `null` where the chapter could not be read. */
export function citableIds(content: Content, chapter: string): Set<string> | null {
  if (content.unreadable.has(`rulebook/${chapter}`)) return null;
  const data = content.rulebook.get(chapter)?.data;
  return new Set([
    ...ruleIds(content, chapter),
    ...(data?.gaps ?? []).map((g) => g.id),
    ...(data?.contradictions ?? []).map((c) => c.id),
  ]);
}

function nearest(id: string, known: readonly string[], collection: string): string {
  const shared = (other: string): number => id.split('-').filter((word) => other.split('-').includes(word)).length;
  const best = known.toSorted((a, b) => shared(b) - shared(a))[0];
  return best && shared(best) > 0
    ? `did you mean “${best}”? The id is the file name in content/${collection}/`
    : `the id is the file name in content/${collection}/`;
}
