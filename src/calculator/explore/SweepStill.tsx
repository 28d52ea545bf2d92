import { exploreStrings } from '../../i18n/explore.ts';
import { Exact } from '../../scoring/exact.ts';
import type { Language, Words } from '../../scoring/node.ts';
import { dotsPath, stretchPath } from './chart-path.ts';
import { type ChartScale, keptInside, textWidth } from './chart-scale.ts';
import type { ChartProps } from './SweepChart.tsx';
import type { Stretch } from './stretches.ts';
import type { Point, Sweep } from './sweep.ts';

type StillProps = Pick<ChartProps, 'sweep' | 'output' | 'stretches' | 'lanes' | 'marked' | 'basis' | 'lang'> & {
  scale: ChartScale;
  /** Id of the hatching. */
  hatch: string;
  words: Words;
};

/** All of a chart but the present value and the cursor: axes, lanes, changes, values, stretches without a value. */
export function Still(props: StillProps) {
  const { sweep, output, stretches, scale, hatch, words, lang } = props;
  const { input } = sweep.grid;
  const { xTicks, yTicks, lanes, box, width } = scale;
  return (
    <g>
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
      {lanes.map(({ at }) => (
        <g key={at} class="sweep-lane">
          <line x1={box.left} x2={box.right} y1={at} y2={at} />
        </g>
      ))}
      <Marks {...props} />
      {lanes.map(({ value, at }) => (
        <g key={at} class="sweep-lane">
          <text x={box.left} y={at - 11}>
            {words.named(output, value)}
          </text>
        </g>
      ))}
      <Lines {...props} />
    </g>
  );
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

/** A line at each change, with its number in the list where there is room. */
function Marks({ marked, sweep, output, scale }: StillProps) {
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
function Lines({ sweep, stretches, basis, lanes, scale }: StillProps) {
  const known = stretches.filter(({ standing }) => standing === 'known');
  const assumed = ({ first }: Stretch): boolean => (basis.get(first)?.size ?? 0) > 0;
  const ends = known.flatMap(({ low, high }) => [low, high]).filter(({ leap }) => leap);
  // Ends of many leaps are left out; then single values are dots.
  const hasDots = !sweep.grid.dense || ends.length > MOST_ENDS;
  const groups = [
    ['sweep-stated', known.filter((stretch) => !assumed(stretch))],
    ['sweep-assumed', known.filter(assumed)],
  ] as const;
  return (
    <g class={lanes ? 'sweep-lines sweep-bands' : 'sweep-lines'}>
      {groups.map(([name, own]) => (
        <g key={name} class={name}>
          <path
            class={sweep.grid.dense || lanes ? 'sweep-line' : 'sweep-line sweep-guide'}
            d={own.map((stretch) => stretchPath(sweep, stretch, scale)).join('')}
          />
          {hasDots && (
            <path
              class={sweep.points.length > 150 ? 'sweep-dots sweep-dots-small' : 'sweep-dots'}
              d={own
                .filter(({ first, last }) => first === last || !(lanes || sweep.grid.dense))
                .map((stretch) => dotsPath(sweep, stretch, scale, name === 'sweep-assumed'))
                .join('')}
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
