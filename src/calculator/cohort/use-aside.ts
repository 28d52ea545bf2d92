import { useEffect, useRef } from 'preact/hooks';
import type { IdentifiedScheme } from '../../scoring/compile.ts';
import type { Language } from '../../scoring/node.ts';
import { type Client, openClient, Stopped } from './client.ts';
import type { Answer, Ask, Readings, Row } from './messages.ts';
import { type ProgressStore, progressStore } from './progress-store.ts';

/** Work that takes its time: it is done at a desk of its own, so that the panel stays usable and can stop it. */
export type Aside = {
  progress: ProgressStore;
  run<K extends 'uses' | 'results' | 'template'>(
    kind: K,
    ask: Ask<K>,
    table: { rows: readonly Row[]; readings: Readings } | null,
  ): Promise<Answer<K> | null>;
  stop(): void;
};

/** `null` of a run says that it was stopped; anything else that goes wrong is thrown. */
export function useAside(scheme: IdentifiedScheme, language: Language): Aside {
  const progress = useRef<ProgressStore | null>(null);
  progress.current ??= progressStore();
  const store = progress.current;
  const client = useRef<Client | null>(null);
  useEffect(() => () => client.current?.stop(), []);
  return {
    progress: store,
    stop: () => client.current?.stop(),
    async run(kind, ask, table) {
      client.current?.stop();
      const desk = openClient(scheme, language);
      client.current = desk;
      try {
        if (table) await desk.ask('compute', { rows: [...table.rows], readings: table.readings }, store.set);
        return await desk.ask(kind, ask, store.set);
      } catch (error) {
        if (error instanceof Stopped) return null;
        throw error;
      } finally {
        desk.stop();
        if (client.current === desk) store.set(null);
      }
    },
  };
}
