import type { ReportedFigure } from '../../schema/case.ts';
import { bodyLines } from '../body.ts';
import type { Issue } from '../issue.ts';
import type { Content } from '../read.ts';

/** Sections that tell what the source reports; the others are the editor's. */
const reporting = new Set(['背景', '做法', '成效']);
/** Sentences that say the editor computed. */
const computed = /编者|计算|推算|合计|相加/;
/** What results are counted in. Times (年, 天, 小时) and parts of a text (项, 条, 类) are not. */
const unit =
  '[万亿%％倍]|人次|人|名|位|个(?!月|季度|工作日|方面)|次|元|户|件|支|篇|家|所|场|期|批|份|亩|吨|例|座|间|处|公里|平方米';
const counted = new RegExp(
  `(?<![\\dA-Za-z.])(\\d[\\d,]*(?:\\.\\d+)?)(?:[-–—至到]\\d[\\d.]*)?[余多几]?(?:${unit})`,
  'g',
);
const tag = /<F\b[^>]*\bid="([^"]*)"[^>]*>(.*?)<\/F>/g;

/**
 * Every number that a case reports can be traced: it stands in `<F>`, was given so elsewhere in the body,
 * is a number of a rule of the chapter, stands in a quote, or its sentence says that the editor computed it.
 * And `<F>` shows the number of its record.
 */
export function reportedFigures(content: Content): Issue[] {
  return [...content.cases.values()].flatMap((entry) => {
    if (content.unreadable.has(`rulebook/${entry.id}`)) return [];
    const records = new Map(entry.data.figures.map((figure) => [figure.id, figure]));
    const known = new Set([...rulesNumbers(content, entry.id), ...numbersIn(shownIn(entry.body).join(' '))]);
    const issues: Issue[] = [];
    for (const { text, line, section, note } of bodyLines(entry)) {
      const report = (what: string, mend: string): number => issues.push({ file: entry.file, line, what, mend });
      for (const [, id = '', shown = ''] of text.matchAll(tag)) {
        const record = records.get(id);
        if (record && !shows(shown, record))
          report(
            `<F id="${id}"> shows “${shown}”, and its record has the value ${record.value}`,
            'hold both against the quote, and mend the one that differs',
          );
      }
      if (note || !reporting.has(section)) continue;
      for (const sentence of plain(text).split(/(?<=[。；])/)) {
        if (computed.test(sentence)) continue;
        for (const [whole, number = ''] of sentence.matchAll(counted))
          if (!known.has(bare(number)))
            report(
              `the figure ${whole} has no record`,
              'add it to “figures” with its quote and write it in <F>; a number of a rule goes into the chapter; ' +
                'where the editor computed it, say so in the sentence (计算, 推算, 编者)',
            );
      }
    }
    return issues;
  });
}

const bare = (number: string): string => number.replaceAll(',', '');
const numbersIn = (text: string): string[] => (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map(bare);
const shownIn = (body: string): string[] => [...body.matchAll(tag)].map(([, , shown = '']) => shown);

/** A figure written in words (零, 百余) has no digits that could differ. */
function shows(shown: string, { value }: ReportedFigure): boolean {
  const numbers = numbersIn(shown);
  return numbers.length === 0 || numbersIn(value).every((number) => numbers.includes(number));
}

/** Text outside figures, components, quotes, titles and list numbers. */
const plain = (text: string): string =>
  text
    .replace(tag, '')
    .replace(/<[^>]*>/g, '')
    .replace(/「[^」]*」|《[^》]*》|“[^”]*”/g, '')
    .replace(/^\s*\d+\. /, '');

/** Numbers that the chapter of a case states in the figures of its rules. */
function rulesNumbers(content: Content, id: string): string[] {
  const sections = content.rulebook.get(id)?.data.sections ?? [];
  return sections.flatMap(({ rules }) => rules.flatMap(({ figures }) => figures.flatMap(numbersIn)));
}
