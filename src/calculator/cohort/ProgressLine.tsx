import { useEffect, useState } from 'preact/hooks';
import { cohortStrings } from '../../i18n/cohort.ts';
import type { Lang } from '../../i18n/language.ts';
import type { Progress } from './messages.ts';
import type { ProgressStore } from './progress-store.ts';

/** Work that is done sooner shows no progress: it would only flicker. */
const PATIENCE = 250;

const phases = {
  reading: 'readingFile',
  computing: 'computing',
  comparing: 'comparing',
  explaining: 'explaining',
  writing: 'writing',
} as const;

/** How far the work is, and a way to stop it. */
export function ProgressLine({ store, lang, onStop }: { store: ProgressStore; lang: Lang; onStop: () => void }) {
  const t = cohortStrings(lang);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => store.watch(setProgress), [store]);
  const busy = progress !== null;
  useEffect(() => {
    if (!busy) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [busy]);
  if (!progress || !shown) return null;
  const label = t[phases[progress.phase]];
  return (
    <p class="cohort-progress">
      <span>{label}</span>
      <progress max={1} value={progress.share > 0 ? progress.share : undefined} aria-label={label} />
      <button type="button" class="button" onClick={onStop}>
        {t.stop}
      </button>
    </p>
  );
}
