import { carriedStrings, type Lang, type Strings, strings, type Table } from './language.ts';

const table = {
  inputs: { zh: '输入', en: 'Inputs' },
  result: { zh: '结果', en: 'Result' },
  needed: { zh: '需要填写', en: 'needed' },
  leftOutChoice: { zh: '不填即“{value}”', en: 'if left out: {value}' },
  leftOutNumber: { zh: '不填即 {value}', en: 'if left out: {value}' },
  leftOutUnknown: { zh: '可不填，按未知处理', en: 'optional; unknown if left out' },
  clearOne: { zh: '清除：{label}', en: 'Clear: {label}' },
  slider: { zh: '{label}，滑块', en: '{label}, slider' },
  notSet: { zh: '未填', en: 'not set' },
  between: { zh: '{low} 到 {high}', en: '{low} to {high}' },
  atLeast: { zh: '不小于 {n}', en: 'at least {n}' },
  above: { zh: '大于 {n}', en: 'above {n}' },
  atMost: { zh: '不超过 {n}', en: 'at most {n}' },
  below: { zh: '小于 {n}', en: 'below {n}' },
  choose: { zh: '请选择', en: 'Choose' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  example: { zh: '载入示例', en: 'Load an example' },
  exampleNone: { zh: '（自己填写）', en: '(own values)' },
  byHand: { zh: '手算', en: 'By hand' },
  reset: { zh: '清空', en: 'Clear' },
  incomplete: { zh: '还需填写：{list}。', en: 'Still needed: {list}.' },
  empty: {
    zh: '填写必填项（{list}），或载入一个示例，结果随即显示。',
    en: 'Fill in the required fields ({list}) or load an example; the result appears at once.',
  },
  invalid: { zh: '有输入不符合要求，改正后才有结果：{list}。', en: 'No result until these inputs are mended: {list}.' },
  undefined: { zh: '原文未规定', en: 'Not defined by the source' },
  asDefault: { zh: '{label}（默认）', en: '{label} (default)' },
  consequences: { zh: '后果', en: 'Consequences' },
  noConsequence: { zh: '没有触发任何后果。', en: 'Nothing follows.' },
  noneCertain: { zh: '没有可以确定的后果。', en: 'No consequence is certain.' },
  assumptions: { zh: '假设', en: 'Assumptions' },
  readingsCount: { zh: '共 {all} 项', en: '{all} in all' },
  restsOnCount: { zh: '共 {all} 项，本结果依据 {used} 项', en: '{all} in all; this result rests on {used}' },
  changedCount: { zh: '已改动 {n} 项', en: '{n} changed' },
  off: { zh: '不作假设', en: 'No reading' },
  rulerTable: { zh: '分段表', en: 'Table of bands' },
  here: { zh: '本例 {value}', en: 'here {value}' },
  noScript: {
    zh: '计算需要浏览器允许 JavaScript。下面的规则、假设和示例不需要。',
    en: 'The calculation needs JavaScript; the rules, assumptions and examples below do not.',
  },
  notLoaded: {
    zh: '计算器没有载入。请检查网络后刷新页面；下面的规则、假设和示例不受影响。',
    en: 'The calculator could not be loaded. Check the connection and reload; the rules, assumptions and examples below are complete.',
  },
  private: {
    zh: '所填内容只在本页计算，不保存、不外传；网址中 # 之后的部分随输入变化，可收藏或转发。',
    en: 'What you enter is computed on this page only; nothing is stored or sent. The part of the address after # follows your inputs, to keep or pass on.',
  },
  whatIf: { zh: '怎样会变', en: 'What would change it' },
  panelSweep: {
    zh: '变化曲线：一项输入从小到大，结果在哪里变',
    en: 'Curve: one input over its range, and where the result changes',
  },
  panelCompare: { zh: '两个方案对比', en: 'Two scenarios side by side' },
  panelSisters: { zh: '同一情形，别处的办法', en: 'The same situation under other schemes' },
  panelCohort: { zh: '整张表：排名、比例、合计', en: 'A whole table: ranking, shares, totals' },
  panelTakeAway: { zh: '带走：链接、结果串、文字、打印', en: 'Take away: link, result string, text, print' },
  panelClassroom: { zh: '课堂', en: 'Classroom' },
  panelLoading: { zh: '正在载入……', en: 'Loading …' },
  panelFailed: {
    zh: '没有载入成功，请检查网络后重新打开。',
    en: 'It could not be loaded; check the connection and open it again.',
  },
  comma: { zh: '、', en: ', ' },
} as const satisfies Table;

export type CalculatorStrings = Strings<typeof table>;

/** Interface strings of the calculator. */
export const calculatorStrings = (lang: Lang): CalculatorStrings =>
  typeof TEXTS_ARE_CARRIED === 'undefined' ? strings(table, lang) : carriedStrings('calculator');
