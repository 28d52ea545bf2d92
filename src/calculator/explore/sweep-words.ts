import { calculatorStrings } from '../../i18n/calculator.ts';
import { exploreStrings } from '../../i18n/explore.ts';
import { fill } from '../../i18n/language.ts';
import type { Input } from '../../schema/scheme.ts';
import { changeSentence } from '../../scoring/change-words.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import type { Result } from '../../scoring/evaluate.ts';
import { Exact } from '../../scoring/exact.ts';
import type { Language } from '../../scoring/node.ts';
import type { Effect } from '../../scoring/outcome.ts';
import { Undefined } from '../../scoring/value.ts';
import { wordsOf } from '../../scoring/words.ts';
import { isDated } from './grid.ts';
import { valueIn } from './leaps.ts';
import { type Stretch, standingOf } from './stretches.ts';
import type { Change, Point, Sweep } from './sweep.ts';

/** `台阶考核系数 0.7 → 1，实发 2100 元 → 3000 元` */
export function effectText(compiled: CompiledScheme, effect: Effect, lang: Language): string {
  const { outcomes, appear, disappear, kind } = effect;
  if (kind.after !== 'incomplete' && outcomes.length + appear.length + disappear.length === 0) {
    return exploreStrings(lang).changeResult;
  }
  // Without a move the sentence begins with its colon.
  return changeSentence(compiled, [], effect, lang).replace(/^(：|: )/, '');
}

/** `重点项得分 ≥ 40：台阶考核系数 0.7 → 1` */
export function changeText(compiled: CompiledScheme, sweep: Sweep, change: Change, lang: Language): string {
  const t = exploreStrings(lang);
  const [before, after] = [sweep.points[change.place - 1], sweep.points[change.place]] as [Point, Point];
  const where = placeText(compiled, sweep, change, lang);
  if (after.result.kind === 'invalid') {
    return where + t.colon + fill(t.changeRefused, { message: issueText(after.result, lang) });
  }
  if (before.result.kind === 'invalid' && 'outputs' in after.result) return where + t.colon + t.changeAccepted;
  return where + t.colon + effectText(compiled, change.effect, lang);
}

/** Where something changes: `重点项得分 ≥ 40`. */
export function placeText(compiled: CompiledScheme, { grid, points }: Sweep, { place, edge }: Change, lang: Language) {
  const t = exploreStrings(lang);
  const words = wordsOf(compiled, lang);
  const label = words.label(grid.input);
  const [from, to] = [place - 1, place].map((i) => words.named(grid.input, (points[i] as Point).value)) as [
    string,
    string,
  ];
  if (edge === 'from') return fill(t.changeAbove, { label, value: from });
  if (edge === 'inside') return fill(t.changeInside, { label, from, to });
  const dated = isDated(compiled.scheme.inputs[grid.input] as Input);
  return fill(dated ? t.changeFrom : t.changeAtLeast, { label, value: to });
}

const issueText = (result: Result, lang: Language): string =>
  result.kind === 'invalid' ? [...new Set(result.issues.map(({ allowed }) => allowed[lang]))].join('；') : '';

/** What an output is in a result: `0.7`, `原文未规定（G7）`, `不接受：主课课时不能多于总课时`. */
export function outputText(compiled: CompiledScheme, result: Result, output: string, lang: Language): string {
  const t = exploreStrings(lang);
  const words = wordsOf(compiled, lang);
  const value = valueIn(result, output);
  const standing = standingOf(result, output);
  if (standing === 'known') return words.named(output, value);
  if (value instanceof Undefined)
    return fill(t.undefinedGaps, { gaps: value.gaps.join(calculatorStrings(lang).comma) });
  if (standing === 'refused') return fill(t.refusedBecause, { message: issueText(result, lang) });
  if (result.kind !== 'incomplete') return t.absent;
  const list = result.missing.map((name) => words.label(name)).join(calculatorStrings(lang).comma);
  return fill(t.absentMissing, { list });
}

/** The place and the value there: `重点项得分 39.5：台阶考核系数 0.7`. */
export function pointText(compiled: CompiledScheme, input: string, point: Point, output: string, lang: Language) {
  const t = exploreStrings(lang);
  const words = wordsOf(compiled, lang);
  const place = `${words.label(input)} ${words.named(input, point.value)}`;
  return `${place}${t.colon}${words.label(output)} ${outputText(compiled, point.result, output, lang)}`;
}

/** `[0, 40)`; where nothing lies between two values, `0 到 39`. */
export function rangeText(compiled: CompiledScheme, { grid }: Sweep, { low, high }: Stretch, lang: Language): string {
  const words = wordsOf(compiled, lang);
  const [from, to] = [low, high].map(({ at }) => words.named(grid.input, at)) as [string, string];
  if (low.at.equals(high.at)) return from;
  if (!grid.dense) return fill(exploreStrings(lang).valueTo, { from, to });
  return `${low.closed ? '[' : '('}${from}, ${to}${high.closed ? ']' : ')'}`;
}

/** The value of a stretch, or the first and the last where it glides. */
export function stretchText(
  compiled: CompiledScheme,
  { points }: Sweep,
  stretch: Stretch,
  output: string,
  lang: Language,
) {
  const [first, last] = [points[stretch.first], points[stretch.last]] as [Point, Point];
  const [from, to] = [first, last].map(({ result }) => outputText(compiled, result, output, lang)) as [string, string];
  return from === to ? from : fill(exploreStrings(lang).valueTo, { from, to });
}

/** How far one step goes, in words. */
export function stepText(compiled: CompiledScheme, { grid }: Sweep, lang: Language): string {
  const t = exploreStrings(lang);
  const input = compiled.scheme.inputs[grid.input] as Input;
  if ('date' in input) return t.stepDay;
  if ('month' in input) return t.stepMonth;
  return 'time' in input ? t.stepMinute : wordsOf(compiled, lang).named(grid.input, grid.step);
}

/** Whether only numbers change: no other answer, choice or consequence. */
export const isOfNumbers = ({ effect }: Change): boolean =>
  effect.kind.before === effect.kind.after &&
  effect.appear.length + effect.disappear.length === 0 &&
  effect.outputs
    .filter(({ output }) => effect.outcomes.includes(output))
    .every(({ before, after }) => before instanceof Exact && after instanceof Exact);
