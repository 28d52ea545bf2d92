import { caseSections } from '../../schema/case.ts';
import { practiceSections } from '../../schema/practice.ts';
import type { Issue } from '../issue.ts';
import { type Content, type Entry, exists } from '../read.ts';
import { type Fault, textFaults } from '../text-faults.ts';
import { citableIds } from './references.ts';

/** Bodies hold words and the five components, no code; their sections stand in order and none is empty. */
export function bodies(content: Content): Issue[] {
  const issues: Issue[] = [];
  for (const entry of content.cases.values()) {
    const figures = new Set(entry.data.figures.map((figure) => figure.id));
    issues.push(
      ...read(entry, content, { citable: citableIds(content, entry.id), figures }),
      ...sections(entry, caseSections),
    );
  }
  for (const entry of content.practices.values()) {
    issues.push(...read(entry, content, {}), ...sections(entry, practiceSections));
  }
  for (const entry of content.rulebook.values()) {
    issues.push(...read(entry, content, { citable: citableIds(content, entry.id) }));
  }
  for (const entry of content.courses.values()) issues.push(...read(entry, content, {}));
  return issues;
}

/** What a body may cite; `citable` is `null` where the chapter could not be read. */
type Own = { citable?: ReadonlySet<string> | null; figures?: ReadonlySet<string> };

/** Lines that no body may hold, each with its reason. */
const code: readonly (readonly [RegExp, Fault])[] = [
  [
    /^\s*(import|export)\b/,
    { what: 'a body holds words, not code', mend: 'take the line out; the five components are always there' },
  ],
  [/[{}]/, { what: 'braces are code in MDX', mend: 'write the text without `{` and `}`' }],
];

function read(entry: Entry<unknown>, content: Content, own: Own): Issue[] {
  const issues: Issue[] = [];
  entry.body.split('\n').forEach((text, i) => {
    const line = entry.bodyLine + i;
    const plain = text.replace(/<[^>]*>|\]\([^)]*\)|`[^`]*`/g, '');
    const found = [
      ...code.flatMap(([pattern, fault]) => (pattern.test(text) ? [fault] : [])),
      ...components(text, content, own),
      ...textFaults(plain),
    ];
    issues.push(...found.map((words) => ({ file: entry.file, line, ...words })));
  });
  return issues;
}

function components(text: string, content: Content, own: Own): Fault[] {
  return [...text.matchAll(/<(\/?)([A-Za-z][\w-]*)([^>]*?)\/?>/g)].flatMap(
    ([, closing, name = '', attributes = '']) => {
      const value = (key: string): string | undefined => new RegExp(`\\b${key}="([^"]*)"`).exec(attributes)?.[1];
      if (closing) return [];
      switch (name) {
        case 'R':
          return (value('id') ?? '')
            .split(' ')
            .flatMap((id) =>
              missing(
                own.citable === null || own.citable?.has(id),
                `<R id="${id}">`,
                'the chapter of this case has no such rule, gap or contradiction',
              ),
            );
        case 'F':
          return missing(
            own.figures?.has(value('id') ?? ''),
            `<F id="${value('id') ?? ''}">`,
            '“figures” of this file has no such id',
          );
        case 'To': {
          const [kind, id] =
            (['case', 'practice', 'scheme', 'term'] as const)
              .map((k) => [k, value(k)] as const)
              .find(([, v]) => v !== undefined) ?? [];
          const collection = { case: 'cases', practice: 'practices', scheme: 'schemes', term: 'glossary' } as const;
          return missing(
            kind && exists(content, collection[kind], id ?? ''),
            `<To ${kind ?? ''}="${id ?? ''}">`,
            'write case, practice, scheme or term with an id that exists',
          );
        }
        case 'Note':
        case 'Gaps':
          return [];
        default:
          return [
            { what: `<${name}> is no component of a body`, mend: 'use R, F, Note, Gaps or To, or plain Markdown' },
          ];
      }
    },
  );
}

const missing = (there: boolean | undefined, tag: string, mend: string): Fault[] =>
  there ? [] : [{ what: `${tag} leads nowhere`, mend }];

function sections(entry: Entry<unknown>, expected: readonly string[]): Issue[] {
  const lines = entry.body.split('\n');
  const headings = lines.flatMap((text, i) => (/^## /.test(text) ? [{ title: text.slice(3).trim(), at: i }] : []));
  const at = (line: number, what: string, mend: string): Issue => ({
    file: entry.file,
    line: entry.bodyLine + line,
    what,
    mend,
  });
  const found = headings.map((heading) => heading.title);
  if (found.join('·') !== expected.join('·')) {
    return [
      at(0, `the sections are ${found.join(' · ') || 'missing'}`, `write them in this order: ${expected.join(' · ')}`),
    ];
  }
  return headings.flatMap((heading, i) => {
    const text = lines
      .slice(heading.at + 1, headings[i + 1]?.at)
      .join('')
      .trim();
    return text === ''
      ? [at(heading.at, `the section ${heading.title} is empty`, 'write it, if only to say that the source is silent')]
      : [];
  });
}
