import { carriedStrings, type Lang, type Strings, strings, type Table } from './language.ts';

/** Strings of what is wrong with a field, and of the editors of series and lists. */
const table = {
  notNumber: { zh: '“{text}”不是数字，范围：{range}。', en: '“{text}” is no number ({range}).' },
  notWhole: { zh: '{text} 不是整数，范围：{range}。', en: '{text} is not a whole number ({range}).' },
  outside: { zh: '{text} 不在范围内，范围：{range}。', en: '{text} is out of range ({range}).' },
  wrongEntry: { zh: '第 {n} 项：{what}', en: 'Entry {n}: {what}' },
  wrongPeriod: { zh: '第 {n} 期不是可选的一种。', en: 'Period {n} is none of the choices.' },
  wrongMore: { zh: '（共 {n} 处）', en: ' ({n} in all)' },
  wrongSize: { zh: '应有 {size} 项，现有 {n} 项。', en: '{size} entries are needed; there are {n}.' },
  entryBlank: { zh: '未填。', en: 'not filled in.' },

  strip: { zh: '时间线', en: 'Timeline' },
  periods: { zh: '共 {n} 期', en: '{n} periods' },
  periodIs: { zh: '第 {n} 期：{choice}', en: 'Period {n}: {choice}' },
  periodGone: { zh: '已去掉第 {n} 期', en: 'Period {n} removed' },
  notAChoice: { zh: '不是可选的一种', en: 'not one of the choices' },
  addGroup: { zh: '在末尾加期', en: 'Add periods at the end' },
  addHere: { zh: '加第 {n} 期：{choice}', en: 'Add period {n}: {choice}' },
  addOne: { zh: '加：{choice}', en: 'Add: {choice}' },
  addYear: { zh: '加 {n} 期“{choice}”', en: 'Add {n} periods “{choice}”' },
  removePeriod: { zh: '去掉最后一期', en: 'Remove the last' },
  clear: { zh: '全部清除', en: 'Clear all' },
  stripKeys: {
    zh: '点一下换一种。用键盘：方向键移动，回车或空格换一种，数字直接设定（{keys}），删除键去掉一期。也可以粘贴一列。',
    en: 'Click to change. By keyboard: arrows move, Enter or Space changes, digits set ({keys}), Delete removes a period. A column can be pasted too.',
  },
  entry: { zh: '{label}，第 {n} 项', en: '{label}, entry {n}' },
  count: { zh: '共 {n} 项', en: 'Entries: {n}' },
  countOf: { zh: '已填 {n} 项，应有 {size} 项', en: '{n} of {size} entries filled in' },
  asText: { zh: '按一段文字填', en: 'As one text' },
  listKeys: {
    zh: '一格一个数，最后一格用来添加；可以粘贴一列数。清空一格即去掉。',
    en: 'One number a cell; the last cell adds one. A column of numbers can be pasted; empty a cell to remove it.',
  },
  listKeysFixed: {
    zh: '一格一个数；可以粘贴一列数。',
    en: 'One number a cell; a column of numbers can be pasted.',
  },
  comma: { zh: '、', en: ', ' },
} as const satisfies Table;

export const calculatorFieldStrings = (lang: Lang): Strings<typeof table> =>
  typeof TEXTS_ARE_CARRIED === 'undefined' ? strings(table, lang) : carriedStrings('fields');
