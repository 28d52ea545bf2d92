import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import type { Language, Words } from '../scoring/node.ts';
import { formatNumber } from '../scoring/number.ts';
import type { Ruler } from './bands.ts';

const WIDTH = 640;
const EDGE = 18;
const LINE = 62;
const LETTER = 15;

/** The bands on a line with the value on it: ● belongs to the band, ○ does not. A table says the same. */
export function BandRuler({ ruler, words, lang }: { ruler: Ruler; words: Words; lang: Language }) {
  const t = calculatorStrings(lang);
  const lows = ruler.bands.map(({ range }) => Number(range.low ?? 0));
  const highs = ruler.bands.map(({ range }) => Number(range.high ?? 0));
  const [from, to] = [Math.min(...lows), Math.max(...highs)];
  const x = (value: number): number => EDGE + ((value - from) / (to - from)) * (WIDTH - 2 * EDGE);
  const crowded = ruler.bands.some(({ id }, i) => {
    const room = x(highs[i] ?? to) - x(lows[i] ?? from);
    return words.option(ruler.step, id).length * LETTER * (lang === 'zh' ? 1 : 0.55) > room;
  });
  const value = ruler.value === null ? null : Number(ruler.value);
  const told = ruler.value === null ? '' : formatNumber(ruler.value);
  const title = `${words.label(ruler.step)}：${words.label(ruler.of)} ${told}`;
  return (
    <figure class="ruler">
      <svg viewBox={`0 0 ${WIDTH} 108`} role="img" aria-label={title}>
        {ruler.bands.map(({ id, range, current }, i) => {
          const [left, right] = [x(Number(range.low ?? from)), x(Number(range.high ?? to))];
          return (
            <g key={id} class={current ? 'band-current' : undefined}>
              <line class="band" x1={left + 4} x2={right - 4} y1={LINE} y2={LINE} />
              <circle class={range.lowIncluded ? 'end-closed' : 'end-open'} cx={left + 5} cy={LINE} r="4.5" />
              <circle class={range.highIncluded ? 'end-closed' : 'end-open'} cx={right - 5} cy={LINE} r="4.5" />
              <text class="band-text" x={(left + right) / 2} y={LINE - 14 - (crowded && i % 2 === 1 ? 20 : 0)}>
                {words.option(ruler.step, id)}
              </text>
              <text class="tick-text" x={left} y={LINE + 24}>
                {range.low ? formatNumber(range.low) : ''}
              </text>
            </g>
          );
        })}
        <text class="tick-text" x={x(to)} y={LINE + 24}>
          {to}
        </text>
        {value !== null && (
          <g class="ruler-value">
            <path d={`M${x(value)} ${LINE + 4} l6 11 h-12 z`} />
            <text x={Math.min(Math.max(x(value), 40), WIDTH - 40)} y={LINE + 40}>
              {fill(t.here, { value: told })}
            </text>
          </g>
        )}
      </svg>
      <details>
        <summary>{t.rulerTable}</summary>
        <table>
          <tbody>
            {ruler.bands.map(({ id, range, current }) => (
              <tr key={id} aria-current={current || undefined}>
                <th scope="row">{words.option(ruler.step, id)}</th>
                <td>{range.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
