import { useId } from 'preact/hooks';
import { exploreStrings } from '../../i18n/explore.ts';
import { fill } from '../../i18n/language.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import { Exact } from '../../scoring/exact.ts';
import type { Language } from '../../scoring/node.ts';
import type { Known } from '../../scoring/value.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { Basis } from './basis.ts';
import { dotsPath, stretchPath } from './chart-path.ts';
import { type ChartScale, chartScale, keptInside, textWidth } from './chart-scale.ts';
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
  const { compiled, sweep, output, stretches, lanes, present, width, title, lang, onCursor } = props;
  const t = exploreStrings(lang);
  const hatch = useId();
  const words = wordsOf(compiled, lang);
  const { input } = sweep.grid;
  const declared = compiled.scheme.inputs[input] ?? {};
  const scale = chartScale(sweep, stretches, output, width, {
    lanes,
    wholeX: ['date', 'month', 'time', 'integer'].some((kind) => kind in declared),
    wholeY: isDatedUnit(compiled.scheme.steps[output]?.unit),
    xText: (value) => words.named(input, value),
    yText: (value) => words.named(output, value),
  });
  const { x, xTicks, yTicks, box } = scale;
  const here = present && x(present) >= box.left && x(present) <= box.right ? x(present) : null;
  const nowText = present ? fill(t.here, { value: words.named(input, present) }) : '';
  const toPlace = (event: PointerEvent): void => {
    const { left, width: shown } = (event.currentTarget as SVGElement).getBoundingClientRect();
    onCursor(nearest(sweep.points, x, ((event.clientX - left) * width) / shown));
  };
  return (
    <svg
      class="sweep-svg"
      viewBox={`0 0 ${width} ${box.height}`}
      role="img"
      aria-label={title}
      onPointerMove={toPlace}
      onPointerDown={toPlace}
    >
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line class="sweep-hatch" x1="0" x2="0" y1="0" y2="7" />
        </pattern>
      </defs>
      {stretches.map((stretch) => (
        <Blank key={stretch.first} stretch={stretch} sweep={sweep} scale={scale} hatch={hatch} lang={lang} />
      ))}
      <line class="sweep-axis" x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} />
      {xTicks.map(({ value, at }) => (
        <g key={at} class="sweep-tick">
          <line x1={at} x2={at} y1={box.bottom} y2={box.bottom + 5} />
          <text x={keptInside(at, words.named(input, value), width)} y={box.bottom + 25}>
            {words.named(input, value)}
          </text>
        </g>
      ))}
      {yTicks.map(({ value, at }) => (
        <g key={at} class="sweep-tick sweep-tick-y">
          <line x1={box.left} x2={box.right} y1={at} y2={at} />
          <text x={box.left - 6} y={at + 4}>
            {words.named(output, value)}
          </text>
        </g>
      ))}
      {scale.lanes.map(({ at }) => (
        <g key={at} class="sweep-lane">
          <line x1={box.left} x2={box.right} y1={at} y2={at} />
        </g>
      ))}
      <Marks {...props} scale={scale} />
      {scale.lanes.map(({ value, at }) => (
        <g key={at} class="sweep-lane">
          <text x={box.left} y={at - 11}>
            {words.named(output, value)}
          </text>
        </g>
      ))}
      <Lines {...props} scale={scale} />
      {here !== null && present && (
        <g class="sweep-present">
          <path d={`M${here} ${box.bottom + 1} l6 10 h-12 z`} />
          <text x={keptInside(here, nowText, width)} y={box.bottom + 45}>
            {nowText}
          </text>
        </g>
      )}
      <Cursor {...props} scale={scale} />
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

type BlankProps = { stretch: Stretch; sweep: Sweep; scale: ChartScale; hatch: string; lang: Language };

/** A stretch without a value: hatched where the source leaves it open, blank where it is refused or has no result. */
function Blank({ stretch, sweep, scale, hatch, lang }: BlankProps) {
  const t = exploreStrings(lang);
  const { standing, low, high } = stretch;
  if (standing === 'known') return null;
  const half = sweep.grid.dense ? Exact.of(0) : sweep.grid.step.div(2);
  const { box, x } = scale;
  const from = Math.max(box.left, Math.min(x(low.at.sub(half)), x(high.at) - 2));
  const to = Math.min(box.right, Math.max(x(high.at.add(half)), from + 4));
  const text = { undefined: t.legendUndefined, refused: t.refused, absent: t.absent }[standing];
  return (
    <g class={`sweep-blank sweep-${standing}`}>
      <rect
        x={from}
        y={box.top}
        width={to - from}
        height={box.bottom - box.top}
        fill={standing === 'undefined' ? `url(#${hatch})` : 'none'}
      />
      {textWidth(text) + 8 < to - from && (
        <text x={(from + to) / 2} y={(box.top + box.bottom) / 2}>
          {text}
        </text>
      )}
    </g>
  );
}

type Inner = ChartProps & { scale: ChartScale };

/** A line at each change, with its number in the list where there is room. */
function Marks({ marked, sweep, output, scale }: Inner) {
  const { box, x } = scale;
  let last = Number.NEGATIVE_INFINITY;
  return (
    <g>
      {marked.map(({ place, edge, effect }, i) => {
        const at = x((sweep.points[edge === 'from' ? place - 1 : place] as Point).value);
        const hasRoom = at - last >= 18;
        if (hasRoom) last = at;
        return (
          <g
            key={`${place}${edge}`}
            class={effect.outcomes.includes(output) ? 'sweep-mark' : 'sweep-mark sweep-mark-other'}
          >
            <line x1={at} x2={at} y1={box.top - 4} y2={box.bottom} />
            {hasRoom && (
              <text x={at} y={box.top - 9}>
                {i + 1}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** More ends than this only cover each other. */
const MOST_ENDS = 240;

/** The values: a line for each stretch, dots where only dots are values, and what its ends are. */
function Lines({ sweep, stretches, basis, lanes, scale }: Inner) {
  const known = stretches.filter(({ standing }) => standing === 'known');
  const assumed = ({ first }: Stretch): boolean => (basis.get(first)?.size ?? 0) > 0;
  const ends = known.flatMap(({ low, high }) => [low, high]).filter(({ leap }) => leap);
  return (
    <g class={lanes ? 'sweep-lines sweep-bands' : 'sweep-lines'}>
      {known.map((stretch) => (
        <g key={stretch.first} class={assumed(stretch) ? 'sweep-assumed' : 'sweep-stated'}>
          <path
            class={sweep.grid.dense || lanes ? 'sweep-line' : 'sweep-line sweep-guide'}
            d={stretchPath(sweep, stretch, scale)}
          />
          {!sweep.grid.dense && (!lanes || stretch.first === stretch.last) && (
            <path
              class={known.length + sweep.points.length > 150 ? 'sweep-dots sweep-dots-small' : 'sweep-dots'}
              d={dotsPath(sweep, stretch, scale)}
            />
          )}
        </g>
      ))}
      {(sweep.grid.dense || lanes) &&
        ends.length <= MOST_ENDS &&
        ends
          .toSorted((a, b) => Number(a.closed) - Number(b.closed))
          .map(({ at, closed, result }) => (
            <circle
              key={`${at}${closed}${scale.y(result)}`}
              class={closed ? 'end-closed' : 'end-open'}
              cx={scale.x(at)}
              cy={scale.y(result) ?? 0}
              r="4.2"
            />
          ))}
    </g>
  );
}

function Cursor({ sweep, cursor, scale }: Inner) {
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
