import { useRef, useState } from 'preact/hooks';
import { calculatorStrings } from '../i18n/calculator.ts';
import { calculatorResultStrings } from '../i18n/calculator-result.ts';
import { rulesApplied } from '../scoring/applied.ts';
import type { CompiledScheme } from '../scoring/compile.ts';
import type { Computed } from '../scoring/evaluate.ts';
import { explain } from '../scoring/explain.ts';
import { laddersOf } from '../scoring/ladders.ts';
import { partedScores } from '../scoring/parts.ts';
import { wordsOf } from '../scoring/words.ts';
import { BandRuler } from './BandRuler.tsx';
import { bandsOf, type Ruler } from './bands.ts';
import { Cite, type CiteContext } from './Cite.tsx';
import { FieldLinks } from './FieldLinks.tsx';
import { OpenOutputs } from './OpenOutputs.tsx';
import { PartsBar } from './PartsBar.tsx';
import type { PanelProps } from './panel.ts';
import { usePart } from './use-part.ts';
import { useSeen } from './use-seen.ts';

const loadWhatIf = () => import('./WhatIf.tsx');

/** What stands behind an outcome: what the source leaves open, bands, parts, consequences, why, what would change it. */
export default function ResultDetails(panel: PanelProps) {
  const { result, cite } = panel;
  const t = calculatorStrings(cite.lang);
  const whatIf = useRef<HTMLDetailsElement>(null);
  const { part: WhatIf, failed } = usePart(useSeen(whatIf) ? loadWhatIf : undefined);
  if (result.kind !== 'scored' && result.kind !== 'undefined') return null;
  return (
    <>
      {result.kind === 'undefined' && <OpenOutputs {...panel} open={result.open} />}
      <Details {...panel} computed={result} />
      <details class="trace" open ref={whatIf}>
        <summary>{t.whatIf}</summary>
        {WhatIf ? <WhatIf {...panel} /> : <p class="quiet waiting">{failed ? t.panelFailed : t.panelLoading}</p>}
      </details>
    </>
  );
}

function Details({ compiled, computed, result, cite }: PanelProps & { computed: Computed }) {
  const { lang } = cite;
  const t = calculatorStrings(lang);
  const r = calculatorResultStrings(lang);
  const [all, setAll] = useState(false);
  const words = wordsOf(compiled, lang);
  const sentences = explain(compiled, computed, lang);
  const consequences = compiled.scheme.consequences.filter(({ id }) => computed.consequences.includes(id));
  const isAssumed = (step: string): boolean =>
    sentences.some((sentence) => sentence.step === step && sentence.cited.some((it) => !it.startsWith('R')));
  return (
    <>
      {rulersOf(compiled, computed).map((ruler) => (
        <BandRuler key={ruler.step} ruler={ruler} assumed={isAssumed(ruler.step)} words={words} lang={lang} />
      ))}
      {partedScores(compiled, computed).map((score) => (
        <PartsBar key={score.step} score={score} assumed={isAssumed(score.step)} words={words} lang={lang} />
      ))}
      <h3>{t.consequences}</h3>
      {consequences.length === 0 ? (
        <p class="quiet">{result.kind === 'undefined' ? t.noneCertain : t.noConsequence}</p>
      ) : (
        <ul class="consequences">
          {consequences.map(({ id, text, rule }) => (
            <li key={id}>
              {text[lang]} <Cite ids={[rule].flat()} cite={cite} />
            </li>
          ))}
        </ul>
      )}
      {computed.missing.length > 0 && (
        <p class="quiet">
          <FieldLinks template={r.moreWith} names={computed.missing} words={words} comma={t.comma} />
        </p>
      )}
      <details class="trace" open>
        <summary>{r.why}</summary>
        <Sentences list={sentences.filter(({ output }) => output)} cite={cite} />
      </details>
      <details class="trace" onToggle={({ currentTarget }) => setAll(currentTarget.open)}>
        <summary>{r.allSteps}</summary>
        {all && <Sentences list={sentences} cite={cite} />}
        {all && <Rules {...rulesApplied(compiled, computed)} cite={cite} />}
      </details>
    </>
  );
}

/** The steps that sort a value into bands, however they are written; of two that look the same, the first. */
function rulersOf(compiled: CompiledScheme, computed: Computed): Ruler[] {
  const ladders = laddersOf(compiled, computed).map(({ rungs, ...ladder }) => ({
    ...ladder,
    bands: rungs.map(({ value, ...rung }) => ({ name: value, ...rung })),
  }));
  const seen = new Set<string>();
  return [...bandsOf(compiled, computed.memory), ...ladders].filter(({ value, bands }) => {
    const look = [value, ...bands.map(({ range }) => range.text)].join();
    return !seen.has(look) && seen.add(look);
  });
}

/** Rules that decided something here, and rules of the scheme that did not. */
function Rules({ applied, idle, cite }: ReturnType<typeof rulesApplied> & { cite: CiteContext }) {
  const t = calculatorResultStrings(cite.lang);
  return (
    <dl class="rules-applied">
      <dt>{t.rulesApplied}</dt>
      <dd>{applied.length > 0 ? <Cite ids={applied} cite={cite} /> : t.none}</dd>
      <dt>{t.rulesIdle}</dt>
      <dd>{idle.length > 0 ? <Cite ids={idle} cite={cite} /> : t.none}</dd>
    </dl>
  );
}

/** Undefined where a gap decides, assumed where a reading of one does, else stated. */
function basisOf(cited: readonly string[], open: readonly string[]): string {
  if (open.length > 0) return 'basis-undefined';
  return cited.some((cite) => !cite.startsWith('R')) ? 'basis-assumed' : 'basis-stated';
}

function Sentences({ list, cite }: { list: ReturnType<typeof explain>; cite: CiteContext }) {
  return (
    <ol class="sentences">
      {list.map(({ step, text, cited, open }) => (
        <li key={step} class={basisOf(cited, open)} data-step={step}>
          {text} <Cite ids={cited} cite={cite} />
        </li>
      ))}
    </ol>
  );
}
