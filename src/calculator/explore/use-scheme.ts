import { useEffect, useState } from 'preact/hooks';
import type { CompiledScheme, IdentifiedScheme } from '../../scoring/compile.ts';
import { compile } from '../../scoring/compile-any.ts';

export type Loaded = { kind: 'waiting' } | { kind: 'failed' } | { kind: 'ready'; compiled: CompiledScheme };

/** Fetches a scheme of this site and compiles it; `again` tries once more. */
export function useScheme(address: string): { loaded: Loaded; again: () => void } {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    setLoaded({ kind: 'waiting' });
    fetch(address, { signal: stop.signal })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${address}: ${answer.status}`))))
      .then((scheme: IdentifiedScheme) => setLoaded({ kind: 'ready', compiled: compile(scheme) }))
      .catch(() => stop.signal.aborted || setLoaded({ kind: 'failed' }));
    return () => stop.abort();
  }, [address, attempt]);
  return { loaded, again: () => setAttempt((now) => now + 1) };
}
