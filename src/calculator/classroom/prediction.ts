/** Predictions of outputs, as text from a form, and how they compare with the result. */
import { classroomStrings } from '../../i18n/classroom.ts';
import type { Unit } from '../../lib/units.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import type { Result } from '../../scoring/evaluate.ts';
import { explain } from '../../scoring/explain.ts';
import type { Language } from '../../scoring/node.ts';
import { readNumber } from '../../scoring/number.ts';
import { readerOf } from '../../scoring/read-value.ts';
import { isKnown, isList, same, Undefined, Unknown, type Value } from '../../scoring/value.ts';
import { wordsOf } from '../../scoring/words.ts';
import { plainText } from '../state.ts';

/** Predicted: the source does not say. No id and no number looks like it. */
export const OPEN = '?';
/** Predicted: there is no such thing, or the list is empty. */
export const NONE = '-';

export type Option = { id: string; label: string };

/** How an output is predicted. */
export type Field =
  | { kind: 'answer' | 'one' | 'several'; options: readonly Option[] }
  | { kind: 'date' | 'month' | 'time' }
  | { kind: 'number'; unit: Unit | undefined }
  | { kind: 'list' };

export function fieldOf(compiled: CompiledScheme, output: string, lang: Language): Field {
  const t = classroomStrings(lang);
  const type = compiled.steps.find(({ id }) => id === output)?.node.type;
  const step = compiled.scheme.steps[output];
  const options = Object.entries(step?.choices ?? {}).map(([id, label]) => ({ id, label: label[lang] }));
  const unit = step?.unit;
  if (type === 'yes-no') {
    const answers = [
      { id: 'yes', label: t.yes },
      { id: 'no', label: t.no },
    ];
    return { kind: 'answer', options: answers };
  }
  if (options.length > 0) return { kind: type === 'series' ? 'several' : 'one', options };
  if (type === 'list') return { kind: 'list' };
  return unit === 'date' || unit === 'month' || unit === 'time' ? { kind: unit } : { kind: 'number', unit };
}

const label = { zh: '', en: '' };

/** The value that a prediction means; `null` where it cannot be read. */
export function readPrediction(field: Field, typed: string): Value | null {
  const text = plainText(typed);
  if (text === OPEN) return new Undefined([]);
  if (text === NONE || (field.kind === 'list' && /^(无|没有|none)$/i.test(text))) return new Unknown([]);
  if (field.kind === 'answer') return readerOf({ label, 'yes-no': true })(text);
  if (field.kind === 'one') return field.options.some(({ id }) => id === text) ? text : null;
  if (field.kind === 'several') {
    const series = Object.fromEntries(field.options.map(({ id }) => [id, label]));
    return readerOf({ label, series })(text);
  }
  if (field.kind === 'list') return readerOf({ label, list: '(-∞, ∞)', whole: false })(text);
  if (field.kind === 'number') return readNumber(field.unit === 'percent' && !text.endsWith('%') ? `${text}%` : text);
  const dates = { date: { label, date: true }, month: { label, month: true }, time: { label, time: true } } as const;
  return readerOf(dates[field.kind])(text);
}

export type Judged = {
  output: string;
  label: string;
  predicted: string;
  actual: string;
  /** `none`: the inputs do not give this output, so that nobody can be right. */
  verdict: 'right' | 'wrong' | 'none';
  /** Why the output is what it is, and by which rules. */
  because: { text: string; cites: readonly string[] } | null;
};

/** Predictions beside the result. A prediction that cannot be read is wrong; the form does not let it through. */
export function judge(
  compiled: CompiledScheme,
  predictions: Readonly<Record<string, string>>,
  result: Extract<Result, { memory: unknown }>,
  lang: Language,
): Judged[] {
  const t = classroomStrings(lang);
  const words = wordsOf(compiled, lang);
  const sentences = explain(compiled, result, lang);
  const open = result.kind === 'undefined' ? result.open.map(({ output }) => output) : [];
  return Object.entries(predictions).map(([output, typed]) => {
    const field = fieldOf(compiled, output, lang);
    const none = field.kind === 'list' || field.kind === 'several' ? t.noneOfMany : t.none;
    const value = readPrediction(field, typed);
    const inMemory = result.memory[compiled.slots.get(output) as number] as Value;
    const actual = result.outputs.get(output) ?? (open.includes(output) ? new Undefined([]) : inMemory);
    const tell = (it: Value): string =>
      isKnown(it) ? words.named(output, it) : it instanceof Undefined ? t.notDefined : none;
    const sentence = sentences.find(({ step }) => step === output);
    const isLacking = result.skipped.has(output) || (actual instanceof Unknown && actual.inputs.length > 0);
    return {
      output,
      label: words.label(output),
      predicted: value === null ? typed : tell(value),
      actual: isLacking ? t.notComputed : tell(actual),
      verdict: isLacking ? 'none' : value !== null && agrees(value, actual) ? 'right' : 'wrong',
      because: sentence ? { text: sentence.text, cites: sentence.cited } : null,
    };
  });
}

function agrees(predicted: Value, actual: Value): boolean {
  if (predicted instanceof Undefined) return actual instanceof Undefined;
  if (predicted instanceof Unknown) return actual instanceof Unknown || (isList(actual) && actual.length === 0);
  if (!isKnown(actual)) return false;
  if (isList(predicted) && isList(actual)) {
    const others = actual;
    return predicted.length === others.length && predicted.every((entry) => others.some((it) => same(entry, it)));
  }
  return same(predicted, actual);
}
