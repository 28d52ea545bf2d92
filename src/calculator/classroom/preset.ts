import type { Scheme } from '../../schema/scheme.ts';
import type { State } from '../state.ts';

/** What a trainer sets for a class: it stands in the fragment beside the state, under keys that begin with `p.`. */
export type Preset = {
  /** Inputs that are shown and cannot be changed. */
  readonly lock: readonly string[];
  /** Inputs that are not shown; their values count. */
  readonly hide: readonly string[];
  /** Outputs to predict before the result is shown. */
  readonly ask: readonly string[];
  /** All assumptions together. */
  readonly readings: 'open' | 'lock' | 'hide';
  /** Large type. */
  readonly big: boolean;
  /** What the fragment names and the scheme or this page does not know; it is ignored. */
  readonly strange: readonly string[];
};

/** A class in progress, as the parts of the calculator see it. */
export type Lesson = {
  readonly preset: Preset;
  readonly revealed: boolean;
  readonly onReveal: (revealed: boolean) => void;
  readonly onExit: () => void;
};

const keys = ['p.lock', 'p.hide', 'p.ask', 'p.readings', 'p.big'];

/** Reads a preset from the fragment of an address; `null` where there is none. Never throws. */
export function parsePreset({ inputs, outputs }: Scheme, fragment: string): Preset | null {
  const all = new URLSearchParams(fragment.replace(/^#/, ''));
  const found = [...new Set(all.keys())].filter((key) => key.startsWith('p.'));
  if (found.length === 0) return null;
  const strange = found.filter((key) => !keys.includes(key));
  const named = (key: string, known: readonly string[]): string[] => {
    const names = new Set(all.getAll(key).join().split(','));
    for (const name of names) if (name !== '' && !known.includes(name)) strange.push(name);
    return known.filter((name) => names.has(name));
  };
  const one = (key: string, known: readonly string[]): string | undefined => named(key, known)[0];
  return {
    lock: named('p.lock', Object.keys(inputs)),
    hide: named('p.hide', Object.keys(inputs)),
    ask: named('p.ask', outputs),
    readings: (one('p.readings', ['lock', 'hide']) as 'lock' | 'hide' | undefined) ?? 'open',
    big: one('p.big', ['1']) !== undefined,
    strange,
  };
}

/** The fragment of a state (`#key=40`, or empty) with the preset behind it. */
export function withPreset(fragment: string, preset: Preset | null): string {
  if (!preset) return fragment;
  const { lock, hide, ask, readings, big } = preset;
  const values = [lock.join(), hide.join(), ask.join(), readings === 'open' ? '' : readings, big ? '1' : ''];
  const parts = keys.flatMap((key, i) => (values[i] ? `${key}=${values[i]}` : []));
  const text = [fragment.slice(1), ...parts].filter(Boolean).join('&');
  return text && `#${text}`;
}

/** The next state with what the preset fixes or hides as it is now. */
export function keepFixed(preset: Preset, now: State, next: State): State {
  const fixed = [...preset.lock, ...preset.hide];
  const only = (given: State['given'], kept: boolean) =>
    Object.entries(given).filter(([name]) => fixed.includes(name) === kept);
  return {
    given: Object.fromEntries([...only(next.given, false), ...only(now.given, true)]),
    readings: preset.readings === 'open' ? next.readings : now.readings,
  };
}
