import { Converter } from 'opencc-js';
import type { Simplified } from '../lib/reading-tables.ts';

const han = /^\p{Script=Han}$/u;
/** Characters of questions, which the texts may lack. */
const asking = '么吗呢这个为问请谢谁没还';

/**
 * What stands in these texts for traditional characters: character by character, and by pairs of
 * characters where one is written differently only in some words.
 */
export function simplified(texts: string): Simplified {
  const written = new Set(texts + asking);
  const toSimplified = Converter({ from: 't', to: 'cn' });
  const single = new Map<string, string>();
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCodePoint(code);
    const simple = toSimplified(character);
    if (simple !== character && written.has(simple)) single.set(character, simple);
  }
  const pairs = new Map<string, string>();
  const lines = [...new Set(texts.match(/\p{Script=Han}{2,}/gu))];
  compare(lines, 'tw');
  // Hong Kong differs in single characters.
  compare(
    [...written].filter((character) => han.test(character)),
    'hk',
  );
  return { from: [...single.keys()].join(''), to: [...single.values()].join(''), pairs: [...pairs] };

  /** What does not come back character by character needs a line of its own. */
  function compare(all: readonly string[], to: 'tw' | 'hk'): void {
    const traditional = Converter({ from: 'cn', to })(all.join('\n')).split('\n');
    for (const [index, line] of all.entries()) compareLine([...line], [...(traditional[index] ?? '')]);
  }

  function compareLine(line: readonly string[], traditional: readonly string[]): void {
    if (traditional.length !== line.length) return;
    for (const [at, character] of traditional.entries()) {
      const meant = line[at] ?? '';
      if ((single.get(character) ?? character) === meant || single.has(meant)) continue;
      if (!written.has(character) && !single.has(character)) single.set(character, meant);
      else {
        const start = Math.max(0, at - 1);
        pairs.set(traditional.slice(start, start + 2).join(''), line.slice(start, start + 2).join(''));
      }
    }
  }
}
