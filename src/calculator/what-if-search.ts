import { findingSentence, pathSentence } from '../scoring/change-words.ts';
import type { CompiledScheme } from '../scoring/compile.ts';
import { evaluate } from '../scoring/evaluate.ts';
import type { Given, Readings } from '../scoring/inputs.ts';
import { type Move, moved } from '../scoring/moves.ts';
import type { Language } from '../scoring/node.ts';
import { pathToBetter } from '../scoring/path-to-better.ts';
import { changesOf, type Finding } from '../scoring/what-if.ts';
import { wordsOf } from '../scoring/words.ts';

/** A change that can be adopted: what it is called, and the text that goes into the field. */
export type Adopt = { input: string; label: string; value: string; typed: string };

/** What the search has found, as words, so that it can come from a worker. */
export type Found =
  | {
      part: 'better';
      text: string;
      moves: readonly Adopt[];
      together: Readonly<Record<string, string>>;
      proven: boolean;
    }
  | { part: 'change'; input: string; text: string; fixed: boolean; adopt: Adopt }
  | { part: 'unchanging'; input: string; text: string }
  | { part: 'end'; basis: boolean };

export type Question = { given: Given; readings: Readings; lang: Language };

/** Looks for what would change a result, in slices: the way to a better one, then one input after the other. */
export function* search(compiled: CompiledScheme, { given, readings, lang }: Question): Generator<Found> {
  const result = evaluate(compiled, given, readings);
  const changes = changesOf(compiled, given, readings);
  if (!changes || !('memory' in result)) return yield { part: 'end', basis: false };
  const words = wordsOf(compiled, lang);
  const adopt = (move: Move): Adopt => {
    const after = moved(compiled, given, result.memory, [move])[move.input];
    const label = words.label(move.input);
    return {
      input: move.input,
      label: move.entry === null ? label : `${label} ${move.entry + 1}`,
      value: words.named(move.input, move.to),
      typed: asTyped(after),
    };
  };

  const path = pathToBetter(compiled, given, readings);
  const found = path.what === 'found';
  const moves = found ? path.moves : [];
  yield {
    part: 'better',
    text: pathSentence(compiled, path, lang),
    moves: moves.map(adopt),
    together: Object.fromEntries(found ? moves.map(({ input }) => [input, asTyped(path.given[input])]) : []),
    proven: !found || path.proven,
  };
  for (const [input, { fixed }] of compiled.inputs) {
    for (const finding of changes(input)) {
      const text = findingSentence(compiled, finding, lang);
      yield isChange(finding)
        ? { part: 'change', input, text, fixed: fixed === true, adopt: adopt(finding) }
        : { part: 'unchanging', input, text };
    }
  }
  yield { part: 'end', basis: true };
}

const isChange = (finding: Finding): finding is Finding & { what: 'change' } => finding.what === 'change';

/** A value as it stands in a field. */
function asTyped(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** Runs a search slice by slice, and stops where nobody waits for it any more. */
export function runSearch(
  compiled: CompiledScheme,
  question: Question,
  isWanted: () => boolean,
  tell: (found: Found) => void,
): void {
  const slices = search(compiled, question);
  const next = (): void => {
    if (!isWanted()) return;
    const slice = slices.next();
    if (slice.done) return;
    tell(slice.value);
    setTimeout(next);
  };
  next();
}
