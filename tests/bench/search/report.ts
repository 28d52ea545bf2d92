import type { Lang } from '../../../src/i18n/language.ts';
import type { Cost, Figures, Relevance, Spread } from './figures.ts';

const words = {
  name: {
    ours: { en: 'ours', zh: '本站' },
    pagefind: { en: 'Pagefind 1.6, its default interface', zh: 'Pagefind 1.6 默认界面' },
    'pagefind-quoted': { en: 'the same, query in quotation marks', zh: '同上，查询加引号' },
    default: { en: 'MiniSearch 7.2, default tokenizer', zh: 'MiniSearch 7.2 默认切分' },
    bigrams: { en: 'MiniSearch 7.2, bigrams and characters', zh: 'MiniSearch 7.2 双字加单字' },
  },
  relevance: {
    en: [
      '',
      'right first',
      'in the first three',
      'wrongly nothing',
      'absent, and said so',
      'recall of strings',
      'precision of strings',
    ],
    zh: ['', '首条正确', '前三条内', '误报无结果', '确无此词并说明', '子串查全率', '子串查准率'],
  },
  costs: {
    en: ['pages', '', 'first query', 'files', 'cold', 'cold, slow line', 'warm', 'index'],
    zh: ['页数', '', '首次查询', '文件数', '冷启动', '慢速网络', '再次查询', '索引'],
  },
  targets: { en: ['ours', '', 'target', 'measured', ''], zh: ['本站', '', '目标', '实测', ''] },
  ms: { en: 'ms', zh: '毫秒' },
  failed: { en: 'could not be built', zh: '无法建成' },
  met: { en: 'met', zh: '达标' },
  missed: { en: 'missed', zh: '未达标' },
} as const;

