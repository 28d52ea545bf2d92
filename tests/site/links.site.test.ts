import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byPath, dist, page, pages } from './pages.ts';

const attributes = ['href', 'src', 'action', 'poster', 'srcset', 'data'];

describe('the built site', () => {
  test('has every kind of page', () => {
    const kinds = new Set(pages.map(({ path }) => path.split('/')[1]));
    for (const kind of [
      '',
      'cases',
      'practices',
      'rulebook',
      'calculators',
      'glossary',
      'sources',
      'about',
      'data',
      'search',
      'en',
      '404.html',
    ]) {
      expect(kinds).toContain(kind);
    }
  });

  test('every link leads to a page and, where it names one, to an id on it', () => {
    const broken: string[] = [];
    let links = 0;
    for (const { path, elements } of pages) {
      for (const { attributes: given } of elements) {
        const href = given['href'];
        if (href === undefined || /^(mailto:|https?:)/.test(href)) continue;
        links += 1;
        const url = new URL(href, `https://site.test${path}`);
        const target = decodeURI(url.pathname);
        const found = byPath.get(target);
        const fragment = decodeURIComponent(url.hash.slice(1));
        if (found ? fragment !== '' && !found.ids.includes(fragment) : !existsSync(join(dist, target)))
          broken.push(`${path} → ${href}`);
      }
    }
    expect(links).toBeGreaterThan(1000);
    expect(broken).toEqual([]);
  });

  test('nothing is loaded from elsewhere', () => {
    const foreign = pages.flatMap(({ path, elements }) =>
      elements
        .filter(
          ({ name, attributes: given }) =>
            name !== 'a' &&
            !['canonical', 'alternate'].includes(given['rel'] ?? '') &&
            attributes.some((key) => /^(https?:)?\/\//.test(given[key] ?? '')),
        )
        .map(({ name, attributes: given }) => `${path}: <${name} ${JSON.stringify(given)}>`),
    );
    expect(foreign).toEqual([]);
  });

  test.each(
    pages.map(({ path, ...rest }) => [path, rest] as const),
  )('%s: one h1, ids once, a title, a language, no raw marks', (path, { html, elements, ids }) => {
    const count = (name: string): number => elements.filter((element) => element.name === name).length;
    expect([count('h1'), count('main'), count('title')]).toEqual([1, 1, 1]);
    expect(ids.length).toBe(new Set(ids).size);
    expect(elements.find(({ name }) => name === 'html')?.attributes['lang']).toBe(
      path.startsWith('/en/') ? 'en' : 'zh-CN',
    );
    const text = html.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, ' ');
    // In English, “undefined” is a word of the site; the same templates make the Chinese pages.
    expect(text).not.toMatch(path.startsWith('/en/') ? /\*\*|\[object|NaN/ : /\*\*|\[object|undefined|NaN/);
  });
});

describe('from the home page to the quoted phrase in three clicks', () => {
  const links = (path: string): string[] =>
    page(path).elements.flatMap(({ attributes: { href } }) =>
      href?.startsWith('/') ? [href.split('#')[0] ?? ''] : [],
    );
  test('by the rulebook', () => {
    expect(links('/')).toContain('/rulebook/');
    expect(links('/rulebook/')).toContain('/rulebook/chengzhuang-mine-step-appraisal/');
    const chapter = page('/rulebook/chengzhuang-mine-step-appraisal/');
    expect(chapter.ids).toEqual(expect.arrayContaining(['r1', 'r16', 'r33', 'g1', 'c1']));
    expect(chapter.html).toContain('第一台阶考核总分是 70-80 分（不含 80 分）');
  });
});
