/** What a calculation says, in words, for text, Markdown and the printed page. Clock and address are parameters. */
import { calculatorStrings } from '../../i18n/calculator.ts';
import { fill } from '../../i18n/language.ts';
import { takeAwayStrings } from '../../i18n/take-away.ts';
import { unitWords } from '../../lib/units.ts';
import type { Input } from '../../schema/scheme.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import { type Result, reliedOn } from '../../scoring/evaluate.ts';
import { explain } from '../../scoring/explain.ts';
import { applicableInputs, readInputs } from '../../scoring/inputs.ts';
import type { Language, Words } from '../../scoring/node.ts';
import { isKnown, type Value } from '../../scoring/value.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { CiteContext } from '../Cite.tsx';
import { headline } from '../headline.ts';

export type SummarySource = {
  compiled: CompiledScheme;
  given: Readonly<Record<string, unknown>>;
  readings: Readonly<Record<string, string>>;
  result: Result;
  gaps: CiteContext['gaps'];
  /** Titles of the case and the chapter, where they are known; else the id of the case stands. */
  titles: readonly string[];
  /** Absolute address of the chapter. */
  chapterUrl: string;
  /** Absolute address that reopens the state; `null` where no link can hold it. */
  link: string | null;
  resultString: string | null;
  /** `2026-05-01` */
  date: string;
  lang: Language;
};

/** How a sentence is known: the source says it, an assumption does, or nobody does. */
export type Basis = 'stated' | 'assumed' | 'undefined';

export type Line = {
  text: string;
  /** Rules (`R16`), gaps and contradictions. */
  cites: readonly string[];
  basis: Basis;
  /** Further lines that belong to it: what a gap says, why a reading was chosen. */
  notes: readonly Note[];
};

export type Note = { kind: 'gap' | 'reason'; text: string };

export type Section = {
  id: 'inputs' | 'result' | 'open' | 'consequences' | 'why' | 'assumptions' | 'source';
  heading: string;
  numbered: boolean;
  lines: readonly Line[];
};

export type Summary = {
  title: string;
  /** Subject, edition, date. */
  facts: readonly { label: string; value: string }[];
  sections: readonly Section[];
  /** Steps that give outputs: their places among the lines of `why`. */
  outputSteps: ReadonlySet<number>;
  link: string | null;
  resultString: string | null;
};

const line = (
  text: string,
  cites: readonly string[] = [],
  basis: Basis = 'stated',
  notes: readonly Note[] = [],
): Line => ({
  text,
  cites,
  basis,
  notes,
});

export function summaryOf(from: SummarySource): Summary {
  const { compiled, result, lang } = from;
  const { scheme } = compiled;
  const t = takeAwayStrings(lang);
  const trace = 'memory' in result ? explain(compiled, result, lang) : [];
  const sections: Section[] = [
    { id: 'inputs', heading: t.inputs, numbered: false, lines: inputLines(from) },
    { id: 'result', heading: t.result, numbered: false, lines: resultLines(from) },
    { id: 'open', heading: t.notDefined, numbered: false, lines: openLines(from) },
    { id: 'consequences', heading: t.consequences, numbered: false, lines: consequenceLines(from) },
    {
      id: 'why',
      heading: t.why,
      numbered: true,
      lines: trace.map(({ text, cited, open }) => line(text, cited, basisOf(cited, open))),
    },
    { id: 'assumptions', heading: t.assumptions, numbered: false, lines: assumptionLines(from) },
    { id: 'source', heading: t.source, numbered: false, lines: sourceLines(from) },
  ];
  return {
    title: scheme.title[lang],
    facts: [
      { label: t.subject, value: scheme.subject[lang] },
      { label: t.edition, value: scheme.edition },
      { label: t.date, value: from.date },
    ],
    sections: sections.filter(({ lines }) => lines.length > 0),
    outputSteps: new Set(trace.flatMap(({ output }, i) => (output ? [i] : []))),
    link: from.link,
    resultString: from.resultString,
  };
}

/** Undefined where a gap decides, assumed where a reading of one does, else stated. */
const basisOf = (cited: readonly string[], open: readonly string[]): Basis =>
  open.length > 0 ? 'undefined' : cited.some((id) => !id.startsWith('R')) ? 'assumed' : 'stated';

