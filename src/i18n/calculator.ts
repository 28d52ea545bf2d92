import { type Lang, type Strings, strings, type Table } from './language.ts';

const table = {
  inputs: { zh: '输入', en: 'Inputs' },
  result: { zh: '结果', en: 'Result' },
  optional: { zh: '可不填', en: 'optional' },
  choose: { zh: '请选择', en: 'Choose' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  rule: { zh: '依据', en: 'Rule' },
  period: { zh: '第 {n} 期', en: 'Period {n}' },
  addPeriod: { zh: '加一期', en: 'Add a period' },
  removePeriod: { zh: '减一期', en: 'Remove the last' },
  example: { zh: '载入示例', en: 'Load an example' },
  exampleNone: { zh: '（自己填写）', en: '(own values)' },
  byHand: { zh: '手算', en: 'By hand' },
  reset: { zh: '清空', en: 'Clear' },
  incomplete: { zh: '还需填写：{list}。', en: 'Still needed: {list}.' },
  empty: {
    zh: '填写必填项，或载入一个示例，结果随即显示。',
    en: 'Fill in the required fields or load an example; the result appears at once.',
  },
  invalid: { zh: '有输入不符合要求，改正后才有结果：{list}。', en: 'No result until these inputs are mended: {list}.' },
  undefined: { zh: '原文未规定', en: 'Not defined by the source' },
  undefinedLead: { zh: '原文未规定：{list}。', en: 'Not defined by the source: {list}.' },
  because: { zh: '缺口', en: 'Gap' },
  tryAssumption: { zh: '试用默认读法', en: 'Try the default reading' },
  outputs: { zh: '各项结果', en: 'All results' },
  consequences: { zh: '后果', en: 'Consequences' },
  noConsequence: { zh: '没有触发任何后果。', en: 'Nothing follows.' },
  moreWith: { zh: '填写{list}，还可得到更多结果。', en: 'Fill in {list} for further results.' },
  why: { zh: '为什么', en: 'Why' },
  allSteps: { zh: '全部步骤', en: 'All steps' },
  assumptions: { zh: '假设', en: 'Assumptions' },
  assumptionsLead: {
    zh: '原文没有写明、由编者代为设定的读法。可以改，也可以关闭；关闭后，依赖它的结果为“原文未规定”。',
    en: 'Readings that the editor sets where the source is silent. Change them or switch them off; what rests on one that is off is undefined.',
  },
  restsOn: { zh: '本结果依据', en: 'this result rests on it' },
  restsOnCount: { zh: '共 {all} 项，本结果依据 {used} 项', en: '{all} in all; this result rests on {used}' },
  changed: { zh: '已改动', en: 'changed' },
  off: { zh: '不作假设', en: 'No reading' },
  ownNumber: { zh: '自定数值', en: 'Own number' },
  default: { zh: '默认', en: 'default' },
  reason: { zh: '理由', en: 'Reason' },
  ruler: { zh: '分段', en: 'Bands' },
  rulerTable: { zh: '分段表', en: 'Table of bands' },
  here: { zh: '本例 {value}', en: 'here {value}' },
  noScript: {
    zh: '计算需要浏览器允许 JavaScript。下面的规则、假设和示例不需要。',
    en: 'The calculation needs JavaScript; the rules, assumptions and examples below do not.',
  },
  private: {
    zh: '所填内容只在本页计算，不保存、不外传；网址中 # 之后的部分随输入变化，可收藏或转发。',
    en: 'What you enter is computed on this page only; nothing is stored or sent. The part of the address after # follows your inputs, to keep or pass on.',
  },
  comma: { zh: '、', en: ', ' },
  between: { zh: '{low} 到 {high}', en: '{low} to {high}' },
} as const satisfies Table;

export type CalculatorStrings = Strings<typeof table>;

/** Interface strings of the calculator. */
export const calculatorStrings = (lang: Lang): CalculatorStrings => strings(table, lang);
