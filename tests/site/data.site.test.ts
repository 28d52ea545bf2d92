import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../src/check/check.ts';
import { page } from './pages.ts';

const { content } = checkContent(join(import.meta.dirname, '../..'));

const hrefs = (path: string): string[] =>
  page(path).elements.flatMap(({ attributes: { href } }) => (href ? [decodeURI(href)] : []));
const textOf = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/\s+/g, '');
/** Text of a row of a table that links to an address. */
const rowOf = (path: string, address: string): string => {
  const row = page(path)
    .html.split('<tr')
    .find((part) => part.includes(`href="${address}"`));
  return textOf(`<tr${row?.split('</tr>')[0] ?? ''}`);
};

test('the data page is for editors: linked from the footer and the about page, outside navigation and search', () => {
  const { html, elements } = page('/data/');
  expect(elements.some(({ attributes }) => 'data-pagefind-body' in attributes)).toBe(false);
  expect(hrefs('/about/').filter((href) => href === '/data/')).toHaveLength(2);
  expect(hrefs('/')).toContain('/data/');
  expect(/<nav[^>]*class="site-nav"[\s\S]*?<\/nav>/.exec(html)?.[0]).not.toContain('/data/');
});

test('it says of every case what its record lacks', () => {
  for (const { id, data } of content.cases.values()) {
    const row = rowOf('/data/', `/cases/${id}/`);
    const missing = textOf(row);
    expect(missing.includes('年份'), id).toBe(data.years.length === 0);
    expect(missing.includes('数字的时点'), id).toBe(
      data.figures.length === 0 || data.figures.some((figure) => figure.date === undefined),
    );
    const rules = content.rulebook.get(id)?.data.sections.flatMap((section) => section.rules) ?? [];
    const dated = data.figures.filter((figure) => figure.date !== undefined).length;
    const quotes = rules.flatMap((rule) => rule.quotes).length;
    expect(row, id).toContain(`${data.figures.length}（${dated}）${rules.length}${quotes}`);
    const [, present = '', all = ''] = /(\d+)\/(\d+)/.exec(row) ?? [];
    expect(textOf(page(`/cases/${id}/`).html), id).toContain(`${all}项中有${present}项`);
  }
});

test('it names every practice with one case and every rule with numbers that no calculator cites', () => {
  // The header offers practices too.
  const main = /<main[\s\S]*<\/main>/.exec(page('/data/').html)?.[0] ?? '';
  const links = [...main.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => decodeURI(href));
  for (const { id, data } of content.practices.values())
    expect(links.includes(`/practices/${id}/`), id).toBe(data.variants.length === 1);
  const schemes = [...content.schemes.values()].map(({ data }) => ({ case: data.case, text: JSON.stringify(data) }));
  for (const { id, data } of content.rulebook.values())
    for (const rule of data.sections.flatMap((section) => section.rules)) {
      const cited = schemes.some((scheme) => scheme.case === id && scheme.text.includes(`"${rule.id}"`));
      expect(links.includes(`/rulebook/${id}/#${rule.id.toLowerCase()}`), `${id} ${rule.id}`).toBe(
        rule.figures.length > 0 && !cited,
      );
    }
});

test('counts on the about page are those of the content', () => {
  const text = textOf(page('/about/').html);
  const rules = [...content.rulebook.values()].flatMap(({ data }) => data.sections.flatMap((section) => section.rules));
  for (const count of [
    `${content.cases.size}个案例`,
    `${content.practices.size}项实践`,
    `${rules.length}条规则`,
    `${content.schemes.size}个计算器`,
    `${content.glossary.size}个术语`,
    `${content.sources.size}份文本`,
  ])
    expect(text).toContain(count);
});
