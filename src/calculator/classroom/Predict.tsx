import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { classroomStrings } from '../../i18n/classroom.ts';
import { fill } from '../../i18n/language.ts';
import { wordsOf } from '../../scoring/words.ts';
import { headline } from '../headline.ts';
import type { PanelProps } from '../panel.ts';
import { formatState } from '../state.ts';
import { PredictionField } from './PredictionField.tsx';
import { fieldOf, type Judged, judge, readPrediction } from './prediction.ts';
import { Revealed } from './Revealed.tsx';

type Shown = { judged: Judged[]; fragment: string };

/** Asks for predictions before the result is shown; afterwards shows them beside it. */
export default function Predict({ compiled, state, result, cite, lesson }: PanelProps) {
  const { lang } = cite;
  const t = classroomStrings(lang);
  const id = useId();
  const words = wordsOf(compiled, lang);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const preset = lesson?.preset;
  const revealed = lesson?.revealed ?? false;
  const atOnce = useRef(preset);
  useEffect(() => {
    if (atOnce.current === preset) return;
    atOnce.current = preset;
    setTyped({});
    setShown(null);
  }, [preset]);
  const wasRevealed = useRef(revealed);
  useEffect(() => {
    if (wasRevealed.current === revealed) return;
    wasRevealed.current = revealed;
    heading.current?.focus();
    if (revealed) return;
    setTyped({});
    setTried(false);
    setShown(null);
  }, [revealed]);
  if (!lesson || !preset) return null;

  const fields = preset.ask.map((output) => ({ output, field: fieldOf(compiled, output, lang) }));
  const blank = fields.filter(({ output }) => !typed[output]?.trim());
  const isWrong = (output: string): boolean => {
    const field = fields.find((it) => it.output === output)?.field;
    return Boolean(field && typed[output]?.trim() && readPrediction(field, typed[output]) === null);
  };
  const computed = 'memory' in result ? result : null;
  const reveal = (): void => {
    setTried(true);
    if (!computed) return;
    const first = fields.find(({ output }) => !typed[output]?.trim() || isWrong(output));
    if (first) {
      document.querySelector<HTMLElement>(`[data-predict="${first.output}"] :is(input, select)`)?.focus();
      return;
    }
    const predictions = Object.fromEntries(fields.map(({ output }) => [output, typed[output] ?? '']));
    setShown({ judged: judge(compiled, predictions, computed, lang), fragment: formatState(compiled, state) });
    lesson.onReveal(true);
  };
  const reasons: string[] = [];
  if (!computed) {
    reasons.push(fill(t.needInputs, { text: headline(compiled, result, lang) }));
  }
  if (tried && blank.length > 0) {
    reasons.push(fill(t.needPredictions, { list: blank.map(({ output }) => words.label(output)).join(t.comma) }));
  }
  const right = shown?.judged.filter(({ verdict }) => verdict === 'right').length ?? 0;
  const counted = shown?.judged.filter(({ verdict }) => verdict !== 'none').length ?? 0;
  const score = revealed && shown ? fill(t.score, { all: counted, right }) : '';
  const outcome = revealed && shown ? headline(compiled, result, lang) : '';

  return (
    <div class="predict">
      <h2 tabindex={-1} ref={heading}>
        {revealed ? t.revealed : t.predict}
      </h2>
      <output class="visually-hidden">{score && `${outcome} ${score}`}</output>
      {revealed && shown ? (
        <Revealed
          judged={shown.judged}
          score={score}
          moved={shown.fragment !== formatState(compiled, state)}
          cite={cite}
          onAgain={() => lesson.onReveal(false)}
        />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            reveal();
          }}
        >
          <p class="field-hint">{t.predictLead}</p>
          {fields.map(({ output, field }) => (
            <PredictionField
              key={output}
              output={output}
              label={words.label(output)}
              field={field}
              value={typed[output] ?? ''}
              wrong={tried && isWrong(output)}
              lang={lang}
              onChange={(value) => setTyped((now) => ({ ...now, [output]: value }))}
            />
          ))}
          <button type="submit" class="button button-strong" aria-describedby={`${id}-reasons`}>
            {t.reveal}
          </button>
          <output class="field-hint" id={`${id}-reasons`}>
            {reasons.join(' ')}
          </output>
        </form>
      )}
    </div>
  );
}
