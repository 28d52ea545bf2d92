import { type Lang, type Strings, strings, type Table } from './language.ts';

/** Strings of the data page, and of the completeness that case pages show. */
const table = {
  title: { zh: '编辑数据', en: 'Data for editors' },
  lead: {
    zh: '从记录里算出的完整度和待补之处，供编辑查漏。缺一项不等于有错：有的原文没有写，有的不适用。',
    en: 'What the records hold and lack, computed for editors. A missing item is not a fault: the source may be silent, or it may not apply.',
  },
  completeness: { zh: '完整度', en: 'Completeness' },
  completenessOf: { zh: '{all} 项中有 {n} 项', en: '{n} of {all}' },
  missing: { zh: '缺', en: 'Missing' },
  missingList: { zh: '缺：{list}', en: 'Missing: {list}' },
  missingNone: { zh: '不缺', en: 'nothing missing' },
  byCase: { zh: '各案例', en: 'By case' },
  byCaseLead: { zh: '缺得多的排在前面，共 {all} 项。', en: 'Those that lack most come first; {all} items in all.' },
  byAspect: { zh: '缺什么', en: 'Missing pieces' },
  aspect: { zh: '项目', en: 'Item' },
  casesWithout: { zh: '缺此项的案例', en: 'Cases without it' },
  figuresDated: { zh: '数字（有时点）', en: 'Figures (dated)' },
  openPoints: { zh: '缺口与矛盾', en: 'Gaps and contradictions' },
  rulesWithoutScheme: { zh: '没有编进计算器的规则', en: 'Rules without a scheme' },
  rulesWithoutSchemeLead: {
    zh: '有数字而没有计算器引用的规则，共 {n} 条，分属 {chapters} 章。',
    en: '{n} rules with numbers that no calculator cites, in {chapters} chapters.',
  },
  withNumbers: { zh: '有数字', en: 'With numbers' },
  uncited: { zh: '未引用', en: 'Not cited' },
  singleCase: { zh: '只有一个案例的实践', en: 'Practices with one case' },
  reason: { zh: '理由', en: 'Reason' },
  unusedTerms: { zh: '没有用到的术语', en: 'Terms never used' },
  unusedTermsLead: {
    zh: '案例和实践都没有用到的术语，除术语页外没有链接通向它们。',
    en: 'No case and no practice uses them; nothing but the glossary leads there.',
  },
  unknownOfSources: { zh: '来源没有交代的', en: 'What sources do not tell' },
  countSources: { zh: '{all} 份文本中的 {n} 份', en: '{n} of {all} texts' },
  none: { zh: '没有。', en: 'None.' },
} as const satisfies Table;

export function dataStrings(lang: Lang): Strings<typeof table> {
  return strings(table, lang);
}

/** Names of what a full record of a case holds. */
export const aspectLabels = {
  province: { zh: '省', en: 'province' },
  city: { zh: '市', en: 'city' },
  county: { zh: '县', en: 'county' },
  years: { zh: '年份', en: 'years' },
  evidence: { zh: '证据', en: 'evidence' },
  figures: { zh: '数字', en: 'figures' },
  'figure-dates': { zh: '数字的时点', en: 'a date for every figure' },
  'figure-bases': { zh: '基数', en: 'a base figure' },
  rules: { zh: '规则', en: 'rules' },
  quotes: { zh: '规则的引文', en: 'quotes of the rules' },
  gaps: { zh: '缺口或矛盾', en: 'gaps or contradictions' },
  calculator: { zh: '计算器', en: 'calculator' },
  practices: { zh: '实践', en: 'practices' },
} as const satisfies Table;
