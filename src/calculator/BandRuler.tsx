import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import type { Language, Words } from '../scoring/node.ts';
import { formatNumber } from '../scoring/number.ts';
import { placesOf, type Ruler } from './bands.ts';

const WIDTH = 400;
const EDGE = 14;
/** Height of a row of names, and where the line runs under one row. */
const ROW = 19;
const LINE = 32;
const LETTER = 14;

type Props = {
  ruler: Ruler;
  /** The lines between the bands are a reading, not the source's. */
  assumed?: boolean;
  words: Words;
  lang: Language;
};

/** The bands on a line with the value on it: ● belongs to the band, ○ does not, an arrow has no end. A table says the same. */
export function BandRuler({ ruler, assumed, words, lang }: Props) {
  const t = calculatorStrings(lang);
  const { bands, at } = placesOf(ruler, WIDTH - 2 * EDGE);
  const nameOf = ({ name }: Ruler['bands'][number]): string => words.named(ruler.step, name);
  const wide = (text: string): number => text.length * LETTER * (lang === 'zh' ? 1 : 0.55);
  const isCrowded = bands.some((band) => wide(nameOf(band)) > band.right - band.left);
  const rows = isCrowded ? Math.min(3, bands.length) : 1;
  const line = LINE + (rows - 1) * ROW;
  const told = ruler.value === null ? '' : formatNumber(ruler.value);
  const inside = (x: number, text: number): number => Math.min(Math.max(x, text / 2), WIDTH - text / 2);
  return (
    <figure class="ruler">
      <figcaption>{words.label(ruler.step)}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${line + 52}`}
        role="img"
        aria-label={`${words.label(ruler.step)}${lang === 'zh' ? '：' : ': '}${words.label(ruler.of)} ${told}`}
      >
        {bands.map((band, i) => {
          const { range, current, left, right } = band;
          const [from, to] = [EDGE + left, EDGE + right];
          const x = inside((from + to) / 2, wide(nameOf(band)));
          const y = line - 14 - (i % rows) * ROW;
          return (
            <g key={range.text} class={current ? 'band-current' : undefined}>
              {i % rows > 0 && <line class="band-lead" x1={x} x2={x} y1={y + 4} y2={line - 8} />}
              <line class={assumed ? 'band band-assumed' : 'band'} x1={from + 4} x2={to - 4} y1={line} y2={line} />
              {range.low ? (
                <circle class={endClass(range.lowIncluded)} cx={from + 4.5} cy={line} r="4" />
              ) : (
                <path class="end-none" d={`M${from + 9} ${line - 5}l-6 5l6 5`} />
              )}
              {range.high ? (
                <circle class={endClass(range.highIncluded)} cx={to - 4.5} cy={line} r="4" />
              ) : (
                <path class="end-none" d={`M${to - 9} ${line - 5}l6 5l-6 5`} />
              )}
              <text class="band-text" x={x} y={y}>
                {nameOf(band)}
              </text>
              <text class="tick-text" x={from} y={line + 29}>
                {range.low ? formatNumber(range.low) : ''}
              </text>
              {i === bands.length - 1 && range.high && (
                <text class="tick-text" x={to} y={line + 29}>
                  {formatNumber(range.high)}
                </text>
              )}
            </g>
          );
        })}
        {at !== null && (
          <g class="ruler-value">
            <path d={`M${EDGE + at} ${line + 5} l5.5 10 h-11 z`} />
            <text x={inside(EDGE + at, 76)} y={line + 47}>
              {fill(t.here, { value: told })}
            </text>
          </g>
        )}
      </svg>
      <details>
        <summary>{t.rulerTable}</summary>
        <table>
          <tbody>
            {bands.map((band) => (
              <tr key={band.range.text} aria-current={band.current || undefined}>
                <th scope="row">{nameOf(band)}</th>
                <td>{band.range.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

const endClass = (included: boolean): string => (included ? 'end-closed' : 'end-open');
