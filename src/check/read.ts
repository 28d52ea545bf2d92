import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import matter from 'gray-matter';
import { type Document, isNode, parseDocument } from 'yaml';
import type { z } from 'zod';
import { caseSchema } from '../schema/case.ts';
import { course } from '../schema/course.ts';
import { term } from '../schema/glossary.ts';
import { practice } from '../schema/practice.ts';
import { rulebook } from '../schema/rulebook.ts';
import { scheme } from '../schema/scheme.ts';
import { site } from '../schema/site.ts';
import { source } from '../schema/source.ts';
import type { Issue } from './issue.ts';
import { wordings } from './wording.ts';

export const collections = {
  cases: { schema: caseSchema, extension: '.mdx' },
  practices: { schema: practice, extension: '.mdx' },
  rulebook: { schema: rulebook, extension: '.mdx' },
  courses: { schema: course, extension: '.mdx' },
  schemes: { schema: scheme, extension: '.yaml' },
  glossary: { schema: term, extension: '.yaml' },
  sources: { schema: source, extension: '.yaml' },
} as const;
export type CollectionName = keyof typeof collections;

export type Path = readonly (string | number)[];

/** A file of content that its schema has accepted. */
export type Entry<Data> = {
  id: string;
  file: string;
  data: Data;
  /** Text after the front matter; empty for YAML files. */
  body: string;
  /** Line that the body begins in. */
  bodyLine: number;
  /** Line of a value in the data, or of the nearest value around it. */
  lineOf(path: Path): number;
};

/** All entries by collection, and the `collection/id` of files that could not be read: they exist all the same. */
export type Content = {
  [Name in CollectionName]: Map<string, Entry<z.infer<(typeof collections)[Name]['schema']>>>;
} & { unreadable: Set<string> };

/** Whether a file of this name stands in the collection, readable or not. */
export const exists = (content: Content, collection: CollectionName, id: string): boolean =>
  content[collection].has(id) || content.unreadable.has(`${collection}/${id}`);

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads a content folder. Files that cannot be read or do not fit their schema become issues and are left out. */
export function readContent(root: string, folder = 'content'): { content: Content; issues: Issue[] } {
  const issues: Issue[] = [];
  const content = {
    ...Object.fromEntries(Object.keys(collections).map((name) => [name, new Map()])),
    unreadable: new Set(),
  } as unknown as Content;
  for (const [name, { schema, extension }] of Object.entries(collections)) {
    const entries = content[name as CollectionName] as Map<string, Entry<unknown>>;
    for (const file of filesIn(join(root, folder, name))) {
      const path = `${folder}/${name}/${file}`;
      const id = basename(file, extname(file));
      if (extname(file) !== extension) {
        issues.push({
          file: path,
          line: 1,
          what: `a file of ${name}/ ends in ${extension}`,
          mend: `rename it to ${id}${extension}, or move it out of content/`,
        });
      } else if (!idPattern.test(id)) {
        issues.push({
          file: path,
          line: 1,
          what: `“${id}” cannot be an address`,
          mend: 'name the file in lower-case words joined by hyphens',
        });
      } else {
        const read = readEntry(path, readFileSync(join(root, path), 'utf8'), id, schema);
        if ('issues' in read) {
          issues.push(...read.issues);
          content.unreadable.add(`${name}/${id}`);
        } else entries.set(id, read.entry);
      }
    }
  }
  issues.push(...readSite(root, folder));
  return { content, issues };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

function readSite(root: string, folder: string): Issue[] {
  const file = `${folder}/site.yaml`;
  if (!existsSync(join(root, file))) {
    return [
      {
        file,
        line: 1,
        what: 'the file is missing',
        mend: 'copy it from the project and change the name and address of the site',
      },
    ];
  }
  const read = readEntry(file, readFileSync(join(root, file), 'utf8'), 'site', site);
  return 'issues' in read ? read.issues : [];
}

/** `locate` finds the line of a value; it reads the YAML once more, so that sound files are not kept as trees. */
type Parsed = { data: unknown; body: string; bodyLine: number; locate: (path: Path) => number };

/** Reads one file: YAML as it is, Markdown with its front matter. */
export function readEntry<Schema extends z.ZodType>(
  file: string,
  text: string,
  id: string,
  schema: Schema,
): { entry: Entry<z.infer<Schema>> } | { issues: Issue[] } {
  let parsed: Parsed;
  try {
    parsed = file.endsWith('.yaml') ? parseYaml(text, 0) : parseMarkdown(text);
  } catch (error) {
    const at =
      error instanceof SyntaxIssue
        ? error
        : new SyntaxIssue(1, String((error as Error).message), 'mend the front matter');
    return { issues: [{ file, line: at.line, what: at.message, mend: at.mend }] };
  }
  const lineOf = parsed.locate;
  const result = schema.safeParse(parsed.data);
  if (result.success) {
    return { entry: { id, file, data: result.data, body: parsed.body, bodyLine: parsed.bodyLine, lineOf } };
  }
  return {
    issues: wordings(result.error.issues).map(({ path, what, mend }) => ({ file, line: lineOf(path), what, mend })),
  };
}

class SyntaxIssue extends Error {
  readonly line: number;
  readonly mend: string;
  constructor(line: number, message: string, mend: string) {
    super(message);
    this.line = line;
    this.mend = mend;
  }
}

function parseYaml(text: string, offset: number): Parsed {
  const document = parseDocument(text);
  const error = document.errors[0];
  if (error) {
    const line = lineAt(text, error.pos[0]) + offset;
    throw new SyntaxIssue(
      line,
      `broken YAML: ${(error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')}`,
      'mend the line; quote texts that hold `: ` or ` #` or begin with a sign',
    );
  }
  let tree: Document | undefined;
  const locate = (path: Path): number => {
    tree ??= parseDocument(text);
    return positionOf(tree, path, (at) => lineAt(text, at) + offset);
  };
  return { data: document.toJS(), body: '', bodyLine: 1, locate };
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

/** gray-matter cuts the file; our own YAML reads it, so that it means the same here and in the build. */
function parseMarkdown(text: string): Parsed {
  let yaml: Parsed | undefined;
  const refuse = (): never => {
    throw new SyntaxIssue(
      1,
      'front matter is YAML; no other language is read',
      'begin the file with a line `---` alone',
    );
  };
  const file = matter(text, {
    language: 'yaml',
    engines: {
      yaml: (source: string) => {
        yaml = parseYaml(source, 1);
        return yaml.data as object;
      },
      json: refuse,
      javascript: refuse,
      js: refuse,
      coffee: refuse,
      toml: refuse,
    },
  });
  if (!yaml) throw new SyntaxIssue(1, 'no front matter', 'begin the file with `---`, the fields, and `---`');
  const before = text.slice(0, text.length - file.content.length);
  return { ...yaml, body: file.content, bodyLine: before.split('\n').length };
}

function positionOf(document: Document, path: Path, lineAt: (position: number) => number): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lineAt(node.range[0]);
  }
  return 1;
}
