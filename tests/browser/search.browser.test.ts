import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparable } from '../../src/lib/comparable.ts';
import { launchChromium } from './chromium.ts';
import { namesInContent } from './content-names.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

let site: ServedSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  site = await serveSite(process.env.SITE_DIST ?? 'dist');
  browser = await launchChromium();
  context = await browser.newContext({ locale: 'zh-CN' });
  page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${site.url}search/`);
  // As text: the test runner would rewrite the import.
  await page.evaluate(`(async () => {
    const { loadSearch } = await import('/__source/search/load.ts');
    globalThis.search = await loadSearch({ base: '/', language: document.documentElement.lang, fetch: (...request) => fetch(...request) });
  })()`);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

type Answer = { first: string | undefined; exact: string[]; needle: string; related: number };

/** Asks the search module inside the page, many queries at once; `first` is where the first link leads. */
async function ask(queries: readonly string[]): Promise<Answer[]> {
  return page.evaluate(async (all) => {
    const { search } = globalThis as unknown as { search: import('../../src/search/engine.ts').Search };
    const answers: Answer[] = [];
    for (const query of all) {
      const found = await search.find(query);
      const hits = [...found.named, ...found.exact, ...found.all, ...found.some];
      const [hit] = hits;
      answers.push({
        first: hit && (await search.show(hit)).path,
        exact: found.exact.map(({ path }) => path),
        needle: found.needle,
        related: found.all.length + found.some.length,
      });
    }
    return answers;
  }, queries);
}

/** Comparable text of every indexed page, as the browser reads it from Pagefind. */
async function indexedTexts(): Promise<{ path: string; text: string }[]> {
  return page.evaluate(async () => {
    const { search } = globalThis as unknown as { search: import('../../src/search/engine.ts').Search };
    return Promise.all(search.paths.map(async (path, number) => ({ path, text: await search.textOf(number) })));
  });
}

/** Numbers between 0 and 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('the index', () => {
  test('holds the text that a reader sees, page by page', async () => {
    const texts = await indexedTexts();
    expect(texts.length).toBeGreaterThan(20);
    const shown = await page.evaluate(
      async (paths) => {
        const left =
          'head, style, script, noscript, label, form, svg, footer, nav, iframe, template, [data-pagefind-ignore]';
        return Promise.all(
          paths.map(async (path) => {
            const html = new DOMParser().parseFromString(await (await fetch(`/${path}`)).text(), 'text/html');
            const body = html.querySelector('[data-pagefind-body]');
            for (const part of body?.querySelectorAll(left) ?? []) part.remove();
            return body?.textContent ?? '';
          }),
        );
      },
      texts.map(({ path }) => path),
    );
    const differing = texts.filter(({ text }, index) => text !== comparable(shown[index] ?? ''));
    expect(differing.map(({ path }) => path)).toEqual([]);
  }, 20_000);

  test('every substring is found on exactly the pages that hold it', async () => {
    const texts = await indexedTexts();
    const random = seeded(6);
    const pick = (below: number): number => Math.floor(random() * below);
    const samples = Array.from({ length: 300 }, () => {
      const text = texts[pick(texts.length)]?.text ?? '';
      const length = 2 + pick(7);
      return text.slice(...((start) => [start, start + length] as const)(pick(Math.max(1, text.length - length))));
    }).filter((sample) => comparable(sample) !== '');
    const answers = await ask(samples);
    const wrong = samples.flatMap((sample, index) => {
      const { exact = [], needle = '' } = answers[index] ?? {};
      const wanted = texts.filter(({ text }) => text.includes(needle)).map(({ path }) => path);
      const same = comparable(sample).includes(needle) && [...exact].sort().join() === wanted.sort().join();
      return same ? [] : [{ sample, exact, wanted }];
    });
    expect(wrong).toEqual([]);
    expect(samples.length).toBeGreaterThan(290);
  }, 20_000);
});

describe('names', () => {
  test('every title, alias, practice, term, place, rule name and full rule id finds its own page first', async () => {
    const names = namesInContent();
    expect(names.length).toBeGreaterThan(100);
    const answers = await ask(names.map(({ name }) => name));
    const wrong = names.flatMap(({ name, paths }, index) => {
      const first = answers[index]?.first ?? '';
      return paths.includes(first) ? [] : [{ name, first, paths }];
    });
    expect(wrong).toEqual([]);
  }, 20_000);
});

describe('queries', () => {
  test.each([
    ['台阶考核', 'cases/chengzhuang-mine-step-appraisal/'],
    ['台 阶 考 核', 'cases/chengzhuang-mine-step-appraisal/'],
    ['“台阶考核”', 'cases/chengzhuang-mine-step-appraisal/'],
    ['清单管理', 'practices/checklist/'],
    ['一票否决', 'practices/veto/'],
    ['三会一课', 'glossary/#three-meetings-one-lecture'],
    ['chengzhuang-mine-step-appraisal R16', 'rulebook/chengzhuang-mine-step-appraisal/#r16'],
    ['志愿服务多少小时才达标', /kecheng/],
    ['重点项低于40分怎么办', /chengzhuang/],
    ['村干部不称职扣多少钱', /xinzhou|incentive-pay/],
    ['反对票超过三分之一', /zhuji/],
    ['连续两年排名末位', /huangshan|xinzhou|ranking|exit/],
    ['党支部怎么评星', /shizuishan|star-rating/],
  ])('%s', async (query, wanted) => {
    const [answer] = await ask([query]);
    if (typeof wanted === 'string') expect(answer?.first).toBe(wanted);
    else expect(answer?.first).toMatch(wanted);
  });

  test.each(['60分', '1/3', '20%', 'R16', '制'])('%s has pages that hold it', async (query) => {
    const [answer] = await ask([query]);
    expect(answer?.exact.length).toBeGreaterThan(0);
  });

  test('a word that stands nowhere has no page in the exact tier', async () => {
    const [answer] = await ask(['氢能源汽车补贴']);
    expect(answer?.exact).toEqual([]);
  });
});

test('nothing went wrong in the console', () => {
  expect(problems).toEqual([]);
});
