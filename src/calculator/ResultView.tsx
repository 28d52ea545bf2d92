import { useId } from 'preact/hooks';
import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import type { CompiledScheme } from '../scoring/compile.ts';
import type { Computed, OpenOutput, Result } from '../scoring/evaluate.ts';
import { explain } from '../scoring/explain.ts';
import { wordsOf } from '../scoring/words.ts';
import { BandRuler } from './BandRuler.tsx';
import { bandsOf } from './bands.ts';
import { Cite, type CiteContext } from './Cite.tsx';
import { headline } from './headline.ts';
import { Lazy } from './LazyPanel.tsx';
import type { Panel, PanelProps } from './panel.ts';

type Props = {
  compiled: CompiledScheme;
  result: Result;
  /** Nothing has been entered yet. */
  blank: boolean;
  panel: PanelProps;
  /** Put the named assumptions back to their defaults. */
  onTry: (assumptions: string[]) => void;
};

/** The outcome as one sentence, what follows from it, why, and what the source leaves open. */
export function ResultView({ compiled, result, blank, panel, onTry }: Props) {
  const { cite } = panel;
  const t = calculatorStrings(cite.lang);
  const id = useId();
  const computed = result.kind === 'scored' || result.kind === 'undefined' ? result : null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t.result}</h2>
      <output class="outcome" data-kind={result.kind}>
        {blank ? t.empty : headline(compiled, result, cite.lang)}
      </output>
      {result.kind === 'undefined' && <OpenOutputs compiled={compiled} open={result.open} cite={cite} onTry={onTry} />}
      {computed && <Details compiled={compiled} computed={computed} cite={cite} />}
      {computed && (
        <details class="trace" open>
          <summary>{t.whatIf}</summary>
          <Lazy load={loadWhatIf} {...panel} />
        </details>
      )}
    </section>
  );
}

const loadWhatIf: Panel['load'] = () => import('./WhatIf.tsx');

type OpenProps = { compiled: CompiledScheme; open: readonly OpenOutput[]; cite: CiteContext; onTry: Props['onTry'] };

/** Outputs that the source does not define, with the gap and a way on. */
function OpenOutputs({ compiled, open, cite, onTry }: OpenProps) {
  const { lang } = cite;
  const t = calculatorStrings(lang);
  const words = wordsOf(compiled, lang);
  const gaps = [...new Set(open.flatMap((output) => output.gaps))];
  const silent = compiled.assumptions.filter(([, a]) => [a.gap].flat().some((gap) => gaps.includes(gap)));
  return (
    <div class="open-outputs basis-undefined">
      <p>{fill(t.undefinedLead, { list: open.map(({ output }) => words.label(output)).join(t.comma) })}</p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>
            <Cite ids={[gap]} cite={cite} /> {cite.gaps[gap]?.[lang]}
          </li>
        ))}
      </ul>
      {silent.length > 0 && (
        <button type="button" class="button" onClick={() => onTry(silent.map(([name]) => name))}>
          {t.tryAssumption}
        </button>
      )}
    </div>
  );
}

function Details({ compiled, computed, cite }: { compiled: CompiledScheme; computed: Computed; cite: CiteContext }) {
  const { lang } = cite;
  const t = calculatorStrings(lang);
  const words = wordsOf(compiled, lang);
  const sentences = explain(compiled, computed, lang);
  const results = sentences.filter(({ output }) => output);
  const consequences = compiled.scheme.consequences.filter(({ id }) => computed.consequences.includes(id));
  return (
    <>
      {bandsOf(compiled, computed.memory).map((ruler) => (
        <BandRuler key={ruler.step} ruler={ruler} words={words} lang={lang} />
      ))}
      <h3>{t.consequences}</h3>
      {consequences.length === 0 ? (
        <p class="quiet">{t.noConsequence}</p>
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
          {fill(t.moreWith, { list: computed.missing.map((name) => words.label(name)).join(t.comma) })}
        </p>
      )}
      <details class="trace" open>
        <summary>{t.why}</summary>
        <Sentences list={results} cite={cite} />
      </details>
      <details class="trace">
        <summary>{t.allSteps}</summary>
        <Sentences list={sentences} cite={cite} />
      </details>
    </>
  );
}

/** Undefined where a gap decides, assumed where a reading of one does, else stated. */
function basisOf(cited: readonly string[], open: readonly string[]): string {
  if (open.length > 0) return 'basis-undefined';
  return cited.some((cite) => !cite.startsWith('R')) ? 'basis-assumed' : 'basis-stated';
}

type Listed = ReturnType<typeof explain>;

function Sentences({ list, cite }: { list: Listed; cite: CiteContext }) {
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
