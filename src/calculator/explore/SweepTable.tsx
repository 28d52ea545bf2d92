import { scaleLinear } from 'd3-scale';
import { useState } from 'preact/hooks';
import { exploreStrings } from '../../i18n/explore.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import type { Language } from '../../scoring/node.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { Basis } from './basis.ts';
import { ExploreTable } from './ExploreTable.tsx';
import { ScrollFrame } from './ScrollFrame.tsx';
import type { Stretch } from './stretches.ts';
import type { Point, Sweep } from './sweep.ts';
import { outputText, rangeText, stretchText } from './sweep-words.ts';

type Props = {
  compiled: CompiledScheme;
  sweep: Sweep;
  output: string;
  stretches: readonly Stretch[];
  basis: Basis;
  lang: Language;
};

/** Up to so many values are listed one by one; of more only round ones. */
const ALL = 120;

/** What the chart shows, as tables; made when they are opened. */
export function SweepTable(props: Props) {
  const t = exploreStrings(props.lang);
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="sweep-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.sweepTable}</summary>
      {isOpen && <Tables {...props} />}
    </details>
  );
}

/** The stretches with their ends, and values. */
function Tables({ compiled, sweep, output, stretches, basis, lang }: Props) {
  const t = exploreStrings(lang);
  const words = wordsOf(compiled, lang);
  const { input } = sweep.grid;
  const [places, isAll] = listed(sweep);
  const head = [words.label(input), words.label(output)];
  const basisText = ({ standing, first }: Stretch): readonly [name: string, text: string] => {
    if (standing === 'undefined') return ['basis-undefined', t.legendUndefined];
    if (standing !== 'known') return ['', ''];
    return basis.get(first)?.size ? ['basis-assumed', t.legendAssumed] : ['basis-stated', t.legendStated];
  };
  return (
    <ScrollFrame label={t.sweepTable}>
      <ExploreTable head={[...head, t.columnBasis]} caption={t.tableStretches}>
        <tbody>
          {stretches.map((stretch) => {
            const [name, text] = basisText(stretch);
            return (
              <tr key={stretch.first}>
                <th scope="row">{rangeText(compiled, sweep, stretch, lang)}</th>
                <td>{stretchText(compiled, sweep, stretch, output, lang)}</td>
                <td>
                  {name && <span class={`basis-swatch ${name}`} />} {text}
                </td>
              </tr>
            );
          })}
        </tbody>
      </ExploreTable>
      <ExploreTable head={head} caption={isAll ? t.tableValues : t.tableValues + t.tableSome}>
        <tbody>
          {places.map((place) => {
            const { value, result } = sweep.points[place] as Point;
            return (
              <tr key={place}>
                <th scope="row">{words.named(input, value)}</th>
                <td>{outputText(compiled, result, output, lang)}</td>
              </tr>
            );
          })}
        </tbody>
      </ExploreTable>
    </ScrollFrame>
  );
}

/** Places of the values that are listed, and whether these are all. */
function listed({ points }: Sweep): [places: number[], isAll: boolean] {
  if (points.length <= ALL) return [points.map((_, i) => i), true];
  const round = scaleLinear()
    .domain([0, points.length - 1])
    .ticks(20)
    .filter(Number.isInteger);
  return [[...new Set([...round, points.length - 1])], false];
}
