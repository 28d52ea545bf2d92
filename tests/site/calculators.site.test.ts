import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ELEMENT_NODE, type ElementNode, parse, TEXT_NODE, type TextNode, walkSync } from 'ultrahtml';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { evaluate } from '../../src/scoring/evaluate.ts';
import type { Value } from '../../src/scoring/value.ts';
import { readScheme } from '../unit/read-scheme.ts';
import { byPath, type Page, page, pages } from './pages.ts';

const content = join(import.meta.dirname, '../../content');
type Raw = { [key: string]: unknown };
type RawScheme = {
  title: { zh: string; en: string };
  case: string;
  assumptions?: Raw;
  'left-open'?: unknown[];
  examples: unknown[];
  outputs: string[];
  cohort?: Raw & { assumptions?: Raw };
};
const schemes = readdirSync(join(content, 'schemes')).map((file) => ({
  id: basename(file, '.yaml'),
  raw: parseYaml(readFileSync(join(content, 'schemes', file), 'utf8')) as RawScheme,
}));
const languages = [
  ['zh', '/calculators/'],
  ['en', '/en/calculators/'],
] as const;

/** Every pair of key and text of a scheme, examples left out. */
function* leaves(value: unknown, key = ''): Generator<readonly [key: string, text: string]> {
  if (typeof value === 'string') yield [key, value];
  else if (Array.isArray(value)) for (const item of value) yield* leaves(item, key);
  else if (value && typeof value === 'object')
    for (const [name, item] of Object.entries(value)) if (name !== 'examples') yield* leaves(item, name);
}

const different = (texts: readonly string[], pattern: RegExp): number =>
  new Set(texts.filter((text) => pattern.test(text))).size;

/** The counts of a scheme as its file and its chapter give them. */
function countsOf({ raw }: (typeof schemes)[number]) {
  const chapter = readFileSync(join(content, 'rulebook', `${raw.case}.mdx`), 'utf8').split('\n---')[0] ?? '';
  const { sections } = parseYaml(chapter) as { sections: { rules: { id: string; figures?: string[] }[] }[] };
  const pairs = [...leaves(raw)];
  const named = new Set(pairs.filter(([key]) => key === 'rule').map(([, id]) => id));
  const figures = sections
    .flatMap(({ rules }) => rules)
    .filter(({ id }) => named.has(id))
    .flatMap((rule) => rule.figures ?? []);
  const opens = pairs.filter(([key]) => !['zh', 'en'].includes(key)).map(([, text]) => text);
  return {
    stated: figures.length,
    assumed: Object.keys({ ...raw.assumptions }).length + Object.keys({ ...raw.cohort?.assumptions }).length,
    open: different(opens, /^[GC]\d+$/),
    leftOpen: raw['left-open']?.length ?? 0,
    examples: raw.examples.length,
  };
}

type Cell = { text: string; hrefs: string[] };
const decoded = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** The row of a scheme on the list of calculators. */
function rowOf(path: string, id: string): Cell[] {
  const rows = page(path).html.split(/<tr\b[^>]*>/);
  const row = rows.find((part) => part.includes(`href="${path}${id}/"`)) ?? '';
  return [...row.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => ({
    text: decoded(cell),
    hrefs: [...cell.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href),
  }));
}

describe.each(languages)('the table of calculators (%s)', (lang, path) => {
  test.each(schemes.map((scheme) => [scheme.id, scheme] as const))('%s: counts are those of its file', (id, scheme) => {
    const [title, caseCell, , ...counts] = rowOf(path, id);
    const { stated, assumed, open, leftOpen, examples } = countsOf(scheme);
    expect(title?.text).toContain(scheme.raw.title[lang]);
    expect(caseCell?.hrefs).toEqual([`/cases/${scheme.raw.case}/`]);
    expect(counts.map(({ text }) => Number(text))).toEqual([stated, assumed, open, leftOpen, examples]);
    const own = `${path}${id}/`;
    const places = ['#rules', '#assumptions', `/rulebook/${scheme.raw.case}/#open`, '#left-open', '#examples'];
    for (const [i, { text, hrefs }] of counts.entries()) {
      const place = places[i] ?? '';
      expect(hrefs).toEqual(text === '0' ? [] : [place.startsWith('#') ? own + place : place]);
    }
  });

  test.each(
    schemes.map((scheme) => [scheme.id, scheme] as const),
  )('%s: so many stand where they lead', (id, scheme) => {
    const { html } = page(`${path}${id}/`);
    const section = (name: string): string =>
      html.split(/<section class="scheme-part"/).find((part) => part.includes(`id="${name}"`)) ?? '';
    const count = (name: string, mark: string): number => section(name).split('</section>')[0]?.split(mark).length ?? 0;
    const { stated, assumed, open, leftOpen, examples } = countsOf(scheme);
    expect(count('rules', '<li class="chip') - 1).toBe(stated);
    expect(count('assumptions', '<li class="assumption ') - 1).toBe(assumed);
    expect(Math.max(0, count('left-open', '<li class="basis-undefined') - 1)).toBe(leftOpen);
    expect(count('examples', '<li class="example"') - 1).toBe(examples);
    const shown = [...`${section('assumptions')}${section('left-open')}`.matchAll(/>([GC]\d+)<\/a>/g)];
    expect(new Set(shown.map(([, gap]) => gap)).size, 'every gap that it names stands on its page').toBe(open);
  });
});

