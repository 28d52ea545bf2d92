import { useState } from 'preact/hooks';
import { calculatorStrings } from '../i18n/calculator.ts';
import { fill } from '../i18n/language.ts';
import type { ReliedOn } from '../scoring/evaluate.ts';
import type { PanelProps } from './panel.ts';
import { usePart } from './use-part.ts';

export type AssumptionsProps = PanelProps & { relied: readonly ReliedOn[] };

const load = () => import('./AssumptionFields.tsx');

/** Every assumption with its gap, its readings, its reason and its effect; loaded when first opened. */
export function Assumptions({ relied, ...panel }: AssumptionsProps) {
  const { compiled, state, result, cite } = panel;
  const t = calculatorStrings(cite.lang);
  const [opened, setOpened] = useState(false);
  const { part: Fields, failed } = usePart(opened ? load : undefined);
  const changed = Object.keys(state.readings).length;
  const all = compiled.assumptions.length;
  const isComputed = result.kind === 'scored' || result.kind === 'undefined';
  if (all === 0) return null;
  return (
    <details class="assumptions" onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>
        {t.assumptions}
        <span class="field-note">
          {fill(isComputed ? t.restsOnCount : t.readingsCount, { all, used: relied.length })}
          {changed > 0 && <span class="tag">{fill(t.changedCount, { n: changed })}</span>}
        </span>
      </summary>
      {opened &&
        (Fields ? (
          <Fields {...panel} relied={relied} />
        ) : (
          <p class="quiet">{failed ? t.panelFailed : t.panelLoading}</p>
        ))}
    </details>
  );
}
