import type { Input } from '../schema/scheme.ts';
import type { CompiledScheme } from './compile.ts';
import { Exact } from './exact.ts';
import type { Move } from './moves.ts';
import type { Language, Words } from './node.ts';
import { formatNumber } from './number.ts';
import type { Effect } from './outcome.ts';
import type { NoPath, Path } from './path-to-better.ts';
import { spaced } from './spacing.ts';
import { type Known, Unknown, type Value } from './value.ts';
import type { Finding } from './what-if.ts';
import { wordsOf } from './words.ts';

/**
 * Changed inputs and what they change, in one sentence: `重点项得分由 39.5 改为 40（+0.5）：台阶考核系数 0.7 → 1`.
 * Consequences are told where no output tells of the change.
 */
export function changeSentence(
  compiled: CompiledScheme,
  moves: readonly Move[],
  effect: Effect,
  language: Language,
): string {
  const words = wordsOf(compiled, language);
  const zh = language === 'zh';
  const comma = zh ? '，' : ', ';
  const told = moves.map((move) => moveWords(compiled, move, words)).join(comma);
  return `${told}${zh ? '：' : ': '}${effectWords(effect, words).join(comma)}`;
}

/** One finding of a search for changes in one sentence. */
export function findingSentence(compiled: CompiledScheme, finding: Finding, language: Language): string {
  if (finding.what === 'change') return changeSentence(compiled, [finding], finding.effect, language);
  const words = wordsOf(compiled, language);
  const label = words.label(finding.input);
  const zh = language === 'zh';
  if (finding.what === 'not-tried') {
    return zh ? `${label}未填，可填的太多，没有试` : `${label} was left out, and there is too much to try`;
  }
  const side = (zh ? sidesZh : sidesEn)[finding.side];
  if (finding.what === 'never')
    return zh ? `${label}${side}，结果都不变` : `${label} ${side}: the result stays the same`;
  const within =
    finding.within === null ? `${finding.steps}${zh ? '步' : ' steps'}` : words.named(finding.input, finding.within);
  return zh
    ? `${label}${side}，${spaced('到', within, '为止结果不变')}；再远没有试`
    : `${label} ${side}: the result stays the same up to ${within}; nothing further was tried`;
}

const sidesZh = { down: '再小', up: '再大', other: '改选别的', given: '无论填什么' };
const sidesEn = { down: 'lower', up: 'higher', other: 'set otherwise', given: 'given at all' };

/** The way to a better result in one sentence, or why there is none. */
export function pathSentence(compiled: CompiledScheme, path: Path, language: Language): string {
  if (path.what === 'found') return changeSentence(compiled, path.moves, path.effect, language);
  const [zh, en] = reasons[path.why];
  return (language === 'zh' ? zh : en).replace('{n}', String(path.inputs));
}

const reasons: Record<NoPath, readonly [zh: string, en: string]> = {
  'not-declared': ['原文没有说明怎样算更好', 'the source does not say what is better'],
  'no-result': ['没有可以改进的结果', 'there is no result to improve'],
  best: ['已经是最好的结果', 'the result is the best there is'],
  unreachable: [
    '可以改变的输入项无论怎样填，都不会更好',
    'whatever the inputs that may change are set to, it does not become better',
  ],
  'too-many': ['改变 {n} 项还不够', 'changing {n} inputs does not suffice'],
  budget: [
    '改变 {n} 项还不够；再多没有试完',
    'changing {n} inputs does not suffice; beyond that not everything was tried',
  ],
};

/** `重点项得分由 39.5 改为 40（+0.5）` */
function moveWords(compiled: CompiledScheme, { input, entry, from, to }: Move, words: Words): string {
  const zh = words.language === 'zh';
  const label = words.label(input);
  const after = enteredWords(input, to, words);
  if (from === null) return zh ? spaced(`${label}填`, after) : `${label} given as${after}`;
  const what = entry === null ? label : zh ? `${label}第 ${entry + 1} 项` : `${label}, entry ${entry + 1},`;
  const by = difference(compiled.scheme.inputs[input] as Input, from, to, words);
  const before = enteredWords(input, from, words);
  return zh
    ? `${spaced(`${what}由`, before, '改为', after)}${by && `（${by}）`}`
    : `${what} from${before} to${after}${by && ` (${by})`}`;
}

/** A value inside a sentence, in English with the space before it: a choice stands in quotation marks. */
function enteredWords(input: string, value: Known, words: Words): string {
  const text = words.named(input, value);
  if (words.language === 'en') return typeof value === 'string' ? ` “${text}”` : ` ${text}`;
  return typeof value === 'string' || typeof value === 'boolean' ? `“${text}”` : text;
}

/** `+0.5`; empty where the values are no numbers. */
function difference(input: Input, from: Known, to: Known, { language }: Words): string {
  if (!(from instanceof Exact && to instanceof Exact)) return '';
  const share = 'unit' in input && input.unit === 'percent';
  const by = share ? to.sub(from).mul(100) : to.sub(from);
  const sign = by.sign() < 0 ? '−' : '+';
  const amount = formatNumber(by.sign() < 0 ? by.negated() : by);
  const kind = (['date', 'month', 'time'] as const).find((name) => name in input) ?? (share ? 'percent' : null);
  if (kind === null) return sign + amount;
  const [zh, en] = units[kind];
  return `${sign}${amount} ${language === 'zh' ? zh : amount === '1' ? en.replace(/s$/, '') : en}`;
}

const units = {
  date: ['天', 'days'],
  month: ['个月', 'months'],
  time: ['分钟', 'minutes'],
  percent: ['个百分点', 'percentage points'],
} as const;

function effectWords({ kind, outputs, outcomes, appear, disappear, missing }: Effect, words: Words): string[] {
  const zh = words.language === 'zh';
  const list = (names: readonly string[]): string => names.map((name) => words.label(name)).join(zh ? '、' : ', ');
  if (kind.after === 'incomplete') {
    const asked = missing.length > 0 ? (zh ? `，还要填${list(missing)}` : `, ${list(missing)} asked for`) : '';
    return [(zh ? '不再有结果' : 'no result') + asked];
  }
  const changes = outputs
    .filter(({ output }) => outcomes.includes(output))
    .map(
      ({ output, before, after }) =>
        `${words.label(output)} ${valueWords(output, before, words)} → ${valueWords(output, after, words)}`,
    );
  if (changes.length > 0) return changes;
  return [
    ...appear.map((id) => (zh ? `新增“${words.label(id)}”` : `now “${words.label(id)}”`)),
    ...disappear.map((id) => (zh ? `不再“${words.label(id)}”` : `no longer “${words.label(id)}”`)),
  ];
}

const valueWords = (output: string, value: Value, words: Words): string =>
  value instanceof Unknown ? (words.language === 'zh' ? '不适用' : 'not computed') : words.named(output, value);
