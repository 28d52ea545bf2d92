import type { Unit } from '../lib/units.ts';
import { rulesOf } from './chapters.ts';
import type { ChapterEntry, Library, SchemeEntry } from './library.ts';
import { get } from './library.ts';
import { rulesNamedIn } from './links.ts';

export type Scheme = SchemeEntry['data'];
export type Assumption = Scheme['assumptions'][string];
export type SchemeExample = Scheme['examples'][number];

/** The chapter whose rules a scheme computes with. */
export function chapterOfScheme(library: Library, scheme: SchemeEntry): ChapterEntry {
  return get(library.chapters, scheme.data.case, `content/schemes/${scheme.id}.yaml`);
}

/** Rules that a scheme names, in the order of the chapter. */
export function rulesOfScheme(library: Library, scheme: SchemeEntry) {
  const named = rulesNamedIn(scheme.data);
  return rulesOf(chapterOfScheme(library, scheme)).filter((rule) => named.has(rule.id));
}

/** Numbers that the source states, readings that are assumed, outcomes that stay open. */
export function countScheme(library: Library, scheme: SchemeEntry) {
  return {
    stated: rulesOfScheme(library, scheme).reduce((sum, rule) => sum + rule.figures.length, 0),
    assumed: Object.keys(scheme.data.assumptions).length,
    open: scheme.data['left-open'].length,
    examples: scheme.data.examples.length,
  };
}

/** A value as an example gives it: a number, yes/no, the id of a choice, or a list of them. */
type Told = SchemeExample['given'][string];

/** A value of an example as the reader says it: the name of the choice, 是/否, or the number. */
export function wordOf(
  scheme: Scheme,
  key: string,
  value: Told,
  lang: 'zh' | 'en',
  yesNo: { yes: string; no: string },
): { value: string; unit: Unit | undefined } {
  const input = scheme.inputs[key];
  const step = scheme.steps[key];
  const unit: Unit | undefined = (input && 'unit' in input ? input.unit : undefined) ?? step?.unit;
  if (typeof value === 'boolean') return { value: value ? yesNo.yes : yesNo.no, unit: undefined };
  const named = input && 'choice' in input ? input.choice : input && 'series' in input ? input.series : step?.choices;
  const words = [value].flat().map((entry) => named?.[String(entry)]?.[lang] ?? String(entry));
  return { value: words.join(lang === 'zh' ? '、' : ', '), unit: named ? undefined : unit };
}

/** The label of an input or a step, or the text of a consequence. */
export function labelOf(scheme: Scheme, key: string, lang: 'zh' | 'en'): string {
  const label =
    scheme.inputs[key]?.label ??
    scheme.steps[key]?.label ??
    scheme.consequences.find((consequence) => consequence.id === key)?.text;
  if (!label) {
    throw new Error(
      `scheme “${scheme.title.zh}”: an example names “${key}”, which is no input, no step and no consequence`,
    );
  }
  return label[lang];
}
