import { type Library, loadLibrary } from './library.ts';

type Entries = Pick<Library, 'cases' | 'practices' | 'chapters' | 'schemes' | 'sources'>;

/** `getStaticPaths` of a detail page: one page for each entry, at its id, with the entry as a prop. */
export function pathsOf<K extends keyof Entries>(key: K) {
  return async () => {
    const library = await loadLibrary();
    return library[key].map((entry) => ({ params: { id: entry.id }, props: { entry: entry as Entries[K][number] } }));
  };
}
