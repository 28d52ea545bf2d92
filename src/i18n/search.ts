import type { Kind } from '../lib/vocabulary.ts';
import { type Lang, strings, type Table } from './language.ts';

/** Strings of the search page, the search box and the marks on arrival. */
const table = {
  title: { zh: '搜索', en: 'Search' },
  description: {
    zh: '搜索案例、实践、规则、计算器和术语的全文。',
    en: 'Full-text search of cases, practices, rules, calculators and terms.',
  },
  field: { zh: '要找的词、句或规则编号', en: 'Words, a phrase or a rule id' },
  hint: { zh: '搜案例、规则、术语', en: 'Search cases, rules, terms' },
  submit: { zh: '搜索', en: 'Search' },
  keys: { zh: '按 / 或 Ctrl K 随时搜索', en: 'Press / or Ctrl K to search' },
  howTo: {
    zh: '输入原文里的任何一段字都能找到所在页面；空格不影响结果。',
    en: 'Any run of characters from the text finds its pages; spaces do not matter.',
  },
  suggestions: { zh: '建议', en: 'Suggestions' },
  recent: { zh: '最近搜索', en: 'Recent searches' },
  recentNote: { zh: '只保存在这个浏览器里。', en: 'Kept in this browser only.' },
  clearRecent: { zh: '全部清除', en: 'Clear all' },
  clearRecentLong: { zh: '清除最近搜索', en: 'Clear recent searches' },
  removeRecent: { zh: '去掉“{q}”', en: 'Remove “{q}”' },
  removedRecent: { zh: '已去掉“{q}”', en: 'Removed “{q}”' },
  beforeTyping: {
    zh: '{n} 条最近搜索和常用实践，用上下键选择，按 Delete 去掉一条最近搜索',
    en: '{n} recent searches and common practices, choose with the arrow keys, Delete removes a recent search',
  },
  noSuggestions: { zh: '没有建议，按回车搜索全文', en: 'No suggestions, Enter searches the full text' },
  suggestionCount: { zh: '{n} 条建议，用上下键选择', en: '{n} suggestions, choose with the arrow keys' },
  searchAll: { zh: '全文搜索“{q}”', en: 'Search the full text for “{q}”' },
  loading: { zh: '正在载入检索……', en: 'Loading the search …' },
  searching: { zh: '正在搜索“{q}”……', en: 'Searching for “{q}” …' },
  named: { zh: '名称相符', en: 'Pages of this name' },
  exact: { zh: '完整包含“{q}”', en: 'Holding “{q}”' },
  all: { zh: '包含全部词：{words}', en: 'Holding all words: {words}' },
  some: { zh: '包含部分词：{words}', en: 'Holding some of the words: {words}' },
  readPinyin: { zh: '按拼音：{q}', en: 'Read as pinyin: {q}' },
  readSimplified: { zh: '按简体：{q}', en: 'In simplified characters: {q}' },
  readMistake: { zh: '也许想找：{q}', en: 'Perhaps you meant: {q}' },
  readAs: { zh: '按“{q}”查找', en: 'Results for “{q}”' },
  readOthers: { zh: '也可能是：', en: 'Or: ' },
  foundRead: { zh: '{n} 页符合“{q}”', en: '{n} pages match “{q}”' },
  pages: { zh: '{n} 页', en: '{n} pages' },
  times: { zh: '{n} 处', en: '{n} times' },
  ownPage: { zh: '名称相符', en: 'of this name' },
  holds: { zh: '含：{words}', en: 'Holds: {words}' },
  alsoIn: { zh: '另见', en: 'Also in' },
  moreInGroup: { zh: '其余 {n} 页', en: '{n} more pages' },
  moreHits: { zh: '再显示 {n} 页', en: 'Show {n} more pages' },
  foundExact: { zh: '{n} 页完整包含“{q}”', en: '{n} pages hold “{q}”' },
  foundNamed: { zh: '{n} 页名称相符', en: '{n} pages have this name' },
  foundRelated: { zh: '{n} 页包含全部或部分词', en: '{n} pages hold all or some of the words' },
  noExact: { zh: '没有页面完整包含“{q}”', en: 'No page holds “{q}”' },
  nothing: {
    zh: '没有找到与“{q}”有关的内容。可以换短一些的说法，或从下面进入。',
    en: 'Nothing was found for “{q}”. Try a shorter wording, or begin below.',
  },
  nothingFiltered: {
    zh: '在所选范围内没有结果；去掉筛选可以看到其余结果。',
    en: 'There is nothing within the chosen filters; take them away to see the other results.',
  },
  missing: { zh: '全站没有出现：{words}', en: 'Stands nowhere on this site: {words}' },
  shortened: { zh: '查询太长，只用了前 {n} 个字。', en: 'The query is long; its first {n} characters were used.' },
  filters: { zh: '筛选', en: 'Filters' },
  chosenFilters: { zh: '已选的筛选', en: 'Chosen filters' },
  removeFilter: { zh: '去掉筛选：{filter} {value}', en: 'Remove filter: {filter} {value}' },
  unknownFilters: {
    zh: '地址里的筛选“{values}”本站没有，已略去。',
    en: 'This site does not have the filter “{values}” of the address; it was left out.',
  },
  filtersFailed: {
    zh: '筛选没有载入，下面是未筛选的结果；刷新页面可以再试。',
    en: 'The filters did not load; these are all results. Reload the page to try again.',
  },
  onlyKind: { zh: '只看{kind}（{n} 页）', en: 'Only {kind} ({n} pages)' },
  bare: {
    zh: '有 {n} 页的摘录没有取到，标题和链接仍然可用。',
    en: 'The excerpts of {n} pages could not be had; their titles and links work.',
  },
  clearFilters: { zh: '清除筛选', en: 'Clear filters' },
  moreValues: { zh: '其余 {n} 项', en: '{n} more' },
  kind: { zh: '种类', en: 'Kind' },
  region: { zh: '地区', en: 'Region' },
  organisation: { zh: '组织类型', en: 'Organisation' },
  practice: { zh: '实践', en: 'Practice' },
  year: { zh: '年份', en: 'Year' },
  calculator: { zh: '计算器', en: 'Calculator' },
  failed: { zh: '检索没有载入', en: 'The search did not load' },
  offline: {
    zh: '现在没有网络连接。连上以后可以再试；下面是全部条目，可以用浏览器的查找（Ctrl F）。',
    en: 'There is no network connection. Try again when it is back; all entries stand below, for the browser’s own find (Ctrl F).',
  },
  indexMissing: {
    zh: '检索数据没有取到，或已损坏（{reason}）。可以再试；下面是全部条目，可以用浏览器的查找（Ctrl F）。',
    en: 'The search data could not be had, or is damaged ({reason}). Try again, or use the browser’s own find (Ctrl F) on all entries below.',
  },
  oldBrowser: {
    zh: '这个浏览器太旧，不能解开检索数据（缺少 DecompressionStream）。请换用较新的浏览器；下面是全部条目，可以用浏览器的查找（Ctrl F）。',
    en: 'This browser is too old to unpack the search data (it has no DecompressionStream). Use a newer one, or the browser’s own find (Ctrl F) on all entries below.',
  },
  retry: { zh: '再试一次', en: 'Try again' },
  noScript: {
    zh: '全文搜索需要 JavaScript。下面是全部条目，可以用浏览器的查找（Ctrl F）。',
    en: 'Full-text search needs JavaScript. All entries stand below, for the browser’s own find (Ctrl F).',
  },
  everything: { zh: '全部条目', en: 'All entries' },
  listEverything: { zh: '列出全部条目', en: 'List all entries' },
  startKinds: { zh: '按种类浏览', en: 'Browse by kind' },
  usualPractices: { zh: '常用实践', en: 'Common practices' },
  startPractices: { zh: '案例最多的实践', en: 'Practices with most cases' },
  countCases: { zh: '{n} 个案例', en: '{n} cases' },
  arrivalMarks: { zh: '“{q}”在本页有 {n} 处', en: '“{q}” stands here {n} times' },
  arrivalNone: { zh: '本页正文没有“{q}”', en: '“{q}” does not stand in the text of this page' },
  previous: { zh: '上一处', en: 'Previous' },
  next: { zh: '下一处', en: 'Next' },
  clearMarks: { zh: '清除标记', en: 'Clear marks' },
} as const satisfies Table;

export type SearchStrings = { readonly [K in keyof typeof table]: string };

export function searchStrings(lang: Lang): SearchStrings {
  return strings(table, lang);
}

const kindTable: Readonly<Record<Kind, Readonly<Record<Lang, string>>>> = {
  case: { zh: '案例', en: 'Cases' },
  practice: { zh: '实践', en: 'Practices' },
  rule: { zh: '规则', en: 'Rules' },
  calculator: { zh: '计算器', en: 'Calculators' },
  course: { zh: '课程', en: 'Courses' },
  term: { zh: '术语', en: 'Glossary' },
  source: { zh: '来源', en: 'Sources' },
  page: { zh: '其他页面', en: 'Other pages' },
};

export function kindName(kind: Kind, lang: Lang): string {
  return kindTable[kind][lang];
}

/** Language of a page by its `lang` attribute. */
export function langOf(attribute: string): Lang {
  return attribute.toLowerCase().startsWith('en') ? 'en' : 'zh';
}
