import { useMemo, useState } from 'preact/hooks';
import { calculatorStrings } from '../../i18n/calculator.ts';
import { exploreStrings } from '../../i18n/explore.ts';
import { fill } from '../../i18n/language.ts';
import type { Input } from '../../schema/scheme.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import type { Exact } from '../../scoring/exact.ts';
import { wordsOf } from '../../scoring/words.ts';
import { Cite } from '../Cite.tsx';
import type { PanelProps } from '../panel.ts';
import { withInput } from '../state.ts';
import type { Basis } from './basis.ts';
import { lanesOf, MOST_LANES } from './chart-scale.ts';
import { typedValue } from './grid.ts';
import { SweepChanges } from './SweepChanges.tsx';
import { SweepChart } from './SweepChart.tsx';
import { SweepCursor } from './SweepCursor.tsx';
import { SweepTable } from './SweepTable.tsx';
import { type Stretch, stretchesOf } from './stretches.ts';
import { type Change, changing, type Point, placeOf, type Sweep } from './sweep.ts';
import { isOfNumbers, outputText, stepText } from './sweep-words.ts';
import { type Sweeping, useBasis } from './use-sweep.ts';
import { useWidth } from './use-width.ts';

type Props = PanelProps & {
  found: NonNullable<Sweeping['found']>;
  input: string;
  output: string;
  present: Exact | null;
  /** Another sweep is on its way. */
  busy: boolean;
  /** Draws all that was tried, and not only the part that changes. */
  isWhole: boolean;
};

/** Where only numbers jump, and so many times, the list leaves them out. */
const MOST_NUMBERS = 60;

/** A finished sweep: chart, cursor, list of changes, what was tried, table. */
export function SweepView(props: Props) {
  const { compiled, state, cite, onChange, found, input, output, present, busy, isWhole } = props;
  const { lang } = cite;
  const t = exploreStrings(lang);
  const words = wordsOf(compiled, lang);
  const whole = found.sweep;
  const there = present && placeOf(whole.points, present);
  const sweep = useMemo(() => (isWhole ? whole : changing(whole, there)), [whole, there, isWhole]);
  const [frame, width] = useWidth<HTMLDivElement>(640);
  const [chosen, setChosen] = useState<number | null>(null);
  const stretches = useMemo(() => stretchesOf(sweep, output), [sweep, output]);
  const basis = useBasis(compiled, sweep, found.state, stretches, output);
  const lanes = useMemo(() => lanesOf(stretches, laneOrder(compiled, output)), [stretches]);
  const marked = useMemo(() => toMark(sweep, output), [sweep, output]);
  const omitted = sweep.changes.length - marked.length;
  const here = present && placeOf(sweep.points, present);
  const cursor = Math.min(chosen ?? here ?? 0, sweep.points.length - 1);
  const point = sweep.points[cursor];
  if (stretches.every(({ standing }) => standing === 'refused' || standing === 'absent') && point) {
    const why = outputText(compiled, point.result, output, lang);
    return <p>{fill(t.sweepNoResult, { name: words.label(input), why })}</p>;
  }
  const all = sweep.changes.length;
  const count = all === 1 ? t.sweepChangesOne : fill(t.sweepChangesCount, { n: all });
  const [low, high] = endsText(compiled, sweep, lang);
  const [lowest, highest] = endsText(compiled, whole, lang);
  const title = fill(t.sweepChart, { output: words.label(output), input: words.label(input), low, high, count });
  return (
    <div aria-busy={busy}>
      <p class="sweep-title">{title}</p>
      <div class="sweep-frame" ref={frame}>
        {lanes && lanes.length > MOST_LANES ? (
          <p>{fill(t.tooManyLanes, { n: lanes.length })}</p>
        ) : (
          <SweepChart
            {...{ compiled, sweep, output, stretches, lanes, marked, basis, present, cursor, width, title, lang }}
            onCursor={setChosen}
          />
        )}
      </div>
      <SweepCursor
        {...{ compiled, sweep, output, marked, cursor, lang }}
        isPresent={point !== undefined && present !== null && point.value.equals(present)}
        onCursor={setChosen}
        onUse={(value) => {
          setChosen(null);
          onChange(withInput(state, input, typedValue(compiled.scheme.inputs[input] as Input, value)));
        }}
      />
      <Legend {...props} basis={basis} stretches={stretches} />
      <h3>{t.sweepChanges}</h3>
      {(marked.length > 0 || omitted === 0) && (
        <SweepChanges {...{ compiled, sweep, output, marked, lang }} onCursor={setChosen} />
      )}
      {omitted > 0 && (
        <p class="field-hint">{fill(marked.length > 0 ? t.sweepNumbersOnly : t.sweepNumbersAll, { n: omitted })}</p>
      )}
      <p class="field-hint">
        {fill(t.sweepTried, {
          low: lowest,
          high: highest,
          step: stepText(compiled, sweep, lang),
          n: whole.points.length,
        })}{' '}
        {sweep !== whole && fill(t.sweepDrawn, { low, high })} {cutText(whole, words.label(input), lang)}{' '}
        {sweep.grid.dense ? t.sweepEnds : t.sweepDiscrete}
      </p>
      <SweepTable {...{ compiled, sweep, output, stretches, basis, lang }} />
    </div>
  );
}

