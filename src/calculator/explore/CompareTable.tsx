import { type ExploreStrings, exploreStrings } from '../../i18n/explore.ts';
import { fill } from '../../i18n/language.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { CiteContext } from '../Cite.tsx';
import { headline } from '../headline.ts';
import { compareScenarios, type Row, type Side, type Verdict } from './compare.ts';
import { ExploreTable } from './ExploreTable.tsx';
import { ScrollFrame } from './ScrollFrame.tsx';
import type { Scenario } from './scenario.ts';
import { outputText } from './sweep-words.ts';

type Props = { compiled: CompiledScheme; first: Scenario; second: Scenario; cite: CiteContext };

const groups = [
  ['input', 'rowsInputs'],
  ['reading', 'rowsReadings'],
  ['output', 'rowsOutputs'],
  ['consequence', 'rowsConsequences'],
] as const satisfies readonly (readonly [Row['kind'], keyof ExploreStrings])[];

const signs: Record<Verdict, string> = {
  same: '＝',
  different: '≠',
  higher: '▲',
  lower: '▼',
  later: '▶',
  earlier: '◀',
  onlyFirst: '①',
  onlySecond: '②',
};

/** Two scenarios side by side: what is entered differently, and what follows; each difference with a sign and a word. */
export function CompareTable({ compiled, first, second, cite }: Props) {
  const { lang } = cite;
  const t = exploreStrings(lang);
  const words = wordsOf(compiled, lang);
  const rows = compareScenarios(compiled, first, second, {
    words,
    output: ({ result }, output) => outputText(compiled, result, output, lang),
    leftOut: t.leftOut,
    follows: t.follows,
    followsNot: t.followsNot,
    notUsed: (reading) => fill(t.notUsed, { reading }),
    off: t.off,
  });
  const differing = (kinds: readonly Row['kind'][]): number =>
    rows.filter(({ kind, verdict }) => kinds.includes(kind) && verdict !== 'same').length;
  const [inputs, results] = [differing(['input', 'reading']), differing(['output', 'consequence'])];
  return (
    <section class="compare-result">
      <h3>{t.compareTable}</h3>
      <output class="compare-count">
        {inputs + results === 0 ? t.compareNone : fill(t.compareCount, { inputs, results })}
      </output>
      <dl class="compare-headlines">
        {[first, second].map(({ result }, i) => (
          <div key={i}>
            <dt>{i === 0 ? t.first : t.second}</dt>
            <dd>{headline(compiled, result, lang)}</dd>
          </div>
        ))}
      </dl>
      <ScrollFrame label={t.compareTable}>
        <ExploreTable head={[t.compareItem, t.first, t.second, t.compareDifference]} name="compare-table">
          {groups.map(([kind, title]) => {
            const own = rows.filter((row) => row.kind === kind);
            return (
              <tbody key={kind}>
                <tr>
                  <th class="compare-group" scope="rowgroup" colSpan={4}>
                    {t[title]}
                  </th>
                </tr>
                {own.length === 0 && (
                  <tr>
                    <td colSpan={4}>{t.noneRow}</td>
                  </tr>
                )}
                {own.map((row) => (
                  <tr key={row.name} data-row={row.name} data-verdict={row.verdict}>
                    <th scope="row">{words.label(row.name)}</th>
                    {row.sides.map((side, i) => (
                      <Cell key={i} side={side} isReading={kind === 'reading'} />
                    ))}
                    <td class={row.verdict === 'same' ? 'quiet' : 'compare-differs'}>
                      <span aria-hidden="true">{signs[row.verdict]}</span> {t[row.verdict]}
                      {row.better !== null && row.better !== 0 && (
                        <>
                          <br />
                          <span aria-hidden="true">{row.better > 0 ? '＋' : '－'}</span>{' '}
                          {row.better > 0 ? t.better : t.worse}
                        </>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            );
          })}
        </ExploreTable>
      </ScrollFrame>
    </section>
  );
}

/** A reading is assumed, and without one it is undefined. */
const Cell = ({ side, isReading }: { side: Side; isReading: boolean }) => (
  <td class={side.standing === 'undefined' ? 'basis-undefined' : isReading ? 'basis-assumed' : undefined}>
    {side.text}
  </td>
);