/** The inputs that apply, with their values and units. */
function inputLines({ compiled, given, readings, result, lang }: SummarySource): Line[] {
  const t = takeAwayStrings(lang);
  const words = wordsOf(compiled, lang);
  const applies = applicableInputs(compiled, given, readings);
  const { memory } = readInputs(compiled, given, readings);
  const issues = result.kind === 'invalid' ? result.issues : [];
  return compiled.inputs
    .filter(([name]) => applies.has(name))
    .map(([name, input]) => {
      const issue = issues.find((it) => it.input === name && given[name] !== undefined);
      const value = memory[compiled.slots.get(name) as number] as Value;
      const told = issue
        ? fill(t.wrong, { value: String(given[name]), allowed: issue.allowed[lang] })
        : given[name] !== undefined
          ? valueWords(words, name, input, value)
          : isKnown(value)
            ? fill(t.blankAs, { value: valueWords(words, name, input, value) })
            : t.blank;
      return line(`${input.label[lang]}${t.colon}${told}`, [input.rule ?? []].flat());
    });
}

/** A value with its unit, also with those that sentences leave out: `39.5 分`. */
export function valueWords(words: Words, name: string, input: Input, value: Value): string {
  const text = words.named(name, value);
  const unit = 'unit' in input ? input.unit : undefined;
  if (!isKnown(value) || (unit !== 'points' && unit !== 'places')) return text;
  return `${text} ${unitWords[unit][words.language]}`;
}

function resultLines({ compiled, result, lang }: SummarySource): Line[] {
  const t = takeAwayStrings(lang);
  const words = wordsOf(compiled, lang);
  const outcome = line(headline(compiled, result, lang));
  if (!('missing' in result) || result.kind === 'incomplete' || result.missing.length === 0) return [outcome];
  return [outcome, line(`${t.more}${t.colon}${result.missing.map((name) => words.label(name)).join(t.comma)}`)];
}

function openLines({ compiled, result, gaps, lang }: SummarySource): Line[] {
  if (result.kind !== 'undefined') return [];
  const t = takeAwayStrings(lang);
  const words = wordsOf(compiled, lang);
  const ids = [...new Set(result.open.flatMap((open) => open.gaps))];
  return ids.map((id) => {
    const outputs = result.open.filter((open) => open.gaps.includes(id)).map(({ output }) => words.label(output));
    return line(outputs.join(t.comma), [id], 'undefined', gapNote(gaps[id]?.[lang]));
  });
}

const gapNote = (text: string | undefined): Note[] => (text ? [{ kind: 'gap', text }] : []);

function consequenceLines({ compiled, result, lang }: SummarySource): Line[] {
  if (!('consequences' in result)) return [];
  const drawn = compiled.scheme.consequences.filter(({ id }) => result.consequences.includes(id));
  const t = takeAwayStrings(lang);
  if (drawn.length === 0) return [line(result.kind === 'undefined' ? t.noneCertain : t.noConsequence)];
  return drawn.map(({ text, rule }) => line(text[lang], [rule].flat()));
}

/** The assumptions that the result rests on, and those that the user has changed. */
function assumptionLines({ compiled, given, readings, result, gaps, lang }: SummarySource): Line[] {
  if (!('memory' in result)) return [];
  const t = takeAwayStrings(lang);
  const words = wordsOf(compiled, lang);
  const used = new Set(reliedOn(compiled, given, readings, result).map(({ id }) => id));
  const open = new Set(result.kind === 'undefined' ? result.open.flatMap((it) => it.gaps) : []);
  const lines = compiled.assumptions.flatMap(([name, assumption]) => {
    const ids = [assumption.gap].flat();
    const value = result.memory[compiled.slots.get(name) as number] as Value;
    const decides = isKnown(value) ? used.has(name) : ids.some((id) => open.has(id));
    if (!decides && readings[name] === undefined) return [];
    const told = isKnown(value) ? words.named(name, value) : calculatorStrings(lang).off;
    const tags = [readings[name] === undefined ? t.default : t.changed, ...(decides ? [] : [t.unused])].join(t.comma);
    const reading = lang === 'zh' ? `${told}（${tags}）` : `${told} (${tags})`;
    const because = isKnown(value) && readings[name] === undefined;
    const notes: Note[] = [
      ...ids.flatMap((id) => gapNote(gaps[id] && `${id}${t.colon}${gaps[id][lang]}`)),
      ...(because ? [{ kind: 'reason' as const, text: fill(t.because, { why: assumption.because[lang] }) }] : []),
    ];
    const text = fill(t.reading, { question: assumption.label[lang].replace(/[？?]$/, ''), reading });
    return [line(text, ids, isKnown(value) ? 'assumed' : 'undefined', notes)];
  });
  return lines.length > 0 ? lines : [line(t.noAssumption)];
}

function sourceLines({ compiled, titles, chapterUrl, lang }: SummarySource): Line[] {
  const t = takeAwayStrings(lang);
  const { scheme } = compiled;
  return [
    line(titles.length > 0 ? titles.join(lang === 'zh' ? '；' : '; ') : scheme.case),
    line(fill(t.chapter, { address: chapterUrl })),
    line(fill(t.scheme, { id: `${scheme.id}@${scheme.edition}` })),
  ];
}
