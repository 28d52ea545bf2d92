import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../src');

/** Folder of src/ → what it may import: folders, and packages by the beginning of their name. */
const may: Readonly<
  Record<string, { folders: readonly string[]; types?: readonly string[]; packages: readonly string[] }>
> = {
  lib: { folders: [], packages: [] },
  schema: { folders: ['lib'], packages: ['zod'] },
  scoring: { folders: ['lib'], types: ['schema'], packages: [] },
  i18n: { folders: [], types: ['schema', 'lib'], packages: [] },
  calculator: {
    folders: ['scoring', 'lib', 'i18n'],
    types: ['schema'],
    packages: [
      'preact',
      'preact-render-to-string',
      'd3-scale',
      'd3-shape',
      'papaparse',
      'read-excel-file',
      'write-excel-file',
      'uqr',
    ],
  },
  search: { folders: ['lib', 'i18n'], types: ['schema'], packages: [] },
  library: { folders: ['schema', 'lib'], packages: ['astro:content', 'astro/loaders', 'yaml'] },
  publish: { folders: ['lib'], types: ['schema'], packages: ['pinyin-pro', 'opencc-js'] },
  markdown: { folders: ['lib'], types: [], packages: ['satteri'] },
  check: { folders: ['schema', 'scoring', 'lib'], packages: ['gray-matter', 'yaml', 'zod', 'node:'] },
  cli: {
    folders: ['check', 'schema', 'scoring', 'publish', 'lib'],
    packages: ['node:', 'yaml', 'sirv', 'pagefind', 'papaparse'],
  },
  components: { folders: ['library', 'publish', 'search', 'calculator', 'lib', 'i18n', 'styles'], packages: ['astro'] },
  layouts: {
    folders: ['library', 'publish', 'search', 'calculator', 'lib', 'i18n', 'components', 'styles'],
    packages: ['astro'],
  },
  pages: {
    folders: ['library', 'publish', 'search', 'calculator', 'lib', 'i18n', 'components', 'layouts', 'styles'],
    packages: ['astro'],
  },
  styles: { folders: [], packages: [] },
};

type Import = { file: string; from: string; typeOnly: boolean };

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(ts|tsx|astro|mjs)$/.test(name),
);

/** Every static and dynamic import and re-export of a file. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const statics = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm);
  const dynamics = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g);
  return [
    ...[...statics].map(([whole, type, from = '']) => ({ file, from, typeOnly: Boolean(type) || onlyTypes(whole) })),
    ...[...dynamics].map(([, from = '']) => ({ file, from, typeOnly: false })),
  ];
}

/** `import { type A, type B } from …` */
function onlyTypes(statement: string): boolean {
  const names =
    /\{([^}]*)\}/
      .exec(statement)?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? [];
  return names.length > 0 && names.every((name) => name.startsWith('type '));
}

function breach({ file, from, typeOnly }: Import): string | null {
  const folder = file.split('/')[0] ?? '';
  if (!file.includes('/')) return null;
  const rule = may[folder];
  if (!rule) return `${file}: the folder src/${folder} has no line in the import table`;
  if (from.startsWith('.')) {
    const target = relative(root, resolve(dirname(join(root, file)), from)).split('/')[0] ?? '';
    const allowed = target === folder || rule.folders.includes(target) || (typeOnly && rule.types?.includes(target));
    return allowed ? null : `${file} imports ${from}: ${folder} may not import ${target}${typeOnly ? ' types' : ''}`;
  }
  const allowed = rule.packages.some(
    (name) => from === name || from.startsWith(`${name}/`) || (name.endsWith(':') && from.startsWith(name)),
  );
  return allowed ? null : `${file} imports ${from}: ${folder} may not`;
}

test('imports follow the table of layers', () => {
  const imports = files.flatMap(importsOf);
  expect(imports.length).toBeGreaterThan(200);
  expect(imports.map(breach).filter(Boolean)).toEqual([]);
});

test('a file is at most 300 lines', () => {
  const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 300);
  expect(long).toEqual([]);
});
