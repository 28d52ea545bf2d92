import type { Input } from '../schema/scheme.ts';

/** What an input takes, in words: `a number in [0, 45]`. */
export function allowed(input: Input): { zh: string; en: string } {
  if ('choice' in input) {
    const ids = Object.keys(input.choice).join(', ');
    const names = Object.entries(input.choice).map(([id, label]) => `${label.zh}（${id}）`);
    return { zh: `请选其一：${names.join('、')}`, en: `one of: ${ids}` };
  }
  if ('yes-no' in input) return { zh: '请填是（yes）或否（no）', en: 'yes or no (true or false)' };
  if ('series' in input) {
    const names = Object.entries(input.series).map(([id, label]) => `${label.zh}（${id}）`);
    return { zh: `请逐期填：${names.join('、')}`, en: `a list of: ${Object.keys(input.series).join(', ')}` };
  }
  if ('list' in input) {
    const [zh, en] = input.size ? [`${input.size} 个`, `${input.size} `] : ['一列', ''];
    return {
      zh: `应为${zh} ${input.list} 内的${input.whole ? '整数' : '数'}，用逗号隔开`,
      en: `a list of ${en}${input.whole ? 'whole ' : ''}numbers in ${input.list}`,
    };
  }
  if ('text' in input) return { zh: '应为一个名称，最多 200 字', en: 'a name of at most 200 characters' };
  if ('date' in input) return { zh: '应为日期，如 2026-05-01', en: 'a date such as 2026-05-01' };
  if ('month' in input) return { zh: '应为月份，如 2026-05', en: 'a month such as 2026-05' };
  if ('time' in input) return { zh: '应为时刻，如 08:30', en: 'a time such as 08:30' };
  const whole = 'integer' in input;
  const range = whole ? input.integer : input.number;
  return { zh: `应为 ${range} 内的${whole ? '整数' : '数'}`, en: `a ${whole ? 'whole ' : ''}number in ${range}` };
}
