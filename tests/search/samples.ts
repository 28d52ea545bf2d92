/** Numbers between 0 and 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const shortest = 2;
const longest = 8;

/** Substrings of 2 to 8 characters out of random pages, at random places. */
export function randomSubstrings(texts: readonly string[], count: number, random: () => number): string[] {
  const pick = (below: number): number => Math.floor(random() * below);
  return Array.from({ length: count }, () => {
    const text = texts[pick(texts.length)] ?? '';
    const length = shortest + pick(longest - shortest + 1);
    const start = pick(Math.max(1, text.length - length + 1));
    return text.slice(start, start + length);
  });
}

const han = /\p{Script=Han}/u;
const other = /[\p{N}\p{P}\p{S}]/u;

/**
 * Substrings that begin and end inside Chinese words and hold a digit or punctuation between, so that
 * neither the words of a dictionary nor runs of one script hold them whole.
 */
export function crossingSubstrings(texts: readonly string[], count: number, random: () => number): string[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  const pick = (below: number): number => Math.floor(random() * below);
  const samples: string[] = [];
  for (let tries = 0; samples.length < count && tries < 1000 * count; tries++) {
    const text = texts[pick(texts.length)] ?? '';
    const start = pick(text.length);
    const sample = text.slice(start, start + shortest + 1 + pick(longest - shortest));
    const mixed = han.test(sample.charAt(0)) && han.test(sample.slice(-1)) && other.test(sample);
    if (mixed && cutsWords(text, start, start + sample.length, words)) samples.push(sample);
  }
  return samples;
}

/** Neither end is the edge of a word of the dictionary. */
function cutsWords(text: string, start: number, end: number, words: Intl.Segmenter): boolean {
  const from = Math.max(0, start - 20);
  const near = words.segment(text.slice(from, end + 20));
  return [start, end].every((at) => near.containing(at - from)?.index !== at - from);
}
