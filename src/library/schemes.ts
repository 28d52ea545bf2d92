import { type Unit, unitWords } from '../lib/units.ts';
import { rulesOf } from './chapters.ts';
import type { ChapterEntry, Library, SchemeEntry } from './library.ts';
import { get } from './library.ts';
import { idsUnder, rulesNamedIn } from './links.ts';

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

/** What a scheme assumes; `forTable` where only a table of subjects needs it, or reads it in its own way. */
export function assumptionsOf({ data }: SchemeEntry): readonly { assumption: Assumption; forTable: boolean }[] {
  const listed = (assumptions: Scheme['assumptions'], forTable: boolean) =>
    Object.values(assumptions).map((assumption) => ({ assumption, forTable }));
  return [...listed(data.assumptions, false), ...listed(data.cohort?.assumptions ?? {}, true)];
}

/** Gaps and contradictions that a scheme names: those it reads by an assumption, and those it leaves undefined. */
export function openIdsOf({ data }: SchemeEntry): ReadonlySet<string> {
  const { examples, cohort, ...scheme } = data;
  const { examples: cohortExamples, ...table } = cohort ?? { examples: [] };
  return idsUnder([scheme, table], new Set(['gap', 'open', 'missing']));
}

/**
 * Numbers in the rules that a scheme computes with, its assumptions, the gaps and contradictions that it names, and
 * those among them that it leaves open.
 */
export function countScheme(library: Library, scheme: SchemeEntry) {
  return {
    stated: rulesOfScheme(library, scheme).reduce((sum, rule) => sum + rule.figures.length, 0),
    assumed: assumptionsOf(scheme).length,
    open: openIdsOf(scheme).size,
    leftOpen: scheme.data['left-open'].length,
    examples: scheme.data.examples.length,
  };
}

/** What outputs can be, in the order in which they are told. */
export const outcomeKinds = ['choice', 'yes-no', 'points', 'money', 'share', 'date', 'number', 'list'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** What a scheme decides: the kinds of its outputs, each once. */
export function decides({ id, data }: SchemeEntry): readonly OutcomeKind[] {
  const kinds = new Set(data.outputs.map((output) => outcomeKind(data, output, `content/schemes/${id}.yaml`)));
  return outcomeKinds.filter((kind) => kinds.has(kind));
}

const kindOfUnit: Partial<Record<Unit, OutcomeKind>> = {
  points: 'points',
  yuan: 'money',
  percent: 'share',
  fraction: 'share',
  date: 'date',
  month: 'date',
  time: 'date',
};

/** The kind of an output by what it gives in an example; `check` proves that examples say what the engine gives. */
function outcomeKind({ steps, examples }: Scheme, output: string, file: string): OutcomeKind {
  const step = steps[output];
  const value = examples.map(({ expect }) => expect[output]).find((told) => told !== undefined);
  if (value === undefined) throw new Error(`${file}: no example says what “${output}” gives; add one that does.`);
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'yes-no';
  if (step?.choices) return 'choice';
  return (step?.unit && kindOfUnit[step.unit]) ?? 'number';
}

/** A value as an example gives it: a number, yes/no, the id of a choice, or a list of them. */
type Told = SchemeExample['given'][string];

/** A value of an example as the reader says it: the name of the choice, 是/否, or the number with its unit. */
export function wordOf(
  scheme: Scheme,
  key: string,
  value: Told,
  lang: 'zh' | 'en',
  plain: { yes: string; no: string; none: string },
): string {
  const input = scheme.inputs[key];
  const step = scheme.steps[key];
  const unit: Unit | undefined = (input && 'unit' in input ? input.unit : undefined) ?? step?.unit;
  if (typeof value === 'boolean') return value ? plain.yes : plain.no;
  if (Array.isArray(value) && value.length === 0) return plain.none;
  const named = input && 'choice' in input ? input.choice : input && 'series' in input ? input.series : step?.choices;
  const words = [value].flat().map((entry) => named?.[String(entry)]?.[lang] ?? String(entry));
  const said = words.join(lang === 'zh' ? '、' : ', ');
  return named ? said : withUnit(said, unit, lang);
}

/** `39.5分`, `39.5 points`, `50%`. */
export function withUnit(value: string, unit: Unit | undefined, lang: 'zh' | 'en'): string {
  if (!unit) return value;
  const words: { zh: string; en: string; one?: string } = unitWords[unit];
  if (lang === 'zh' || !/^\p{L}/u.test(words.en)) return value + words[lang];
  return `${value} ${value === '1' ? (words.one ?? words.en) : words.en}`;
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
