import { fill } from '../../i18n/language.ts';
import { takeAwayStrings } from '../../i18n/take-away.ts';
import type { Language } from '../../scoring/node.ts';
import { PAGE_HEIGHT } from './print-sheet.ts';
import { QrCode } from './QrCode.tsx';
import { qrOf } from './qr.ts';
import type { Line, Section, Summary } from './summary.ts';

/** The most characters of a line on paper; a list of a thousand numbers is told by its beginning. */
const LONGEST = 240;

/** One A4 page: inputs, result, reasons, assumptions, source, date, and a code that reopens it. */
export function PageSheet({ summary, lang }: { summary: Summary; lang: Language }) {
  const t = takeAwayStrings(lang);
  return (
    <article class="page-sheet">
      <Code summary={summary} lang={lang} />
      <h1>{summary.title}</h1>
      <p class="sheet-facts">
        {summary.facts.map(({ label, value }) => (
          <span key={label}>
            {label}
            {t.colon}
            {value}
          </span>
        ))}
      </p>
      {summary.sections.map((section) => (
        <Part key={section.id} section={section} outputs={summary.outputSteps} lang={lang} />
      ))}
      <footer>
        {summary.link && summary.link.length <= LONGEST && (
          <p>
            {t.link}
            {t.colon}
            {summary.link}
          </p>
        )}
        {summary.resultString && (
          <p>
            {t.string}
            {t.colon}
            {summary.resultString}
          </p>
        )}
      </footer>
    </article>
  );
}

function Part({ section, outputs, lang }: { section: Section; outputs: ReadonlySet<number>; lang: Language }) {
  const t = takeAwayStrings(lang);
  const { id, heading, numbered, lines } = section;
  const List = numbered ? 'ol' : 'ul';
  return (
    <section data-part={id}>
      <h2>{heading}</h2>
      {numbered && <p class="left-out">{t.stepsLeftOut}</p>}
      <List>
        {lines.map((line, i) => (
          <li key={i} class={`basis-${line.basis}`} value={numbered ? i + 1 : undefined} data-result={outputs.has(i)}>
            {clipped(line.text, lang)} <Cites line={line} lang={lang} />
            {line.notes.map((note) => (
              <small key={note.text} class={`note-${note.kind}`}>
                {note.text}
              </small>
            ))}
          </li>
        ))}
      </List>
    </section>
  );
}

function Cites({ line: { cites }, lang }: { line: Line; lang: Language }) {
  return cites.length > 0 ? <span class="sheet-cites">{cites.join(lang === 'zh' ? '、' : ', ')}</span> : null;
}

/** The code of the link; where that is too long, of the result string. */
function Code({ summary: { link, resultString }, lang }: { summary: Summary; lang: Language }) {
  const t = takeAwayStrings(lang);
  const ofLink = link === null ? null : qrOf(link);
  const qr = ofLink ?? (resultString === null ? null : qrOf(resultString));
  if (!qr) return <p class="sheet-code">{t.qrNone}</p>;
  return (
    <div class="sheet-code">
      <QrCode qr={qr} label={ofLink ? t.qrLink : t.qrString} />
      <small>{ofLink ? t.qrScanLink : t.qrScanString}</small>
    </div>
  );
}

const clipped = (text: string, lang: Language): string =>
  text.length <= LONGEST
    ? text
    : fill(takeAwayStrings(lang).clipped, { text: text.slice(0, LONGEST), count: text.length });

/** What stands on the page and in which sizes (points), from the fullest to the closest. What is left out is styled. */
const fits: readonly (readonly [content: string, sizes: readonly number[]])[] = [
  ['all', [9.5, 9, 8.5]],
  ['no-reasons', [8.6, 8.2, 7.8]],
  ['results', [9, 8.6, 8.2, 7.8, 7.5]],
  ['least', [7.8, 7.5, 7.2, 6.8, 6.4]],
];

/**
 * Sets the sheet closer until it fits one page: smaller type; then without the reasons of assumptions; then only with
 * the steps that give results; at last without the texts of the gaps.
 */
export function fitPage(host: HTMLElement): void {
  const sheet = host.querySelector<HTMLElement>('.page-sheet');
  if (!sheet) return;
  for (const [content, sizes] of fits) {
    sheet.dataset['content'] = content;
    for (const size of sizes) {
      sheet.style.setProperty('--size', `${size}pt`);
      if (sheet.scrollHeight <= PAGE_HEIGHT - 4) return;
    }
  }
}