/** What the engine gives in all examples, as the table names it. */
function kindsOf(id: string): Set<string> {
  const compiled = readScheme(id);
  const unitKinds: Record<string, string> = {
    ...{ points: '分数', yuan: '金额', percent: '比例', fraction: '比例', date: '日期', month: '日期' },
  };
  const kindOf = (name: string, value: Value): string => {
    const step = compiled.scheme.steps[name];
    if (Array.isArray(value)) return '清单';
    if (typeof value === 'boolean') return '是否';
    return typeof value === 'string' ? '等次或类别' : (unitKinds[step?.unit ?? ''] ?? '数值');
  };
  return new Set(
    compiled.scheme.examples.flatMap(({ given, assume }) => {
      const result = evaluate(compiled, given, assume);
      return result.kind === 'scored' || result.kind === 'undefined'
        ? [...result.outputs].map(([name, value]) => kindOf(name, value))
        : [];
    }),
  );
}

test.each(schemes.map((scheme) => [scheme.id, scheme] as const))('%s: its kind is what the engine gives', (id, {
  raw,
}) => {
  const [, , kind] = rowOf('/calculators/', id);
  const [, mode, decides = ''] = /^(单个或整表|单个)(.*)$/.exec(kind?.text ?? '') ?? [];
  expect(mode).toBe(raw.cohort ? '单个或整表' : '单个');
  expect(new Set(decides.split('、'))).toEqual(kindsOf(id));
});

/** Chinese text, and names read aloud, that no `lang` marks. */
function unmarkedChinese({ html }: Page): string[] {
  const found: string[] = [];
  const langOf = (node: ElementNode | undefined): string => {
    for (let at = node; at; at = at.parent as ElementNode | undefined)
      if (at.type === ELEMENT_NODE && at.attributes['lang']) return at.attributes['lang'];
    return '';
  };
  const chinese = /[\p{Script=Han}\u3001\u3002\uff00-\uff60]/u;
  walkSync(parse(html), (node, parent) => {
    if (node.type === TEXT_NODE) {
      const element = parent as ElementNode;
      const text = (node as TextNode).value.trim();
      if (!['script', 'style'].includes(element.name) && chinese.test(text) && langOf(element) !== 'zh-CN')
        found.push(text);
    }
    if (node.type === ELEMENT_NODE)
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'content', 'label']) {
        const text = (node as ElementNode).attributes[name] ?? '';
        if (chinese.test(text) && langOf(node as ElementNode) !== 'zh-CN') found.push(`${name}=${text}`);
      }
  });
  return found;
}

describe('in English', () => {
  const english = pages.filter(({ path }) => path.startsWith('/en/'));

  test('there is a page for the list and for every calculator, and the search does not index them', () => {
    const paths = english.map(({ path }) => path).sort();
    expect(paths).toEqual(['/en/calculators/', ...schemes.map(({ id }) => `/en/calculators/${id}/`)].sort());
    for (const { path, html } of english) expect(html, path).not.toMatch(/data-pagefind-(body|filter|meta)/);
  });

  test.each(english.map((it) => [it.path, it] as const))('%s: what is Chinese is marked as Chinese', (_, it) => {
    expect(unmarkedChinese(it)).toEqual([]);
  });

  test('every input, assumption and example stands in the HTML in English', () => {
    for (const { id } of schemes) {
      const { scheme } = readScheme(id);
      const text = decoded(page(`/en/calculators/${id}/`).html);
      const inputs = Object.values(scheme.inputs).filter((input) => input['only-when'] === undefined);
      for (const { en } of [
        ...[...inputs, ...Object.values(scheme.assumptions)].map(({ label }) => label),
        ...scheme.examples.map(({ name }) => name),
      ])
        expect(text, id).toContain(en.replace(/\s+/g, ' '));
    }
  });
});

describe('a page in two languages', () => {
  const alternates = ({ elements }: Page): Record<string, string> =>
    Object.fromEntries(
      elements
        .filter(({ attributes }) => attributes['rel'] === 'alternate')
        .map(({ attributes: { hreflang = '', href = '' } }) => [hreflang, new URL(href).pathname]),
    );
  const both = pages.filter((it) => Object.keys(alternates(it)).length > 0);

  test('names both, is named by the other, and shows a link to it', () => {
    expect(both).toHaveLength(2 * (schemes.length + 1));
    for (const it of both) {
      const named = alternates(it);
      expect(Object.keys(named), it.path).toEqual(['zh-CN', 'en', 'x-default']);
      expect(named['en']).toBe(`/en${named['zh-CN']}`);
      expect(named['x-default']).toBe(named['zh-CN']);
      const other = it.path === named['en'] ? named['zh-CN'] : named['en'];
      expect(alternates(byPath.get(other ?? '') as Page)).toEqual(named);
      const links = it.elements.filter(({ name, attributes }) => name === 'a' && attributes['hreflang'] !== undefined);
      expect(links.map(({ attributes }) => attributes['href'])).toEqual([other]);
    }
  });
});
