import { useEffect, useState } from 'preact/hooks';
import { calculatorStrings } from '../../i18n/calculator.ts';
import { cohortStrings } from '../../i18n/cohort.ts';
import { fill } from '../../i18n/language.ts';
import { Cite, type CiteContext } from '../Cite.tsx';
import type { Client } from './client.ts';
import type { Explanation, Line } from './messages.ts';

type Props = { row: number; name: string; desk: Client; cite: CiteContext };

/** Why one row has its result. Made when it is opened. */
export function RowExplanation({ row, name, desk, cite }: Props) {
  const t = cohortStrings(cite.lang);
  const [told, setTold] = useState<Explanation | 'failed' | null>(null);
  useEffect(() => {
    let gone = false;
    desk.ask('explain', { row }).then(
      (answer) => !gone && setTold(answer),
      () => !gone && setTold('failed'),
    );
    return () => {
      gone = true;
    };
  }, [desk, row]);
  const c = calculatorStrings(cite.lang);
  if (!told || told === 'failed') return <p class="quiet">{told ? c.panelFailed : c.panelLoading}</p>;
  return (
    <section class="cohort-why-text" aria-label={fill(t.explainRow, { name })}>
      <p>
        <strong>{name}</strong>
        {t.colon}
        {told.headline}
      </p>
      {told.outright.length > 0 && (
        <div class="cohort-outright">
          <p>{t.outrightTitle}</p>
          <Cited list={told.outright} cite={cite} />
        </div>
      )}
      {told.consequences.length > 0 && (
        <>
          <p>{t.consequences}</p>
          <Cited list={told.consequences} cite={cite} />
        </>
      )}
      <p>{t.explain}</p>
      <Lines list={told.lines.filter(({ output }) => output)} cite={cite} />
      <details>
        <summary>{t.allSteps}</summary>
        <Lines list={told.lines} cite={cite} />
      </details>
    </section>
  );
}

function Cited({ list, cite }: { list: readonly { text: string; rules: string[] }[]; cite: CiteContext }) {
  return (
    <ul class="consequences">
      {list.map(({ text, rules }) => (
        <li key={text}>
          {text} <Cite ids={rules} cite={cite} />
        </li>
      ))}
    </ul>
  );
}

/** Undefined where a gap decides, assumed where a reading of one does, else stated. */
const basisOf = ({ open, cited }: Line): string =>
  open ? 'basis-undefined' : cited.some((it) => !it.startsWith('R')) ? 'basis-assumed' : 'basis-stated';

function Lines({ list, cite }: { list: readonly Line[]; cite: CiteContext }) {
  return (
    <ol class="sentences">
      {list.map((line) => (
        <li key={line.step} class={basisOf(line)} data-step={line.step}>
          {line.text} <Cite ids={line.cited} cite={cite} />
        </li>
      ))}
    </ol>
  );
}
