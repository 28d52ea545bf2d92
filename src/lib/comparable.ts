/**
 * The form in which texts are compared: what a reader takes for the same is the same.
 * NFKC (full-width = half-width), lower case, one kind of quotation mark and hyphen; no white space,
 * no invisible characters. Full stops count only inside numbers and Latin words (`1.5`, `e.g`):
 * elsewhere they are dropped, because Pagefind writes one at the end of every heading.
 */
export function comparable(text: string): string {
  let result = '';
  forEachCounted(text, (same) => {
    result += same;
  });
  return result;
}

/** A comparable text, and for each of its UTF-16 units where the original character begins and ends. */
export type ComparableText = {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
};

export function comparableWithMap(original: string): ComparableText {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  forEachCounted(original, (same, start, end) => {
    text += same;
    for (let unit = 0; unit < same.length; unit++) {
      from.push(start);
      to.push(end);
    }
  });
  return { text, from, to };
}

function forEachCounted(original: string, use: (same: string, start: number, end: number) => void): void {
  let start = 0;
  let before = '';
  for (const character of original) {
    const end = start + character.length;
    if (plain.test(character)) use(character, start, end);
    else if (character === '.') {
      if (word.test(before) && word.test(original[end] ?? '')) use(character, start, end);
    } else if (!ignored.test(character)) use(fold(character), start, end);
    before = character;
    start = end;
  }
}

/** White space, control and format characters, variation selectors. */
const ignored = /[\s\p{Cc}\p{Cf}]|\p{Variation_Selector}/u;
const word = /[0-9A-Za-z]/;
const plain = /[a-z0-9\u4e00-\u9fff]/;

const alike: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '−': '-',
  '⁄': '/',
  '•': '·',
  '・': '·',
  '‧': '·',
};

function fold(character: string): string {
  const folded = character.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  return alike[folded] ?? folded.replace('⁄', '/');
}

/** A comparable text without punctuation: the key under which names and ids are looked up. */
export function nameKey(text: string): string {
  return comparable(text).replace(/[^\p{L}\p{N}%+]/gu, '');
}
