import { useId, useMemo } from 'preact/hooks';
import { exploreStrings } from '../../i18n/explore.ts';
import { fill } from '../../i18n/language.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import type { Exact } from '../../scoring/exact.ts';
import type { Language } from '../../scoring/node.ts';
import type { Known } from '../../scoring/value.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { Basis } from './basis.ts';
import { type ChartScale, chartScale, keptInside } from './chart-scale.ts';
import { Still } from './SweepStill.tsx';
import type { Stretch } from './stretches.ts';
import type { Change, Point, Sweep } from './sweep.ts';

export type ChartProps = {
  compiled: CompiledScheme;
  sweep: Sweep;
  output: string;
  stretches: readonly Stretch[];
  /** The answers or choices of the output, from top to bottom; `null` where it is a number. */
  lanes: readonly Known[] | null;
  /** The changes that are marked with a line, in the order of the list below the chart. */
  marked: readonly Change[];
  basis: Basis;
  present: Exact | null;
  cursor: number | null;
  width: number;
  title: string;
  lang: Language;
  onCursor: (place: number) => void;
};

const isDatedUnit = (unit: unknown): boolean => unit === 'date' || unit === 'month' || unit === 'time';

/** One output over the values of one input: lines or lanes with open and closed ends, changes, the present value. */
export function SweepChart(props: ChartProps) {
  const { compiled, sweep, output, stretches, lanes, marked, basis, present, cursor, width, title, lang, onCursor } =
    props;
  const t = exploreStrings(lang);
  const hatch = useId();
  const { input } = sweep.grid;
  const words = useMemo(() => wordsOf(compiled, lang), [compiled, lang]);
  const scale = useMemo(() => {
    const declared = compiled.scheme.inputs[input] ?? {};
    return chartScale(sweep, stretches, output, width, {
      lanes,
      wholeX: ['date', 'month', 'time', 'integer'].some((kind) => kind in declared),
      wholeY: isDatedUnit(compiled.scheme.steps[output]?.unit),
      xText: (value) => words.named(input, value),
      yText: (value) => words.named(output, value),
    });
  }, [sweep, stretches, lanes, output, width, words]);
  const { x, box } = scale;
  const here = present && x(present) >= box.left && x(present) <= box.right ? x(present) : null;
  const nowText = present ? fill(t.here, { value: words.named(input, present) }) : '';
  const toPlace = (event: PointerEvent): void => {
    const { left, width: shown } = (event.currentTarget as SVGElement).getBoundingClientRect();
    onCursor(nearest(sweep.points, x, ((event.clientX - left) * width) / shown));
  };
  // What does not move with the cursor is drawn once.
  const still = useMemo(
    () => <Still {...{ sweep, output, stretches, lanes, marked, basis, scale, hatch, words, lang }} />,
    [marked, basis, scale, hatch],
  );
  return (
    <svg
      class="sweep-svg"
      viewBox={`0 0 ${width} ${box.height}`}
      role="img"
      aria-label={title}
      onPointerMove={toPlace}
      onPointerDown={toPlace}
    >
      {still}
      {here !== null && (
        <g class="sweep-present">
          <path d={`M${here} ${box.bottom + 1} l6 10 h-12 z`} />
          <text x={keptInside(here, nowText, width)} y={box.bottom + 45}>
            {nowText}
          </text>
        </g>
      )}
      <Cursor sweep={sweep} cursor={cursor} scale={scale} />
    </svg>
  );
}

function nearest(points: readonly Point[], x: ChartScale['x'], wanted: number): number {
  let [low, high] = [0, points.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x((points[middle] as Point).value) < wanted) low = middle;
    else high = middle;
  }
  const [a, b] = [points[low] as Point, points[high] as Point];
  return wanted - x(a.value) <= x(b.value) - wanted ? low : high;
}

function Cursor({ sweep, cursor, scale }: { sweep: Sweep; cursor: number | null; scale: ChartScale }) {
  const point = cursor === null ? undefined : sweep.points[cursor];
  if (!point) return null;
  const at = scale.x(point.value);
  const height = scale.y(point.result);
  return (
    <g class="sweep-cursor">
      <line x1={at} x2={at} y1={scale.box.top - 4} y2={scale.box.bottom} />
      {height !== null && <circle cx={at} cy={height} r="6.5" />}
    </g>
  );
}
