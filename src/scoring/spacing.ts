/** Han characters and the punctuation that goes with them. */
const HAN_END = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]$/u;
const HAN_START = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]/u;

/** Joins parts of a Chinese sentence: a space stands between two parts only where a number or Latin meets the other. */
export const spaced = (...parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .reduce((told, part) => (HAN_END.test(told) && HAN_START.test(part) ? told + part : `${told} ${part}`));
