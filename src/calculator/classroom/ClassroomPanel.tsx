import { useRef, useState } from 'preact/hooks';
import { classroomStrings } from '../../i18n/classroom.ts';
import { fill } from '../../i18n/language.ts';
import { applicableInputs } from '../../scoring/inputs.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { PanelProps } from '../panel.ts';
import { formatState } from '../state.ts';
import { CopyField } from '../take-away/CopyField.tsx';
import { QrCode } from '../take-away/QrCode.tsx';
import { qrOf } from '../take-away/qr.ts';
import { enterFull } from './full-screen.ts';
import { PresetTable } from './PresetTable.tsx';
import { type Preset, withPreset } from './preset.ts';
import { WorksheetMaker } from './WorksheetMaker.tsx';

const open: Preset = { lock: [], hide: [], ask: [], readings: 'open', big: false, strange: [] };

/** For the trainer: a link that fixes and hides inputs and has results predicted first; worksheets to print. */
export default function ClassroomPanel(panel: PanelProps) {
  const { compiled, state, given, cite } = panel;
  const { lang } = cite;
  const t = classroomStrings(lang);
  const words = wordsOf(compiled, lang);
  const [preset, setPreset] = useState(open);
  const here = useRef<HTMLDivElement>(null);

  const applies = applicableInputs(compiled, given, state.readings);
  const blank = [...new Set([...preset.lock, ...preset.hide])].filter(
    (name) => applies.has(name) && given[name] === undefined && compiled.scheme.inputs[name]?.absent === undefined,
  );
  const isEmpty = withPreset('', preset) === '';
  const fragment = withPreset(formatState(compiled, state), preset);
  const url = new URL(location.href);
  url.hash = fragment;
  const qr = qrOf(url.href);
  const start = async (full: boolean): Promise<void> => {
    const calculator = here.current?.closest('.calculator');
    if (full && calculator) await enterFull(calculator);
    location.hash = withPreset(formatState(compiled, state), full ? { ...preset, big: true } : preset);
    calculator?.scrollIntoView();
  };

  return (
    <div class="classroom" ref={here}>
      <p class="field-hint">{t.lead}</p>
      <PresetTable {...panel} applies={applies} preset={preset} onPreset={setPreset} />
      {blank.length > 0 && (
        <p class="field-error">{fill(t.blankFixed, { list: blank.map((name) => words.label(name)).join(t.comma) })}</p>
      )}
      {preset.hide.length > 0 && <p class="field-hint">{t.notSecret}</p>}
      <section class="classroom-link">
        <div>
          <h3>{t.link}</h3>
          <CopyField label={t.link} text={url.href} lang={lang} />
          <div class="button-row">
            <button type="button" class="button" disabled={isEmpty} onClick={() => void start(false)}>
              {t.start}
            </button>
            <button type="button" class="button" onClick={() => void start(true)}>
              {t.startFull}
            </button>
          </div>
        </div>
        {qr ? <QrCode qr={qr} label={t.qr} /> : <p class="field-hint">{t.qrNone}</p>}
      </section>
      <section>
        <h3>{t.sheet}</h3>
        <WorksheetMaker {...panel} />
      </section>
    </div>
  );
}
