import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { nameKey } from '../../src/lib/comparable.ts';

type Bilingual = { zh: string };
type Entry = {
  title?: Bilingual;
  term?: Bilingual;
  aliases?: string[];
  place?: Record<string, unknown>;
  sections?: { rules: { id: string; title: Bilingual }[] }[];
};

const content = new URL('../../content/', import.meta.url);

function read(folder: string): { id: string; data: Entry }[] {
  const url = new URL(folder, content);
  if (!existsSync(url)) return [];
  return readdirSync(url)
    .filter((file) => /\.(?:mdx|yaml)$/.test(file))
    .map((file) => {
      const text = readFileSync(new URL(`${folder}/${file}`, content), 'utf8');
      const yaml = file.endsWith('.mdx') ? (/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '') : text;
      return { id: file.replace(/\.\w+$/, ''), data: parse(yaml) as Entry };
    });
}

/** Every title, alias, practice, term, place, id, rule name and full rule id of content/, with the addresses that bear it. */
export function namesInContent(): readonly { readonly name: string; readonly paths: readonly string[] }[] {
  const bearers = new Map<string, { name: string; paths: string[] }>();
  const add = (name: unknown, path: string): void => {
    if (typeof name !== 'string') return;
    const known = bearers.get(nameKey(name));
    if (known) known.paths.push(path);
    else bearers.set(nameKey(name), { name, paths: [path] });
  };
  const addAll = (folder: string, address: (id: string) => string): void => {
    for (const { id, data } of read(folder)) {
      for (const name of [data.title?.zh, data.term?.zh, ...(data.aliases ?? []), id]) add(name, address(id));
    }
  };
  addAll('cases', (id) => `cases/${id}/`);
  addAll('practices', (id) => `practices/${id}/`);
  addAll('schemes', (id) => `calculators/${id}/`);
  addAll('courses', (id) => `courses/${id}/`);
  addAll('glossary', (id) => `glossary/#${id}`);
  addAll('rulebook', (id) => `rulebook/${id}/`);
  addAll('sources', (id) => `sources/${id}/`);
  for (const { id, data } of read('cases')) {
    for (const key of ['province', 'city', 'county', 'unit']) {
      const place = data.place?.[key];
      if (typeof place !== 'string') continue;
      const short = place.replace(/(?:(?:壮族|回族|维吾尔)?自治[区州县]|[省市县区州])$/, '');
      for (const name of new Set([place, ...(key !== 'unit' && short.length > 1 ? [short] : [])]))
        add(name, `cases/${id}/`);
    }
  }
  for (const { id, data } of read('rulebook')) {
    for (const rule of (data.sections ?? []).flatMap((section) => section.rules)) {
      add(`${id} ${rule.id}`, `rulebook/${id}/#${rule.id.toLowerCase()}`);
      add(rule.title.zh, `rulebook/${id}/#${rule.id.toLowerCase()}`);
    }
  }
  return [...bearers.values()];
}
