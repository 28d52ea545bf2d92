import MiniSearch from 'minisearch';
import { type Document, optionsOf, type Tokenizer } from './minisearch-options.ts';

/** Loads an index and gives the function that searches it: addresses and titles, best first. */
export async function open(url: string, tokenizer: Tokenizer): Promise<(query: string) => Result[]> {
  const json = await (await fetch(url)).text();
  const index = MiniSearch.loadJSON<Document>(json, optionsOf(tokenizer));
  const search = (query: string, combineWith: 'AND' | 'OR'): Result[] =>
    index.search(query, { combineWith }).map(({ id, title }) => ({ path: id as string, title: title as string }));
  if (tokenizer === 'default') return (query) => search(query, 'OR');
  // All pairs, and where no page has them all, any of them.
  return (query) => {
    const all = search(query, 'AND');
    return all.length > 0 ? all : search(query, 'OR');
  };
}

type Result = { readonly path: string; readonly title: string };

/** What its page does: loads the index, answers `?q=` with a list, and stays ready for more. */
export async function start(url: string, tokenizer: Tokenizer, window: Window & typeof globalThis): Promise<void> {
  const { document, location } = window;
  const ask = await open(url, tokenizer);
  Object.assign(window, { ask });
  const list = document.createElement('ol');
  const show = (query: string): void => {
    const rows = ask(query).slice(0, 10);
    list.replaceChildren(
      ...rows.map(({ path, title }) => {
        const link = document.createElement('a');
        link.href = `/${path}`;
        link.textContent = title;
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
  };
  show(new URLSearchParams(location.search).get('q') ?? '');
  document.body.append(list);
}
