import { checksumLength } from '../lib/checksum.ts';
import type { InputIssue } from './inputs.ts';

/** Why a result string was not written or not read: what is wrong, where, and what to do. */
export type Reason = { zh: string; en: string };

const compare = { zh: '请与原件核对此处。', en: 'Compare this place with the original.' };

/** As much of a damaged text as a sentence can hold. */
const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const quoted = (texts: readonly string[]): string[] => texts.map((text) => `“${clip(text)}”`);

export const reasons = {
  noCheck: (): Reason => ({
    zh: `末尾缺少校验码：最后一个值之后应有“~”和${checksumLength}个字符。请把整串复制完整。`,
    en: `The check at the end is missing: after the last value stand “~” and ${checksumLength} characters. Copy the whole string.`,
  }),
  noHead: (text: string): Reason => ({
    zh: `结果串应以“办法@版本/”开头，此串开头是“${clip(text)}”。请从头复制整串。`,
    en: `A result string begins with “scheme@edition/”; this one begins with “${clip(text)}”. Copy it from its beginning.`,
  }),
  noScheme: (id: string): Reason => ({
    zh: `没有名为“${clip(id)}”的办法。请与原件核对“@”之前的名称。`,
    en: `There is no scheme “${clip(id)}”. Compare the name before “@” with the original.`,
  }),
  otherEdition: (id: string, here: string, there: string): Reason => ({
    zh: `此串属于“${id}”的${clip(there)}版，这里是${here}版。请与原件核对版本；确为另一版的，请用那一版的办法打开。`,
    en: `The string is for edition ${clip(there)} of “${id}”, and here is edition ${here}. Compare the edition with the original; if it is another one, open the string with the scheme of that edition.`,
  }),
  noPair: (pair: string): Reason => ({
    zh: `“${clip(pair)}”不是“名称=值”。${compare.zh}`,
    en: `“${clip(pair)}” is no “name=value”. ${compare.en}`,
  }),
  noName: (id: string, pair: string, name: string): Reason => ({
    zh: `“${clip(pair)}”：“${id}”没有名为“${clip(name)}”的输入项或假设。${compare.zh}`,
    en: `“${clip(pair)}”: “${id}” has no input or assumption “${clip(name)}”. ${compare.en}`,
  }),
  twice: (name: string, first: string, second: string): Reason => ({
    zh: `“${name}”出现了两次：“${clip(first)}”和“${clip(second)}”。请与原件核对，只留一个。`,
    en: `“${name}” stands twice: “${clip(first)}” and “${clip(second)}”. Compare with the original, and keep one.`,
  }),
  notAllowed: (places: readonly string[], { allowed }: InputIssue): Reason => ({
    zh: `不能接受${quoted(places).join('、')}（${allowed.zh}）。${compare.zh}`,
    en: `Not accepted: ${quoted(places).join(', ')} (${allowed.en}). ${compare.en}`,
  }),
  wrongCheck: (check: string): Reason => ({
    zh: `校验码“${clip(check)}”不符：有字符被改动或缺失。请与原件逐字核对整串。`,
    en: `The check “${clip(check)}” does not fit: a character was changed or is missing. Compare the whole string with the original.`,
  }),
  otherSpelling: (pair: string): Reason => ({
    zh: `“${clip(pair)}”不是结果串的写法。请在计算器中重新生成。`,
    en: `“${clip(pair)}” is not spelled as result strings are. Make the string anew with the calculator.`,
  }),
  tooLong: (length: number, most: number, longest: { name: string; length: number }): Reason => ({
    zh: `结果串最多${most}个字符，此串需${length}个，其中“${longest.name}”占${longest.length}个。请改为传递输入数据本身。`,
    en: `A result string has at most ${most} characters; this one takes ${length}, of which “${longest.name}” takes ${longest.length}. Hand on the inputs themselves instead.`,
  }),
  endless: (name: string, most: number): Reason => ({
    zh: `“${name}”的数写出来超过${most}个字符，写不进结果串。请取位数少一些的数。`,
    en: `The number of “${name}” takes more than ${most} characters, and a result string cannot hold it. Take a number with fewer digits.`,
  }),
};
