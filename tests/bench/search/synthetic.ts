import type { Entry, Vocabulary } from '../../../src/lib/vocabulary.ts';
import { Random } from '../random.ts';
import type { Page, Section } from './corpus.ts';

/** A page that no one wrote, and what the vocabulary says of it. */
export type SyntheticPage = {
  readonly path: string;
  readonly html: string;
  readonly entries: readonly Entry[];
  readonly chapters: Vocabulary['chapters'];
};

/** Folders whose pages are taken as patterns: lists and the glossary would not grow so. */
const pattern = /^(?:cases|practices|rulebook|calculators|sources)\/[^/]+\/$/;

/**
 * Pages recombined from the paragraphs of the library. Each follows one real page: its kind, its filters, the number of
 * its sections and of their paragraphs, and of its names; title, headings and paragraphs come from any page of that
 * kind. So the synthetic library has the mix and the lengths of the real one, and no page twice.
 */
export function synthesize(
  pages: readonly Page[],
  vocabulary: Vocabulary,
  count: number,
  seed: number,
): SyntheticPage[] {
  const random = new Random(seed);
  const patterns = pages.filter(({ path }) => pattern.test(path));
  const pools = new Map<string, Pool>();
  for (const page of patterns) {
    const pool = pools.get(folderOf(page.path)) ?? { titles: [], headings: [], blocks: [] };
    pool.titles.push(page.title);
    for (const { heading, blocks } of page.sections) {
      pool.headings.push(heading);
      pool.blocks.push(...blocks);
    }
    pools.set(folderOf(page.path), pool);
  }
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, number) => {
    const follow = random.pick(patterns);
    const pool = pools.get(folderOf(follow.path)) as Pool;
    const title = newTitle(pool.titles, taken, random);
    const other = random.pick(patterns.filter(({ path }) => folderOf(path) === folderOf(follow.path)));
    const path = `${folderOf(follow.path)}/${newId(follow.path, other.path)}-${number}/`;
    const sections = follow.sections.map((section, at) => ({
      id: section.id,
      heading: at === 0 && section.id === undefined ? title : random.pick(pool.headings),
      blocks: section.blocks.map(() => random.pick(pool.blocks)),
    }));
    return {
      path,
      html: htmlOf(title, follow, sections),
      ...namesOf(path, title, follow, sections, other, vocabulary),
    };
  });
}

type Pool = { readonly titles: string[]; readonly headings: string[]; readonly blocks: string[] };

const folderOf = (path: string): string => path.split('/')[0] ?? '';

/** `城庄煤矿：支部清单台阶考核` lends its half on either side of the colon; a name without one is joined with another. */
function newTitle(titles: readonly string[], taken: Set<string>, random: Random): string {
  for (let attempt = 0; ; attempt += 1) {
    const [before = '', after] = random.pick(titles).split('：');
    const [head = '', tail] = random.pick(titles).split('：');
    const joined = after !== undefined && tail !== undefined ? `${before}：${tail}` : `${before}与${head}`;
    const title = attempt < 20 ? joined : `${joined}（${taken.size}）`;
    if (taken.has(title)) continue;
    taken.add(title);
    return title;
  }
}

function newId(path: string, other: string): string {
  const words = (of: string): string[] => (of.split('/')[1] ?? '').split('-');
  const [mine, theirs] = [words(path), words(other)];
  return [...mine.slice(0, Math.ceil(mine.length / 2)), ...theirs.slice(Math.ceil(theirs.length / 2))].join('-');
}

/** Names as many and as long as those of the page that was followed. */
function namesOf(
  path: string,
  title: string,
  follow: Page,
  sections: readonly Section[],
  other: Page,
  { entries, chapters }: Vocabulary,
): Pick<SyntheticPage, 'entries' | 'chapters'> {
  const lent = entries.find((entry) => entry.path === other.path)?.also?.slice(0, -1) ?? [];
  const heading = new Map(sections.map(({ id, heading }) => [id, heading]));
  return {
    entries: entries
      .filter((entry) => entry.path === follow.path)
      .map((entry) => ({ ...entry, path, name: title, also: [...lent, path.split('/')[1] ?? ''] })),
    chapters: chapters
      .filter((chapter) => chapter.path === follow.path)
      .map(({ rules }) => ({
        path,
        rules: rules.map(([id, name]) => [id, heading.get(id.toLowerCase()) ?? name] as const),
      })),
  };
}

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function htmlOf(title: string, { filters }: Page, sections: readonly Section[]): string {
  const values = Object.entries(filters).flatMap(([name, all]) => all.map((value) => escapeHtml(`${name}:${value}`)));
  const body = sections.map(({ heading, id, blocks }, at) => {
    const head =
      at === 0 && id === undefined
        ? ''
        : `<h2${id === undefined ? '' : ` id="${escapeHtml(id)}"`}>${escapeHtml(heading)}</h2>`;
    return head + blocks.map((block) => `<p>${escapeHtml(block)}</p>`).join('');
  });
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body><main data-pagefind-body>${values
    .map((value) => `<span data-pagefind-filter="${value}"></span>`)
    .join('')}<h1>${escapeHtml(title)}</h1>${body.join('')}</main></body></html>`;
}
