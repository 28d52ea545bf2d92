import { exploreStrings } from '../../i18n/explore.ts';
import { fill } from '../../i18n/language.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import type { Language } from '../../scoring/node.ts';
import type { Change, Sweep } from './sweep.ts';
import { changeText } from './sweep-words.ts';

type Props = {
  compiled: CompiledScheme;
  sweep: Sweep;
  output: string;
  marked: readonly Change[];
  lang: Language;
  onCursor: (place: number) => void;
};

/** So many changes are shown unfolded. */
const SHOWN = 30;

/** Every change in words, numbered as on the chart; choosing one puts the cursor there. */
export function SweepChanges(props: Props) {
  const t = exploreStrings(props.lang);
  const { marked } = props;
  if (marked.length === 0) return <p>{t.sweepChangesNone}</p>;
  return (
    <>
      <List {...props} from={0} to={SHOWN} />
      {marked.length > SHOWN && (
        <details>
          <summary>{fill(t.sweepChangesMore, { n: marked.length - SHOWN })}</summary>
          <List {...props} from={SHOWN} to={marked.length} />
        </details>
      )}
    </>
  );
}

function List({ compiled, sweep, output, marked, lang, onCursor, from, to }: Props & { from: number; to: number }) {
  return (
    <ol class="sweep-changes" start={from + 1}>
      {marked.slice(from, to).map((change, i) => (
        <li key={`${change.place}${change.edge}`} data-edge={change.edge}>
          <span class="sweep-number">{from + i + 1}</span>
          <button
            type="button"
            class={change.effect.outcomes.includes(output) ? 'sweep-change' : 'sweep-change sweep-change-other'}
            onClick={() => onCursor(change.place)}
          >
            {changeText(compiled, sweep, change, lang)}
          </button>
        </li>
      ))}
    </ol>
  );
}
