import { calculatorResultStrings } from '../i18n/calculator-result.ts';
import { fill } from '../i18n/language.ts';
import type { Language, Words } from '../scoring/node.ts';
import type { PartedScore } from '../scoring/parts.ts';

const WIDTH = 400;
const EDGE = 4;
const [TOP, HEIGHT] = [6, 26];

type Props = { score: PartedScore; assumed: boolean; words: Words; lang: Language };

/** A score as a bar: each part has the room of its maximum and fills what it has of it. The table says the same. */
export function PartsBar({ score, assumed, words, lang }: Props) {
  const t = calculatorResultStrings(lang);
  const told = (step: string, value: PartedScore['value']): string => words.named(step, value);
  const scale = (WIDTH - 2 * EDGE) / Number(score.most);
  let from = EDGE;
  const slots = score.parts.map((part) => {
    const x = from;
    const width = Number(part.most) * scale;
    from += width;
    return { ...part, x, width, filled: Number(part.value) * scale };
  });
  const label = fill(t.partsOf, {
    label: words.label(score.step),
    value: told(score.step, score.value),
    most: told(score.step, score.most),
  });
  return (
    <figure class="parts-bar">
      <svg viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 22}`} role="img" aria-label={label}>
        {slots.map(({ name, x, width, filled }, i) => (
          <g key={name}>
            <rect
              class={assumed ? 'part-room part-assumed' : 'part-room'}
              x={x}
              y={TOP}
              width={width}
              height={HEIGHT}
            />
            <rect class="part-filled" x={x} y={TOP + 5} width={filled} height={HEIGHT - 10} />
            <text x={x + width / 2} y={TOP + HEIGHT + 16}>
              {marks[i] ?? i + 1}
            </text>
          </g>
        ))}
      </svg>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t.part}</th>
            <th scope="col">{t.partValue}</th>
            <th scope="col">{t.partMost}</th>
          </tr>
        </thead>
        <tbody>
          {score.parts.map(({ name, value, most }, i) => (
            <tr key={name}>
              <th scope="row">
                {marks[i] ?? i + 1} {words.label(name)}
              </th>
              <td>{told(score.step, value)}</td>
              <td>{told(score.step, most)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

const marks = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'];
