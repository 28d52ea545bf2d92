/** Worked examples of a scheme as tasks with answers, in words. */
import { calculatorStrings } from '../../i18n/calculator.ts';
import { classroomStrings } from '../../i18n/classroom.ts';
import type { Example } from '../../schema/scheme.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import { evaluate } from '../../scoring/evaluate.ts';
import { explain } from '../../scoring/explain.ts';
import { readInputs } from '../../scoring/inputs.ts';
import type { Language } from '../../scoring/node.ts';
import { isKnown, type Value } from '../../scoring/value.ts';
import { wordsOf } from '../../scoring/words.ts';
import { headline } from '../headline.ts';
import { valueWords } from '../take-away/summary.ts';

export type Fact = { label: string; value: string };

export type Task = {
  name: string;
  given: readonly Fact[];
  /** Readings that the example sets apart from the defaults. */
  readings: readonly Fact[];
  /** Labels of the outputs to find. */
  find: readonly string[];
  /** The example states what follows, beside its outputs. */
  asksConsequences: boolean;
  answer: string;
  consequences: readonly string[];
  /** Written by hand, in Chinese. */
  byHand: string;
  /** Rules, gaps and contradictions that the outputs and consequences rest on. */
  cites: readonly string[];
};

export function taskOf(compiled: CompiledScheme, example: Example, lang: Language): Task {
  const words = wordsOf(compiled, lang);
  const { memory } = readInputs(compiled, example.given, example.assume);
  const valueAt = (name: string): Value => memory[compiled.slots.get(name) as number] as Value;
  const result = evaluate(compiled, example.given, example.assume);
  const computed = 'memory' in result ? result : null;
  const asked = new Set([...Object.keys(example.expect), ...Object.keys(example.open)]);
  const find = compiled.outputs.map(({ id }) => id).filter((id) => asked.has(id));
  const all = find.length > 0 ? find : compiled.outputs.map(({ id }) => id);
  const sentences = computed ? explain(compiled, computed, lang).filter(({ step }) => all.includes(step)) : [];
  const drawn = compiled.scheme.consequences.filter(({ id }) => computed?.consequences.includes(id));
  const cites = [...sentences.flatMap(({ cited }) => cited), ...drawn.flatMap(({ rule }) => [rule].flat())];
  return {
    name: example.name[lang],
    given: compiled.inputs
      .filter(([name]) => example.given[name] !== undefined)
      .map(([name, input]) => ({ label: input.label[lang], value: valueWords(words, name, input, valueAt(name)) })),
    readings: compiled.assumptions
      .filter(([name]) => example.assume[name] !== undefined)
      .map(([name, { label }]) => {
        const value = valueAt(name);
        return { label: label[lang], value: isKnown(value) ? words.named(name, value) : calculatorStrings(lang).off };
      }),
    find: all.map((name) => words.label(name)),
    asksConsequences: compiled.scheme.consequences.length > 0 && result.kind !== 'incomplete',
    answer: headline(compiled, result, lang),
    consequences: drawn.map(({ text }) => text[lang]),
    byHand: example['by-hand'],
    cites: sorted([...new Set(cites)]),
  };
}

/** Rules first, then gaps and contradictions, each by its number. */
const sorted = (ids: readonly string[]): string[] => {
  const rank = (id: string): number => 'RGC'.indexOf(id.charAt(0)) * 10_000 + Number(id.slice(1));
  return [...ids].sort((a, b) => rank(a) - rank(b));
};

/** Examples that can be a task: those that give something to start from. */
export const tasksIn = (compiled: CompiledScheme): Example[] =>
  compiled.scheme.examples.filter(({ given }) => Object.keys(given).length > 0);

/** What stands at the head of both sheets. */
export const sheetTitle = (compiled: CompiledScheme, withAnswers: boolean, lang: Language): string => {
  const t = classroomStrings(lang);
  return `${compiled.scheme.title[lang]} · ${withAnswers ? t.answers : t.tasks}`;
};
