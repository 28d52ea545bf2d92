/** What is wrong with a text, and how to mend it. */
export type Fault = { what: string; mend: string };

const han = '\\u3400-\\u9fff';
const refused: readonly (readonly [RegExp, Fault])[] = [
  [
    /\*\*|__/,
    {
      what: '`**` does not become bold beside Chinese punctuation',
      mend: 'take it out; a heading or a list carries emphasis better',
    },
  ],
  [
    new RegExp(`[${han}][,;:?!]|[,;:?!](?=[${han}])`),
    { what: 'half-width punctuation in Chinese text', mend: 'use ，；：？！' },
  ],
  [
    new RegExp(`[${han}]\\s*\\([^)]*[${han}][^)]*\\)`),
    { what: 'half-width brackets in Chinese text', mend: 'use （ ）' },
  ],
];

/** Half-width punctuation, emphasis and long quotes in a Chinese text without components. */
export function textFaults(text: string): Fault[] {
  const faults = refused.flatMap(([pattern, fault]) => (pattern.test(text) ? [fault] : []));
  for (const [, quote = ''] of text.matchAll(/「([^」]*)」/g)) {
    const length = [...quote].length;
    if (length > 40)
      faults.push({
        what: `a quote of ${length} characters`,
        mend: 'a quote has at most 40; shorten it, or tell it in own words',
      });
  }
  return faults;
}