/** The two tables in Markdown with what must be known to read them. */
export function reportOf(figures: Figures, lang: Lang): string {
  const { relevance, costs } = figures;
  return [
    relevanceText(relevance, lang),
    relevanceTable(relevance, lang),
    costText(figures, lang),
    costTable(costs, lang),
    targets(costs, lang),
    footnotes(figures, lang),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

function relevanceText({ pages, queries, substrings, answered }: Relevance, lang: Lang): string {
  const absent = answered[0]?.counts.absent ?? 0;
  return lang === 'en'
    ? `**Relevance.** The ${pages} pages of this library; ${queries - absent} queries with known right pages and ${absent} for what is not there (\`tests/search/queries.yaml\`); ${number(substrings)} random strings of 2–8 characters of the text. A heading counts as its page, because the others know no headings.`
    : `**找得准不准。** 本库 ${pages} 页；${queries - absent} 条已知正确页面的查询，${absent} 条库里没有的（\`tests/search/queries.yaml\`）；从正文随机取 ${number(substrings)} 个 2–8 字的子串。其他引擎不分小标题，所以只比到页。`;
}

function relevanceTable({ answered, exactness }: Relevance, lang: Lang): string {
  const strings = new Map(exactness);
  const rows = answered.flatMap(({ engine, counts }) => {
    const exact = strings.get(engine);
    const quoted = strings.get('pagefind-quoted');
    const cells = [
      words.name[engine][lang],
      share(counts.first, counts.answerable),
      share(counts.firstThree, counts.answerable),
      String(counts.wronglyNothing),
      `${counts.absentRight}/${counts.absent}`,
      exact ? exact.recall.toFixed(3) : '',
      exact ? exact.precision.toFixed(3) : '',
    ];
    if (engine !== 'pagefind' || !quoted) return [cells];
    return [
      cells,
      [words.name['pagefind-quoted'][lang], '', '', '', '', quoted.recall.toFixed(3), quoted.precision.toFixed(3)],
    ];
  });
  return table(words.relevance[lang], rows);
}

function costText({ machine, asked }: Figures, lang: Lang): string {
  const { date, browser, cores, loadBefore, loadAfter } = machine;
  const load = `${loadBefore.toFixed(1)} → ${loadAfter.toFixed(1)}`;
  const list = asked.map((query) => (lang === 'en' ? `“${query}”` : `“${query}”`)).join(lang === 'en' ? ', ' : '、');
  return lang === 'en'
    ? `**Side by side.** ${date}, Chromium ${browser}, ${cores} cores, load ${load}; medians with quartiles of the queries ${list}. Above the real number of pages, synthetic pages recombined from its paragraphs stand beside them, with names as many and as long. “First query”: bodies as sent (gzip, HTTP/1.1), with the program and its style, without the HTML and what every page of the site has. “Cold”: from opening the search page with the query, nothing in the cache, until the first result is shown; slow line: 1.6 Mbit/s, 150 ms. “Warm”: the next queries. “Index”: packed, without the texts of the pages, which MiniSearch does not have: it shows titles only.`
    : `**并排比较。** ${date}，Chromium ${browser}，${cores} 核，负载 ${load}；查询${list}的中位数和四分位数。超出实际页数的部分，是用本库段落重新组合的页面，名称的数量和长短与实际相当。“首次查询”：实际传输的内容（gzip，HTTP/1.1），包括程序和样式，不含网页本身和全站共有的文件。“冷启动”：缓存为空，从打开带查询的搜索页到出现第一条结果；慢速网络：1.6 Mbit/s，150 毫秒。“再次查询”：随后的各次查询。“索引”：压缩后大小，不含页面文字；MiniSearch 没有存文字，只显示标题。`;
}

function costTable(costs: readonly Cost[], lang: Lang): string {
  const rows = costs.map(({ pages, engine, bytes, requests, cold, slow, warm, index, failed }) => [
    number(pages),
    words.name[engine][lang],
    bytes ? `${kilobytes(bytes.median)} kB` : '–',
    requests === undefined ? '–' : String(Math.round(requests)),
    milliseconds(cold, lang),
    milliseconds(slow, lang),
    milliseconds(warm, lang),
    failed !== undefined
      ? words.failed[lang]
      : index >= 1e6
        ? `${(index / 1e6).toFixed(1)} MB`
        : `${kilobytes(index)} kB`,
  ]);
  return table(words.costs[lang], rows);
}

/** What was to be reached, and whether it was. */
function targets(costs: readonly Cost[], lang: Lang): string {
  const ours = costs.filter(({ engine }) => engine === 'ours');
  const at = (pages: number): Cost | undefined => ours.find((cost) => cost.pages === pages);
  const warmest = Math.max(...ours.map(({ warm }) => warm?.median ?? 0));
  const goals: readonly [string, string, number | undefined, number, string][] = [
    [pagesIn(60, lang), words.costs[lang][2], kilo(at(60)?.bytes), 150, 'kB'],
    [pagesIn(60, lang), words.costs[lang][4], at(60)?.cold?.median, 300, words.ms[lang]],
    [pagesIn(5000, lang), words.costs[lang][2], kilo(at(5000)?.bytes), 400, 'kB'],
    [lang === 'en' ? 'all sizes' : '各种页数', words.costs[lang][6], warmest, 50, words.ms[lang]],
  ];
  const rows = goals.flatMap(([pages, what, value, limit, unit]) =>
    value === undefined
      ? []
      : [
          [
            pages,
            what,
            `≤ ${limit} ${unit}`,
            `${Math.round(value)} ${unit}`,
            words[value <= limit ? 'met' : 'missed'][lang],
          ],
        ],
  );
  return table(words.targets[lang], rows);
}

const pagesIn = (pages: number, lang: Lang): string => `${number(pages)} ${lang === 'en' ? 'pages' : '页'}`;
const kilo = (spread: Spread | undefined): number | undefined => spread && spread.median / 1000;

function footnotes({ grams, minisearchBytes, costs }: Figures, lang: Lang): string {
  const frame = Math.round((costs.find(({ engine }) => engine === 'ours')?.frameBytes ?? 0) / 1000);
  const build = grams
    ? lang === 'en'
      ? ` Building the exact index of ${number(grams.pages)} pages takes ${grams.seconds.toFixed(1)} s and ${Math.round(grams.megabytes ?? 0)} MB of memory.`
      : `建 ${number(grams.pages)} 页的精确索引用时 ${grams.seconds.toFixed(1)} 秒，内存 ${Math.round(grams.megabytes ?? 0)} MB。`
    : '';
  return lang === 'en'
    ? `The search page itself, with what every page has, adds ${frame} kB to ours; MiniSearch with its page is ${kilobytes(minisearchBytes)} kB of its figures.${build}`
    : `搜索页本身连同全站共有的文件，另有 ${frame} kB；MiniSearch 的数字里程序占 ${kilobytes(minisearchBytes)} kB。${build}`;
}

const number = (value: number): string => value.toLocaleString('en');
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0);
const share = (part: number, whole: number): string =>
  `${part}/${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
const milliseconds = (spread: Spread | undefined, lang: Lang): string =>
  spread ? `${duration(spread.median)} (${duration(spread.lower)}–${duration(spread.upper)}) ${words.ms[lang]}` : '–';
const duration = (value: number): string => (value < 10 ? value.toFixed(1) : number(Math.round(value)));
