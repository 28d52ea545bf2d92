import type { Language } from '../scoring/node.ts';

/** What is needed to link a rule, gap or contradiction. */
export type CiteContext = {
  chapterAddress: string;
  gaps: Readonly<Record<string, { zh: string; en: string }>>;
  lang: Language;
};

/** Links to rules, gaps and contradictions of the chapter. */
export function Cite({ ids, cite }: { ids: readonly string[]; cite: CiteContext }) {
  return (
    <span class="cites">
      {ids.map((id) => (
        <a key={id} class="ref" href={`${cite.chapterAddress}#${id.toLowerCase()}`} title={cite.gaps[id]?.[cite.lang]}>
          {id}
        </a>
      ))}
    </span>
  );
}
