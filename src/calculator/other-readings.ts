import { calculatorStrings } from '../i18n/calculator.ts';
import { calculatorResultStrings } from '../i18n/calculator-result.ts';
import { fill } from '../i18n/language.ts';
import type { CompiledScheme } from '../scoring/compile.ts';
import { evaluate, type Result } from '../scoring/evaluate.ts';
import type { Given, Readings } from '../scoring/inputs.ts';
import type { Language, Words } from '../scoring/node.ts';
import { type Effect, effectOf } from '../scoring/outcome.ts';
import { Unknown } from '../scoring/value.ts';
import { wordsOf } from '../scoring/words.ts';
import { readingsOf } from './readings.ts';

/** Another reading of an assumption, and what the result would be by it. */
export type OtherReading = { reading: string; label: string; text: string };

/** What each other reading of an assumption would make of a result, and switching it off. One evaluation each. */
export function otherReadings(
  compiled: CompiledScheme,
  given: Given,
  readings: Readings,
  result: Result,
  name: string,
  lang: Language,
): OtherReading[] {
  const assumption = compiled.scheme.assumptions[name];
  if (!assumption) return [];
  const r = calculatorResultStrings(lang);
  const words = wordsOf(compiled, lang);
  const now = String(readings[name] ?? assumption.default);
  const others = readingsOf(assumption, lang).filter(({ reading }) => reading !== now);
  const off = { reading: 'off', label: calculatorStrings(lang).off };
  return [...others, off].map(({ reading, label }) => {
    const after = evaluate(compiled, given, { ...readings, [name]: reading });
    const effect = effectWords(effectOf(compiled, result, after), after, words);
    const text = reading === 'off' ? fill(r.withoutReading, { effect }) : fill(r.byReading, { reading: label, effect });
    return { reading, label, text };
  });
}

/** The outputs that are others, as they would be; consequences where no output is. */
function effectWords(effect: Effect | null, after: Result, words: Words): string {
  const r = calculatorResultStrings(words.language);
  if (!('outputs' in after)) {
    const lacking = after.kind === 'incomplete' ? after.missing : after.issues.map(({ input }) => input);
    return fill(r.noResult, { list: lacking.map((name) => words.label(name)).join(r.comma) });
  }
  if (!effect) return r.noEffect;
  const outputs = effect.outputs.map(({ output, after: value }) =>
    fill(r.now, {
      label: words.label(output),
      value: value instanceof Unknown ? r.notComputed : words.named(output, value),
    }),
  );
  const drawn = [
    ...effect.appear.map((id) => fill(r.appears, { text: words.label(id) })),
    ...effect.disappear.map((id) => fill(r.disappears, { text: words.label(id) })),
  ];
  return [...outputs, ...(outputs.length === 0 ? drawn : [])].join(r.clause);
}
