import { useId } from 'preact/hooks';
import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import type { CompiledScheme } from '../scoring/compile.ts';
import type { Result } from '../scoring/evaluate.ts';
import { wordsOf } from '../scoring/words.ts';
import { FieldLinks } from './FieldLinks.tsx';
import { headline } from './headline.ts';
import type { PanelProps } from './panel.ts';
import { fetchPart, usePart } from './use-part.ts';
import { useSettled } from './use-settled.ts';

type Props = {
  compiled: CompiledScheme;
  result: Result;
  /** Nothing has been entered yet. */
  blank: boolean;
  panel: PanelProps;
};

const loadDetails = () => import('./ResultDetails.tsx');

/** Fetches what a result needs, as soon as somebody begins to fill in the form. */
export const fetchDetails = (): void => void fetchPart(loadDetails).catch(() => {});

/** Inputs that a result waits for: those to be mended, or those still needed. */
const asked = (result: Result): string[] =>
  result.kind === 'invalid'
    ? [...new Set(result.issues.map(({ input }) => input))]
    : result.kind === 'incomplete'
      ? [...new Set(result.missing)]
      : [];

/** The outcome as one sentence, and what is asked for; then the details, which are fetched while the form is filled in. */
export function ResultView({ compiled, result, blank, panel }: Props) {
  const { lang } = panel.cite;
  const t = calculatorStrings(lang);
  const id = useId();
  const isComputed = result.kind === 'scored' || result.kind === 'undefined';
  const details = usePart(isComputed ? loadDetails : undefined);
  const words = wordsOf(compiled, lang);
  const names = asked(result);
  const template = result.kind === 'invalid' ? t.invalid : blank ? t.empty : t.incomplete;
  const told =
    blank && result.kind === 'incomplete'
      ? fill(t.empty, { list: names.map(words.label).join(t.comma) })
      : headline(compiled, result, lang);
  return (
    <section aria-labelledby={id}>
      <button
        type="button"
        class="outcome-bar"
        tabIndex={-1}
        aria-hidden="true"
        onClick={({ currentTarget }) => currentTarget.nextElementSibling?.scrollIntoView()}
      >
        {told}
      </button>
      <h2 id={id}>{t.result}</h2>
      <p class="outcome" data-kind={result.kind}>
        {names.length === 0 ? told : <FieldLinks template={template} names={names} words={words} comma={t.comma} />}
      </p>
      <output class="visually-hidden">{useSettled(told) || null}</output>
      {isComputed &&
        (details.part ? (
          <details.part {...panel} />
        ) : (
          <p class="quiet">{details.failed ? t.panelFailed : t.panelLoading}</p>
        ))}
    </section>
  );
}
