import { classroomStrings } from '../../i18n/classroom.ts';
import { Cite, type CiteContext } from '../Cite.tsx';
import type { Judged } from './prediction.ts';

type Props = {
  judged: readonly Judged[];
  score: string;
  /** The inputs are no longer those that were revealed. */
  moved: boolean;
  cite: CiteContext;
  onAgain: () => void;
};

const signs = { right: '✓', wrong: '✗', none: '–' };

/** Every prediction beside the result, right or wrong in a sign and in words, then why. */
export function Revealed({ judged, score, moved, cite, onAgain }: Props) {
  const t = classroomStrings(cite.lang);
  const verdicts = { right: t.right, wrong: t.wrong, none: t.notComputed };
  return (
    <>
      <p class="predict-score">{score}</p>
      <dl class="judged">
        {judged.map(({ output, label, predicted, actual, verdict, because }) => (
          <div key={output} data-judged={output} data-verdict={verdict}>
            <dt>
              {label}
              <span class="verdict">
                <span aria-hidden="true">{signs[verdict]}</span> {verdicts[verdict]}
              </span>
            </dt>
            <dd>
              <span class="judged-name">{t.yours}</span>
              <span>{predicted}</span>
            </dd>
            <dd>
              <span class="judged-name">{t.actual}</span> <strong>{actual}</strong>
            </dd>
            {because && (
              <dd class="judged-why">
                <span class="judged-name">{t.because}</span>
                <span>
                  {because.text} <Cite ids={because.cites} cite={cite} />
                </span>
              </dd>
            )}
          </div>
        ))}
      </dl>
      {moved && <p class="field-hint">{t.moved}</p>}
      <button type="button" class="button" onClick={onAgain}>
        {t.again}
      </button>
    </>
  );
}
