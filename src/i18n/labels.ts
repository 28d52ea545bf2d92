import type { evidenceGrades, organisations, ReportedFigure, themes } from '../schema/case.ts';
import type { ruleKinds } from '../schema/rulebook.ts';
import type { Source } from '../schema/source.ts';
import type { Lang } from './language.ts';

export type Organisation = (typeof organisations)[number];
export type Theme = (typeof themes)[number];
export type EvidenceGrade = (typeof evidenceGrades)[number];
export type RuleKind = (typeof ruleKinds)[number];

type Labels<K extends string> = Readonly<Record<K, Readonly<Record<Lang, string>>>>;

export const organisationLabels: Labels<Organisation> = {
  'county-or-district': { zh: '县（区）', en: 'County or district' },
  'township-or-street': { zh: '乡镇街道', en: 'Township or street' },
  village: { zh: '村', en: 'Village' },
  community: { zh: '社区', en: 'Community' },
  'state-owned-enterprise': { zh: '国有企业', en: 'State-owned enterprise' },
  'private-enterprise': { zh: '非公企业', en: 'Private enterprise' },
  market: { zh: '专业市场', en: 'Market' },
  agency: { zh: '机关', en: 'Agency' },
  'party-school': { zh: '党校', en: 'Party school' },
};

export const themeLabels: Labels<Theme> = {
  'branch-appraisal': { zh: '支部考核', en: 'Branch appraisal' },
  'cadre-appraisal': { zh: '干部考核', en: 'Cadre appraisal' },
  'member-appraisal': { zh: '党员评定', en: 'Member appraisal' },
  'cadre-training': { zh: '干部培训', en: 'Cadre training' },
  'member-education': { zh: '党员教育', en: 'Member education' },
  'organisation-life': { zh: '组织生活', en: 'Organisation life' },
  service: { zh: '服务群众', en: 'Service' },
  governance: { zh: '基层治理', en: 'Governance' },
  economy: { zh: '集体经济', en: 'Economy' },
  talent: { zh: '人才', en: 'Talent' },
};

export const evidenceLabels: Labels<EvidenceGrade> = {
  'dated-figures': { zh: '有日期的数字', en: 'Figures with dates' },
  'undated-figures': { zh: '缺基数或日期', en: 'Figures without base or date' },
  'examples-only': { zh: '只有举例', en: 'Examples only' },
  none: { zh: '没有证据', en: 'None' },
};

export const evidenceMeanings: Labels<EvidenceGrade> = {
  'dated-figures': {
    zh: '自述给出了数字，并写明时点或起止，可以与别的材料对照。',
    en: 'The report gives figures with their dates, so that they can be held against other material.',
  },
  'undated-figures': {
    zh: '有数字，但缺基数、口径或日期，不能据此判断变化。',
    en: 'There are figures, but base, scope or date is missing; no change can be judged from them.',
  },
  'examples-only': { zh: '只举了个别事例，没有总体数字。', en: 'Single examples, no overall figures.' },
  none: { zh: '只有叙述，没有可核对的结果。', en: 'Narrative only; no result that could be checked.' },
};

export const ruleKindLabels: Labels<RuleKind> = {
  threshold: { zh: '标准线', en: 'Threshold' },
  weight: { zh: '权重', en: 'Weight' },
  quota: { zh: '名额', en: 'Quota' },
  frequency: { zh: '频次', en: 'Frequency' },
  deadline: { zh: '时限', en: 'Deadline' },
  condition: { zh: '条件', en: 'Condition' },
  coefficient: { zh: '系数', en: 'Coefficient' },
  veto: { zh: '否决', en: 'Veto' },
  grade: { zh: '等次', en: 'Grade' },
  consequence: { zh: '后果', en: 'Consequence' },
  definition: { zh: '定义', en: 'Definition' },
  procedure: { zh: '程序', en: 'Procedure' },
};

/** What a calculator decides. */
export const outcomeLabels: Labels<'choice' | 'yes-no' | 'points' | 'money' | 'share' | 'date' | 'number' | 'list'> = {
  choice: { zh: '等次或类别', en: 'grade or class' },
  'yes-no': { zh: '是否', en: 'yes or no' },
  points: { zh: '分数', en: 'points' },
  money: { zh: '金额', en: 'money' },
  share: { zh: '比例', en: 'share' },
  date: { zh: '日期', en: 'date' },
  number: { zh: '数值', en: 'number' },
  list: { zh: '清单', en: 'list' },
};

export const figureKindLabels: Labels<ReportedFigure['kind']> = {
  base: { zh: '基数', en: 'Base' },
  activity: { zh: '工作量', en: 'Activity' },
  result: { zh: '结果', en: 'Result' },
  target: { zh: '目标', en: 'Target' },
};

export const approximationLabels: Labels<NonNullable<ReportedFigure['approximate']>> = {
  'more-than': { zh: '余', en: 'more than' },
  about: { zh: '约', en: 'about' },
  nearly: { zh: '近', en: 'nearly' },
  'fewer-than': { zh: '不足', en: 'fewer than' },
};

export const sourceKindLabels: Labels<Source['kind']> = {
  article: { zh: '文章', en: 'Article' },
  compilation: { zh: '汇编篇目', en: 'Text of a compilation' },
  'periodical-issue': { zh: '期刊', en: 'Periodical issue' },
  'web-page': { zh: '网页', en: 'Web page' },
};

export const unknownLabels: Labels<Source['unknown'][number]> = {
  publisher: { zh: '出版者', en: 'publisher' },
  date: { zh: '日期', en: 'date' },
  author: { zh: '作者', en: 'author' },
  pages: { zh: '页码', en: 'pages' },
  title: { zh: '原题', en: 'title' },
  address: { zh: '网址', en: 'address' },
};
