import { describe, expect, test } from 'vitest';
import { stateOfExample } from '../../src/calculator/state.ts';
import { linkOf } from '../../src/calculator/take-away/link.ts';
import { qrOf } from '../../src/calculator/take-away/qr.ts';
import { summaryOf } from '../../src/calculator/take-away/summary.ts';
import { markdownSummary, plainSummary } from '../../src/calculator/take-away/summary-text.ts';
import type { CompiledScheme } from '../../src/scoring/compile.ts';
import { evaluate } from '../../src/scoring/evaluate.ts';
import { makeScheme, readScheme, schemeIds } from './read-scheme.ts';

const chapterUrl = 'https://example.org/rulebook/chapter/';
/** Compiled once, since every example of a scheme asks for it. */
const schemes = new Map<string, CompiledScheme>();
const gap = { zh: '原文没有写。', en: 'The source does not say.' };
const gaps = Object.fromEntries(
  Array.from({ length: 30 }, (_, i) => [
    [`G${i + 1}`, gap],
    [`C${i + 1}`, gap],
  ]).flat(),
);

function summarise(
  id: string,
  given: Record<string, string>,
  readings: Record<string, string> = {},
  lang: 'zh' | 'en' = 'zh',
) {
  const compiled = schemes.get(id) ?? readScheme(id);
  schemes.set(id, compiled);
  const result = evaluate(compiled, given, readings);
  const common = { compiled, given, readings, result, gaps, titles: ['案例名', '规则名'], chapterUrl, lang };
  return summaryOf({
    ...common,
    link: 'https://example.org/c/#key=1',
    resultString: 'c@2016/key=1~abcdef',
    date: '2026-05-01',
  });
}

const frontline = { post: 'frontline', key: '39.5', basic: '55', innovation: '10' };

describe('a summary', () => {
  test('says what was entered, what came out, why, on which assumptions, and from where', () => {
    const text = plainSummary(summarise('chengzhuang-steps', frontline), 'zh');
    expect(text.split('\n').slice(0, 7)).toEqual([
      '支部清单台阶考核',
      '对象：一个党支部，一个季度',
      '版本：2016',
      '日期：2026-05-01',
      '',
      '【输入】',
      '- 书记所在岗位：一线（R20）',
    ]);
    for (const line of [
      '- 重点项得分：39.5 分（R15）',
      '- 此前连续低分季度数：未填（算作 0 个季度）（R24）',
      '- 总分 104.5；台阶：第三台阶；台阶考核系数 0.7；政工例会反思检查；提取额 3000 元；实发 2100 元。',
      '- 台阶考核系数降为0.7。（R22）',
      '1. 总分 = 重点项得分 39.5 + 基础项得分 55 + 创新项得分 10 = 104.5（R14、R15）',
      '4. 〔假设〕按“仍按总分定台阶”的读法，台阶为第三台阶（G7）',
      '- 触发0.7系数时台阶怎么写：仍按总分定台阶（默认）（G7）',
      '  G7：原文没有写。',
      '- 案例名；规则名',
      `- 规则全文：${chapterUrl}`,
      '链接：https://example.org/c/#key=1',
      '结果串：c@2016/key=1~abcdef',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).not.toContain('【原文未规定】');
  });

  test('says what the source leaves open, with the gap and the reading that was switched off', () => {
    const text = plainSummary(summarise('chengzhuang-steps', frontline, { 'step-when-low': 'off' }), 'zh').split('\n');
    expect(text.slice(text.indexOf('【原文未规定】'), text.indexOf('【原文未规定】') + 3)).toEqual([
      '【原文未规定】',
      '- 台阶（G7）',
      '  原文没有写。',
    ]);
    expect(text).toContain('- 触发0.7系数时台阶怎么写：不作假设（已改动）（G7）');
    expect(text).toContain('4. 〔原文未规定〕各种读法结果不同，台阶：原文未规定（G7）');
  });

  test('shows an input that is not accepted as it was typed, and what is still needed', () => {
    const wrong = plainSummary(summarise('chengzhuang-steps', { ...frontline, key: '46' }), 'zh');
    expect(wrong).toContain('- 重点项得分：46（不符合要求：应为 [0, 45] 内的数）（R15）');
    expect(wrong).not.toContain('【为什么】');
    expect(plainSummary(summarise('chengzhuang-steps', { post: 'frontline' }), 'zh')).toContain('- 还需填写：');
  });

  test('as Markdown links every rule and lets no text be taken for markup', () => {
    const text = markdownSummary(summarise('chengzhuang-steps', { ...frontline, key: '*4_6*' }), chapterUrl, 'zh');
    expect(text).toContain('- 重点项得分：\\*4\\_6\\*（不符合要求：应为 \\[0, 45\\] 内的数）（[R15]）');
    expect(text).toContain(`[R15]: <${chapterUrl}#r15>`);
    expect(text).toContain('链接：<https://example.org/c/#key=1>');
    expect(text).toContain('结果串：`c@2016/key=1~abcdef`');
  });

  test.each(schemeIds)('%s: every example in both languages, without a hole', (id) => {
    for (const example of readScheme(id).scheme.examples) {
      const { given, readings } = stateOfExample(example);
      for (const lang of ['zh', 'en'] as const) {
        const summary = summarise(id, { ...given }, { ...readings }, lang);
        for (const text of [plainSummary(summary, lang), markdownSummary(summary, chapterUrl, lang)]) {
          expect(text, example.name.zh).not.toMatch(/: undefined$|\[object|\bnull\b|\{\w+\}/m);
        }
      }
    }
  });
});

describe('a link', () => {
  const lists = makeScheme({
    inputs: { hours: { list: '[0, 100]' } },
    steps: { all: { total: 'hours' } },
    outputs: ['all'],
  });
  const state = (hours: string) => ({ given: { hours }, readings: {} });

  test('holds a list of thousands, and names what it cannot hold', () => {
    const long = Array.from({ length: 2500 }, (_, i) => i % 100).join(', ');
    expect(linkOf(lists, state(long), 'https://example.org/c/?a=b#old')).toMatchObject({ kind: 'link' });
    const longer = Array.from({ length: 3000 }, (_, i) => i % 100).join(', ');
    expect(linkOf(lists, state(longer), 'https://example.org/c/')).toEqual({ kind: 'too-long', names: ['hours'] });
  });

  test('keeps the query of the page and replaces its fragment', () => {
    expect(linkOf(lists, state('1, 2'), 'https://example.org/c/?a=b#p.ask=all')).toEqual({
      kind: 'link',
      url: 'https://example.org/c/?a=b#hours=1%2C+2',
    });
  });
});

describe('a QR code', () => {
  test('has the three finders and a quiet margin of four squares', () => {
    const qr = qrOf('https://example.org/calculators/chengzhuang-steps/#post=frontline&key=39.5');
    expect(qr?.size).toBeGreaterThan(40);
    expect(qr?.path).toMatch(/^M4 4h7v1h-7z/);
    expect(qr?.path).toContain(`M${(qr?.size ?? 0) - 11} 4h7v1h-7z`);
  });

  test('is refused for a text that nobody could scan from paper', () => {
    expect(qrOf('a'.repeat(580))).not.toBeNull();
    expect(qrOf('a'.repeat(581))).toBeNull();
  });
});
