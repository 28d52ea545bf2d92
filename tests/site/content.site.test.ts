import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/check/check.ts';
import { page } from './pages.ts';

const { content } = checkContent(join(import.meta.dirname, '../..'));

/** Addresses below the site that a page links to. */
const linksOf = (path: string): Set<string> =>
  new Set(
    page(path).elements.flatMap(({ attributes: { href } }) =>
      href ? [decodeURI(new URL(href, `https://site.test${path}`).pathname)] : [],
    ),
  );

describe('links run both ways', () => {
  test.each([...content.cases.values()].map((entry) => [entry.id, entry] as const))('%s', (id, { data }) => {
    const links = linksOf(`/cases/${id}/`);
    for (const practice of data.practices) {
      expect(links).toContain(`/practices/${practice}/`);
      expect(linksOf(`/practices/${practice}/`)).toContain(`/cases/${id}/`);
    }
    for (const { source } of data.sources) {
      expect(links).toContain(`/sources/${source}/`);
      expect(linksOf(`/sources/${source}/`)).toContain(`/cases/${id}/`);
    }
    if (content.rulebook.has(id)) {
      expect(links).toContain(`/rulebook/${id}/`);
      expect(linksOf(`/rulebook/${id}/`)).toContain(`/cases/${id}/`);
    }
  });

  test.each([...content.schemes.values()].map((entry) => [entry.id, entry] as const))('%s', (id, { data }) => {
    const own = `/calculators/${id}/`;
    for (const other of [`/cases/${data.case}/`, `/rulebook/${data.case}/`]) {
      expect(linksOf(own)).toContain(other);
      expect(linksOf(other)).toContain(own);
    }
  });
});

describe('every rule can be cited', () => {
  test.each(
    [...content.rulebook.values()].map((entry) => [entry.id, entry] as const),
  )('%s: an anchor and every quote', (id, { data }) => {
    const { ids, html } = page(`/rulebook/${id}/`);
    const plain = html
      .replace(/<[^>]+>/g, '')
      .replace(/&(?:#39|#x27);/g, "'")
      .replace(/&quot;|&#34;/g, '"')
      .replace(/&amp;/g, '&')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>');
    const rules = data.sections.flatMap((section) => section.rules);
    for (const cited of [...rules, ...data.gaps, ...data.contradictions]) expect(ids).toContain(cited.id.toLowerCase());
    for (const { quote } of [...rules, ...data.contradictions].flatMap(({ quotes }) => quotes))
      expect(plain).toContain(quote);
  });
});

test('a calculator page reads without JavaScript: every input, rule and assumption stands in the HTML', () => {
  for (const { id, data } of content.schemes.values()) {
    const { html } = page(`/calculators/${id}/`);
    for (const { label } of [...Object.values(data.inputs), ...Object.values(data.assumptions)]) {
      const always = !Object.values(data.inputs).some(
        (input) => input.label === label && input['only-when'] !== undefined,
      );
      if (always) expect(html).toContain(label.zh);
    }
  }
});
