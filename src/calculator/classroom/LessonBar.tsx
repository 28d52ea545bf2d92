import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { classroomStrings } from '../../i18n/classroom.ts';
import { fill } from '../../i18n/language.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { PanelProps } from '../panel.ts';
import { enterFull, isFull, leaveFull } from './full-screen.ts';

/** The most characters of what is not known that are shown. */
const LONGEST = 120;

/** Stands above the calculator in a class: what the trainer has set, full screen, start again, leave. */
export default function LessonBar({ compiled, state, cite, onChange, lesson }: PanelProps) {
  const t = classroomStrings(cite.lang);
  const words = wordsOf(compiled, cite.lang);
  const bar = useRef<HTMLElement>(null);
  const [full, setFull] = useState(false);
  const preset = lesson?.preset;
  // The state as it was when this class began.
  const opened = useMemo(() => state, [preset]);
  const calculator = (): Element | null => bar.current?.closest('.calculator') ?? null;
  useEffect(() => {
    const follow = (): void => {
      const element = calculator();
      if (element) setFull(isFull(element));
    };
    const onKey = (event: KeyboardEvent): void => {
      const element = calculator();
      if (event.key === 'Escape' && element && isFull(element)) void leaveFull(element).then(follow);
    };
    follow();
    document.addEventListener('fullscreenchange', follow);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('fullscreenchange', follow);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  if (!lesson || !preset) return null;

  const list = (names: readonly string[]): string => names.map((name) => words.label(name)).join(t.comma);
  const shownLock = preset.lock.filter((name) => !preset.hide.includes(name));
  const strange = preset.strange.join(t.comma);
  const notes = [
    shownLock.length > 0 && fill(t.locked, { list: list(shownLock) }),
    preset.readings === 'lock' && t.readingsLocked,
    preset.hide.length > 0 && fill(t.hidden, { count: preset.hide.length }),
    strange !== '' && fill(t.strange, { list: strange.length > LONGEST ? `${strange.slice(0, LONGEST)}…` : strange }),
  ].filter((note) => note !== false);
  const toggle = async (): Promise<void> => {
    const element = calculator();
    if (!element) return;
    await (isFull(element) ? leaveFull(element) : enterFull(element));
    setFull(isFull(element));
  };
  const exit = async (): Promise<void> => {
    const element = calculator();
    if (element && isFull(element)) await leaveFull(element);
    lesson.onExit();
    requestAnimationFrame(() => element?.querySelector<HTMLElement>('select, input, button')?.focus());
  };

  return (
    <section class="lesson-bar" aria-label={t.bar} ref={bar}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <div class="button-row">
        <button type="button" class="button" onClick={() => void toggle()}>
          {full ? t.leaveFullScreen : t.fullScreen}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            onChange(opened);
            lesson.onReveal(false);
          }}
        >
          {t.restart}
        </button>
        <button type="button" class="button" onClick={() => void exit()}>
          {t.exit}
        </button>
      </div>
    </section>
  );
}
