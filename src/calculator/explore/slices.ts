export type Slicing = {
  /** Lets the page breathe between two slices. */
  pause: () => Promise<void>;
  /** Milliseconds of any clock. */
  now: () => number;
  /** Milliseconds of one slice. */
  budget?: number;
  cancelled?: () => boolean;
  onProgress?: (done: number) => void;
};

/** Runs work that yields its progress (0 to 1) in slices, so that the page never freezes; `null` where it is cancelled. */
export async function inSlices<Found>(
  work: Generator<number, Found>,
  { pause, now, budget = 10, cancelled = () => false, onProgress = () => {} }: Slicing,
): Promise<Found | null> {
  for (;;) {
    const end = now() + budget;
    let part = 0;
    do {
      const { done, value } = work.next();
      if (done) return value as Found;
      part = value as number;
    } while (now() < end);
    onProgress(part);
    await pause();
    if (cancelled()) return null;
  }
}

/** Slices on a page: time for clicks and keys between them. */
export const onPage = (): Pick<Slicing, 'pause' | 'now'> => ({
  pause: () => new Promise((resolve) => setTimeout(resolve)),
  now: () => performance.now(),
});
