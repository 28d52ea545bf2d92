import { takeAwayStrings } from '../../i18n/take-away.ts';
import type { Language } from '../../scoring/node.ts';
import type { Line, Summary } from './summary.ts';

/** The summary as plain text, with a line feed after every line. */
export function plainSummary(summary: Summary, lang: Language): string {
  const t = takeAwayStrings(lang);
  const item = (line: Line, mark: string): string[] => [
    `${mark}${line.text}${cited(line.cites, lang)}`,
    ...line.notes.map(({ text }) => `  ${text}`),
  ];
  const lines = [
    summary.title,
    ...summary.facts.map(({ label, value }) => `${label}${t.colon}${value}`),
    ...summary.sections.flatMap(({ id, heading, numbered, lines: all }) => [
      '',
      lang === 'zh' ? `【${heading}】` : heading.toUpperCase(),
      ...all.flatMap((it, i) => item(id === 'why' ? marked(it, lang) : it, numbered ? `${i + 1}. ` : '- ')),
    ]),
    ...ends(summary, lang).flatMap(([label, value]) => ['', `${label}${t.colon}${value}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The summary as Markdown; rules, gaps and contradictions link to the chapter, whose addresses stand at the end. */
export function markdownSummary(summary: Summary, chapterUrl: string, lang: Language): string {
  const t = takeAwayStrings(lang);
  const link = (id: string): string => `[${id}]`;
  const ids = new Set(summary.sections.flatMap((section) => section.lines.flatMap(({ cites }) => cites)));
  const item = (line: Line, mark: string): string[] => [
    `${mark}${escaped(line.text)}${cited(line.cites.map(link), lang)}`,
    ...line.notes.map(({ text }) => `${' '.repeat(mark.length)}- ${escaped(text)}`),
  ];
  const lines = [
    `# ${escaped(summary.title)}`,
    '',
    ...summary.facts.map(({ label, value }) => `- ${label}${t.colon}${escaped(value)}`),
    ...summary.sections.flatMap(({ id, heading, numbered, lines: all }) => [
      '',
      `## ${heading}`,
      '',
      ...all.flatMap((it, i) => item(id === 'why' ? marked(it, lang) : it, numbered ? `${i + 1}. ` : '- ')),
    ]),
    ...ends(summary, lang).flatMap(([label, value]) => [
      '',
      `${label}${t.colon}${value.startsWith('http') ? `<${value}>` : `\`${value}\``}`,
    ]),
    ...(ids.size > 0 ? [''] : []),
    ...[...ids].map((id) => `[${id}]: <${chapterUrl}#${id.toLowerCase()}>`),
  ];
  return `${lines.join('\n')}\n`;
}

function ends({ link, resultString }: Summary, lang: Language): [label: string, value: string][] {
  const t = takeAwayStrings(lang);
  return [
    ...(link ? [[t.link, link] as [string, string]] : []),
    ...(resultString ? [[t.string, resultString] as [string, string]] : []),
  ];
}

/** A step of the explanation with its state of knowledge in words, where it is not stated by the source. */
function marked(line: Line, lang: Language): Line {
  const t = takeAwayStrings(lang);
  if (line.basis === 'stated') return line;
  const mark = line.basis === 'assumed' ? t.markAssumed : t.markUndefined;
  return { ...line, text: lang === 'zh' ? `〔${mark}〕${line.text}` : `(${mark}) ${line.text}` };
}

function cited(cites: readonly string[], lang: Language): string {
  if (cites.length === 0) return '';
  return lang === 'zh' ? `（${cites.join('、')}）` : ` (${cites.join(', ')})`;
}

/** Keeps what is typed or written from being taken for Markdown; an address in it stays whole. */
const escaped = (text: string): string =>
  text
    .split(/(https?:\/\/\S+)/)
    .map((part, i) => (i % 2 === 1 ? `<${part}>` : part.replace(/[\\`*_[\]<>|#~]/g, '\\$&').replace(/\s+/g, ' ')))
    .join('');
