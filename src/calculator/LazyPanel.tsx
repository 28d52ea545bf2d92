import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { calculatorStrings } from '../i18n/calculator.ts';
import type { Panel, PanelProps } from './panel.ts';

type Loaded = { kind: 'waiting' } | { kind: 'ready'; View: ComponentType<PanelProps> } | { kind: 'failed' };

/** A part that is loaded when it is first shown; says so where it cannot be loaded. */
export function Lazy({ load, ...props }: PanelProps & { load: Panel['load'] }) {
  const t = calculatorStrings(props.cite.lang);
  const [part, setPart] = useState<Loaded>({ kind: 'waiting' });
  useEffect(() => {
    let gone = false;
    load().then(
      ({ default: View }) => !gone && setPart({ kind: 'ready', View }),
      () => !gone && setPart({ kind: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [load]);
  if (part.kind === 'ready') return <part.View {...props} />;
  return <p class="quiet">{part.kind === 'failed' ? t.panelFailed : t.panelLoading}</p>;
}

/** A panel under the calculator, folded until the user opens it. */
export function LazyPanel({ panel, ...props }: PanelProps & { panel: Panel }) {
  const t = calculatorStrings(props.cite.lang);
  const [opened, setOpened] = useState(false);
  return (
    <details class="panel" data-panel={panel.id} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{t[panel.title]}</summary>
      {opened && <Lazy load={panel.load} {...props} />}
    </details>
  );
}
