import { useEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/language.ts';
import { takeAwayStrings } from '../../i18n/take-away.ts';
import type { Language } from '../../scoring/node.ts';
import { chartsIn, pngFile, svgFile } from './chart-export.ts';
import { download, textFile } from './download.ts';

/** Every chart that the calculator shows, to be kept as SVG or PNG. */
export function Charts({ scheme, lang }: { scheme: string; lang: Language }) {
  const t = takeAwayStrings(lang);
  const list = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const calculator = list.current?.closest('.calculator');
    if (!calculator) return;
    let frame = 0;
    const look = (): void => {
      const found = chartsIn(calculator).map(({ label }) => label);
      setLabels((now) => (now.join('\n') === found.join('\n') ? now : found));
    };
    const lookSoon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    const watch = new MutationObserver(lookSoon);
    watch.observe(calculator, { childList: true, subtree: true, attributeFilter: ['aria-label', 'open', 'hidden'] });
    look();
    return () => {
      watch.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);

  const save = async (place: number, kind: 'svg' | 'png'): Promise<void> => {
    const calculator = list.current?.closest('.calculator');
    const chart = calculator ? chartsIn(calculator)[place] : undefined;
    if (!chart) return;
    const file = `${scheme}-${place + 1}.${kind}`;
    try {
      const content = kind === 'svg' ? textFile(svgFile(chart.svg).text, 'image/svg+xml') : await pngFile(chart.svg);
      download(file, content);
      setSaid(fill(t.downloaded, { file }));
    } catch {
      setSaid(t.chartFailed);
    }
  };

  return (
    <div ref={list}>
      <p class="field-hint">{labels.length === 0 ? t.chartsNone : t.chartsLead}</p>
      {labels.length > 0 && (
        <ul class="chart-list">
          {labels.map((label, i) => (
            <li key={`${i} ${label}`}>
              <span>{label}</span>
              <span class="button-row">
                {(['svg', 'png'] as const).map((kind) => (
                  <button
                    key={kind}
                    type="button"
                    class="button"
                    aria-label={fill(t.chartFile, { kind: kind.toUpperCase(), label })}
                    onClick={() => void save(i, kind)}
                  >
                    {kind.toUpperCase()}
                  </button>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
      <output class="field-hint">{said}</output>
    </div>
  );
}
