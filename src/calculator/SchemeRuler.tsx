import type { IdentifiedScheme } from '../scoring/compile.ts';
import { compile } from '../scoring/compile-any.ts';
import type { Language } from '../scoring/node.ts';
import { wordsOf } from '../scoring/words.ts';
import { BandRuler } from './BandRuler.tsx';
import { bandsOf } from './bands.ts';

/** The first ruler of a scheme, before anything is entered; for a page that shows it without the calculator. */
export function SchemeRuler({ scheme, lang }: { scheme: IdentifiedScheme; lang: Language }) {
  const compiled = compile(scheme);
  const [ruler] = bandsOf(compiled, []);
  return ruler ? <BandRuler ruler={ruler} words={wordsOf(compiled, lang)} lang={lang} /> : null;
}
