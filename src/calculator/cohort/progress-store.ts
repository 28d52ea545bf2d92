import type { Progress } from './messages.ts';

/** How far the work is; whoever shows it is told, and nothing else is drawn again. */
export type ProgressStore = {
  set(progress: Progress | null): void;
  /** Calls back with every change, at once with the present state; gives the way to end it. */
  watch(listener: (progress: Progress | null) => void): () => void;
};

export function progressStore(): ProgressStore {
  let current: Progress | null = null;
  const listeners = new Set<(progress: Progress | null) => void>();
  return {
    set(progress) {
      current = progress;
      for (const listener of listeners) listener(progress);
    },
    watch(listener) {
      listeners.add(listener);
      listener(current);
      return () => listeners.delete(listener);
    },
  };
}
