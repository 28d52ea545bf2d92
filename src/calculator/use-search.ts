import { useEffect, useRef, useState } from 'preact/hooks';
import type { CompiledScheme } from '../scoring/compile.ts';
import type { Found, Question } from './what-if-search.ts';
import type { Answer, Ask } from './what-if-worker.ts';

/** What was found so far. While `stale`, it belongs to what was entered before. */
export type Search = { found: readonly Found[]; stale: boolean };

/** A search starts when nothing was entered for so long, in milliseconds. */
const PAUSE = 150;

/**
 * Looks for what would change a result, after it is painted and away from the page, in a worker; where there is none,
 * on the page in slices. What is entered in between calls the search off.
 */
export function useSearch(compiled: CompiledScheme, question: Question): Search {
  const [search, setSearch] = useState<Search>({ found: [], stale: true });
  const worker = useRef<Worker | 'none' | null>(null);
  const last = useRef(0);
  const key = JSON.stringify(question);

  useEffect(() => () => void (worker.current instanceof Worker && worker.current.terminate()), []);
  useEffect(() => {
    last.current += 1;
    const id = last.current;
    let found: Found[] = [];
    const isWanted = (): boolean => last.current === id;
    const tell = (next: Found): void => {
      if (!isWanted()) return;
      found = [...found, next];
      if (next.part === 'better' || next.part === 'end') setSearch({ found, stale: false });
    };
    setSearch((now) => ({ ...now, stale: true }));
    const onPage = (): void =>
      void import('./what-if-search.ts').then(({ runSearch }) => runSearch(compiled, question, isWanted, tell));
    const start = setTimeout(() => {
      const first = worker.current === null;
      if (first) worker.current = startWorker();
      const it = worker.current;
      if (!(it instanceof Worker)) return onPage();
      it.onmessage = ({ data }: MessageEvent<Answer>) => data.id === id && tell(data.found);
      it.onerror = () => {
        worker.current = 'none';
        if (isWanted()) onPage();
      };
      it.postMessage({ id, question, ...(first ? { scheme: compiled.scheme } : {}) } satisfies Ask);
    }, PAUSE);
    return () => clearTimeout(start);
  }, [compiled, key]);
  return search;
}

function startWorker(): Worker | 'none' {
  try {
    return new Worker(new URL('./what-if-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return 'none';
  }
}
