import { scaleLinear } from 'd3-scale';
import { useId } from 'preact/hooks';
import { cohortStrings } from '../../i18n/cohort.ts';
import { fill, type Lang } from '../../i18n/language.ts';
import { Frame } from './Frame.tsx';
import type { Chart } from './messages.ts';

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 44;
const RIGHT = 12;
const TOP = 34;
const BOTTOM = 34;
/** Room that the label of an end of an interval takes. */
const LABEL = 46;

/** How the figure is spread, with the numbered lines of the ranking; a list and a table say the same. */
export function Distribution({ chart, lang }: { chart: Chart; lang: Lang }) {
  const t = cohortStrings(lang);
  const id = useId();
  const { bins, cuts } = chart;
  const first = bins[0]?.from ?? 0;
  const last = bins.at(-1)?.to ?? 1;
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  const highest = Math.max(...bins.map(({ count }) => count));
  const x = scaleLinear([first, last], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([0, highest], [HEIGHT - BOTTOM, TOP]).nice();
  const every = Math.max(1, Math.ceil(LABEL / (x(bins[0]?.to ?? last) - LEFT)));
  const title = fill(t.distributionOf, { label: chart.label, n: all });
  const steps = y.ticks(4).filter(Number.isInteger);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t.distribution}</h3>
      <figure class="cohort-chart">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
          {steps.map((step) => (
            <g key={step}>
              <line class="cohort-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(step)} y2={y(step)} />
              <text class="cohort-tick cohort-tick-y" x={LEFT - 8} y={y(step) + 4}>
                {step}
              </text>
            </g>
          ))}
          {bins.map(({ from, to, count }) => (
            <rect
              key={from}
              class="cohort-bar"
              x={x(from) + 1}
              width={Math.max(1, x(to) - x(from) - 2)}
              y={y(count)}
              height={y(0) - y(count)}
            />
          ))}
          {bins.map(({ from, low }, i) =>
            i % every === 0 ? (
              <text key={from} class="cohort-tick" x={x(from)} y={HEIGHT - BOTTOM + 20}>
                {low}
              </text>
            ) : null,
          )}
          {bins.length % every === 0 && (
            <text class="cohort-tick" x={x(last)} y={HEIGHT - BOTTOM + 20}>
              {bins.at(-1)?.high}
            </text>
          )}
          {cuts.map(({ at }, i) => (
            <g key={`${at}-${i}`} class="cohort-cut-line">
              <line x1={x(at)} x2={x(at)} y1={TOP - 10} y2={y(0)} />
              <text x={x(at)} y={TOP - 15}>
                {i + 1}
              </text>
            </g>
          ))}
        </svg>
        <figcaption class="quiet">
          {title}
          {chart.without > 0 && ` · ${fill(t.without, { n: chart.without })}`}
          {chart.mixed && ` · ${t.mixed}`}
        </figcaption>
        {cuts.length > 0 && (
          <ol class="cohort-cut-list">
            {cuts.map(({ above, below }, i) => (
              <li key={`${above}-${i}`}>{fill(t.cutLine, { above, below })}</li>
            ))}
          </ol>
        )}
        <details>
          <summary>{t.distributionTable}</summary>
          <Frame label={t.distributionTable}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.interval}</th>
                  <th scope="col">{t.rows}</th>
                </tr>
              </thead>
              <tbody>
                {bins.map(({ range, count }) => (
                  <tr key={range}>
                    <th scope="row">{range}</th>
                    <td>{count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Frame>
        </details>
      </figure>
    </section>
  );
}
