import { useEffect, useState } from 'preact/hooks';

type Load<Part> = () => Promise<{ default: Part }>;

const loaded = new WeakMap<Load<unknown>, unknown>();

/** Fetches a part before it is shown. */
export async function fetchPart<Part>(load: Load<Part>): Promise<Part> {
  const { default: part } = await load();
  loaded.set(load, part);
  return part;
}

/** A part of the page that is loaded when it is first needed: `null` until it is there, `failed` where it cannot be had. */
export function usePart<Part>(load: Load<Part> | undefined): { part: Part | null; failed: boolean } {
  const [tried, setTried] = useState<Load<Part> | null>(null);
  const part = (load && (loaded.get(load) as Part | undefined)) ?? null;
  useEffect(() => {
    if (!load || loaded.has(load)) return;
    let gone = false;
    const done = (): void => {
      if (!gone) setTried(() => load);
    };
    fetchPart(load).then(done, done);
    return () => {
      gone = true;
    };
  }, [load]);
  return { part, failed: part === null && tried !== null && tried === load };
}
