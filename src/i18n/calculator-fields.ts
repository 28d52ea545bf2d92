import { type Lang, type Strings, strings, type Table } from './language.ts';

/** Strings of the editors of series and lists, which are loaded where a scheme has such an input. */
const table = {
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

export const calculatorFieldStrings = (lang: Lang): Strings<typeof table> => strings(table, lang);
