import { useId, useState } from 'preact/hooks';
import { fill } from '../../i18n/language.ts';
import { takeAwayStrings } from '../../i18n/take-away.ts';
import { formatResult } from '../../scoring/result-string.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { PanelProps } from '../panel.ts';
import { Charts } from './Charts.tsx';
import { CopyField } from './CopyField.tsx';
import { dayOf, download, textFile } from './download.ts';
import { linkOf } from './link.ts';
import { fitPage, PageSheet } from './PageSheet.tsx';
import { printSheet } from './print-sheet.ts';
import { ResultString } from './ResultString.tsx';
import { type Summary, summaryOf } from './summary.ts';
import { markdownSummary, plainSummary } from './summary-text.ts';

/** What leaves the page: the link, the result string, the summary, one printed page, the charts. */
export default function TakeAwayPanel(panel: PanelProps) {
  const { compiled, state, cite } = panel;
  const { lang } = cite;
  const t = takeAwayStrings(lang);
  const words = wordsOf(compiled, lang);
  const link = linkOf(compiled, state, location.href);
  const chapterUrl = new URL(cite.chapterAddress, location.href).href;
  const summary = summarise(panel, link.kind === 'link' ? link.url : null, chapterUrl);
  return (
    <div class="take-away">
      <section>
        <h3>{t.link}</h3>
        <p class="field-hint">{t.linkLead}</p>
        {link.kind === 'link' ? (
          <CopyField label={t.link} text={link.url} lang={lang} />
        ) : (
          <p class="field-error">
            {fill(t.linkCannot, { list: link.names.map((name) => words.label(name)).join(t.comma) })}
          </p>
        )}
      </section>
      <section>
        <h3>{t.string}</h3>
        <p class="field-hint">{t.stringLead}</p>
        <ResultString {...panel} />
      </section>
      <section>
        <h3>{t.page}</h3>
        <p class="field-hint">{t.pageLead}</p>
        <button
          type="button"
          class="button"
          onClick={() =>
            printSheet(<PageSheet summary={summary} lang={lang} />, document.documentElement.lang, fitPage)
          }
        >
          {t.print}
        </button>
      </section>
      <section>
        <h3>{t.charts}</h3>
        <Charts scheme={compiled.scheme.id} lang={lang} />
      </section>
      <section class="take-away-text">
        <h3>{t.text}</h3>
        <SummaryText summary={summary} chapterUrl={chapterUrl} scheme={compiled.scheme.id} lang={lang} />
      </section>
    </div>
  );
}

function summarise(
  { compiled, state, given, result, cite, titles }: PanelProps,
  link: string | null,
  chapterUrl: string,
) {
  const written = formatResult(compiled, given, state.readings);
  return summaryOf({
    compiled,
    given,
    readings: state.readings,
    result,
    gaps: cite.gaps,
    titles: titles ?? [],
    chapterUrl,
    link,
    resultString: written.kind === 'written' ? written.text : null,
    date: dayOf(new Date()),
    lang: cite.lang,
  });
}

type TextProps = { summary: Summary; chapterUrl: string; scheme: string; lang: PanelProps['cite']['lang'] };

/** The summary as plain text or Markdown, to copy or to keep as a file. */
function SummaryText({ summary, chapterUrl, scheme, lang }: TextProps) {
  const t = takeAwayStrings(lang);
  const name = useId();
  const [kind, setKind] = useState<'txt' | 'md'>('txt');
  const [said, setSaid] = useState('');
  const text = kind === 'txt' ? plainSummary(summary, lang) : markdownSummary(summary, chapterUrl, lang);
  const file = `${scheme}.${kind}`;
  return (
    <>
      <fieldset class="text-kind">
        <legend>{t.textKind}</legend>
        {(['txt', 'md'] as const).map((it) => (
          <label key={it} class="field-option">
            <input type="radio" name={name} checked={kind === it} onChange={() => setKind(it)} />
            {it === 'txt' ? t.plain : t.markdown}
          </label>
        ))}
      </fieldset>
      <CopyField label={t.text} text={text} rows={14} lang={lang} />
      <button
        type="button"
        class="button"
        onClick={() => {
          download(file, textFile(text, kind === 'txt' ? 'text/plain' : 'text/markdown'));
          setSaid(fill(t.downloaded, { file }));
        }}
      >
        {fill(t.download, { file })}
      </button>
      <output class="field-hint">{said}</output>
    </>
  );
}
