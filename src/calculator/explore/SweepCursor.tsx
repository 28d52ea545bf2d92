import { useId } from 'preact/hooks';
import { exploreStrings } from '../../i18n/explore.ts';
import { fill } from '../../i18n/language.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import type { Exact } from '../../scoring/exact.ts';
import type { Language } from '../../scoring/node.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { Change, Sweep } from './sweep.ts';
import { pointText } from './sweep-words.ts';

type Props = {
  compiled: CompiledScheme;
  sweep: Sweep;
  output: string;
  marked: readonly Change[];
  cursor: number;
  /** The cursor stands on the present value. */
  isPresent: boolean;
  lang: Language;
  onCursor: (place: number) => void;
  onUse: (value: Exact) => void;
};

/** Moves through the values step by step or from change to change, and says what the result is there. */
export function SweepCursor({ compiled, sweep, output, marked, cursor, isPresent, lang, onCursor, onUse }: Props) {
  const t = exploreStrings(lang);
  const id = useId();
  const words = wordsOf(compiled, lang);
  const { input } = sweep.grid;
  const point = sweep.points[cursor];
  if (!point) return null;
  const places = marked.map(({ place }) => place);
  const previous = places.findLast((place) => place < cursor);
  const next = places.find((place) => place > cursor);
  const value = words.named(input, point.value);
  return (
    <div class="sweep-cursor-controls">
      <label class="field-note" for={id}>
        {fill(t.cursor, { label: words.label(input) })}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={sweep.points.length - 1}
        step={1}
        value={cursor}
        aria-valuetext={value}
        onInput={(event) => onCursor(Number(event.currentTarget.value))}
      />
      <output class="sweep-readout" for={id}>
        {pointText(compiled, input, point, output, lang)}
      </output>
      <p class="explore-buttons">
        <Step label={t.cursorPrevious} place={previous} onCursor={onCursor} />
        <Step label={t.cursorNext} place={next} onCursor={onCursor} />
        <button type="button" class="button" aria-disabled={isPresent} onClick={() => isPresent || onUse(point.value)}>
          {fill(t.cursorUse, { label: words.label(input), value })}
        </button>
      </p>
    </div>
  );
}

type StepProps = { label: string; place: number | undefined; onCursor: (place: number) => void };

/** Stays focusable at the last change, so that the focus is not lost. */
const Step = ({ label, place, onCursor }: StepProps) => (
  <button
    type="button"
    class="button"
    aria-disabled={place === undefined}
    onClick={() => place !== undefined && onCursor(place)}
  >
    {label}
  </button>
);