/** All changes; where too many of them are only of numbers, those of the output that is shown, or none of them. */
function toMark({ changes }: Sweep, output: string): readonly Change[] {
  const ofNumbers = new Set(changes.filter(isOfNumbers));
  if (ofNumbers.size <= MOST_NUMBERS) return changes;
  const shown = [...ofNumbers].filter(({ effect }) => effect.outcomes.includes(output));
  const kept = new Set(shown.length <= MOST_NUMBERS ? shown : []);
  return changes.filter((change) => !ofNumbers.has(change) || kept.has(change));
}

function endsText(compiled: CompiledScheme, { grid, points }: Sweep, lang: Props['cite']['lang']): [string, string] {
  const words = wordsOf(compiled, lang);
  const [first, last] = [points[0], points.at(-1)] as [Point, Point];
  return [words.named(grid.input, first.value), words.named(grid.input, last.value)];
}

/** The best on top where the scheme says what is better; else as it names them, yes above no. */
function laneOrder(compiled: CompiledScheme, output: string): string[] {
  const better = compiled.scheme.better?.[output];
  if (Array.isArray(better)) return better.toReversed();
  if (better === 'no') return ['false', 'true'];
  return ['true', 'false', ...Object.keys(compiled.scheme.steps[output]?.choices ?? {})];
}

function cutText({ grid }: Sweep, label: string, lang: Props['cite']['lang']): string {
  const t = exploreStrings(lang);
  const { below, above } = grid.cut;
  if (!below && !above) return '';
  return fill(t.sweepCut, { label, side: below && above ? t.cutBoth : below ? t.cutBelow : t.cutAbove });
}

/** What solid, dashed and hatched mean here, and the assumptions behind what is dashed. */
function Legend({ compiled, cite, basis, stretches }: Props & { basis: Basis; stretches: readonly Stretch[] }) {
  const t = exploreStrings(cite.lang);
  const words = wordsOf(compiled, cite.lang);
  const rested = new Set([...basis.values()].flatMap((names) => [...names]));
  const isStated = stretches.some(({ standing, first }) => standing === 'known' && basis.get(first)?.size === 0);
  const isOpen = stretches.some(({ standing }) => standing === 'undefined');
  const marks = [
    ...(isStated ? [['basis-stated', t.legendStated] as const] : []),
    ...(rested.size > 0 ? [['basis-assumed', t.legendAssumed] as const] : []),
    ...(isOpen ? [['basis-undefined', t.legendUndefined] as const] : []),
  ];
  return (
    <div class="sweep-legend">
      <p>
        {marks.map(([name, text]) => (
          <span key={name} class="basis-mark">
            <span class={`basis-swatch ${name}`} />
            {text}
          </span>
        ))}
      </p>
      {rested.size > 0 && (
        <p class="field-hint">
          {t.legendAssumptions}
          {compiled.assumptions
            .filter(([name]) => rested.has(name))
            .map(([name, assumption], i) => (
              <span key={name}>
                {i > 0 && calculatorStrings(cite.lang).comma}
                {words.label(name)} <Cite ids={[assumption.gap].flat()} cite={cite} />
              </span>
            ))}
        </p>
      )}
    </div>
  );
}
