import type { CompiledScheme } from './compile.ts';
import type { Computed } from './evaluate.ts';
import type { Language, Memory, Node, Words } from './node.ts';
import { isKnown, Undefined, Unknown, type Value } from './value.ts';
import { wordsOf } from './words.ts';

/** One sentence of the explanation: what a step gave, why, by which rules. */
export type Sentence = {
  step: string;
  label: string;
  /** The value in words: `0.7`, `是`, `第一台阶`; empty where the step has none. */
  value: string;
  /** Why: `重点项得分 39.5 低于 40`. */
  reason: string;
  /** The calculation, where there was one: `重点项得分 45 + 基础项得分 30`. */
  formula: string;
  /** The whole sentence, without its citations. */
  text: string;
  /** Rules that it cites, then gaps: those whose reading it rests on, or that leave it undefined. */
  cited: readonly string[];
  /** Gaps that leave the step undefined; empty where it has a value. */
  open: readonly string[];
  /** Whether the step is an output. */
  output: boolean;
};

/** The explanation of a result, step by step. Steps that could not run are left out. */
export function explain(compiled: CompiledScheme, computed: Computed, language: Language): Sentence[] {
  const words = wordsOf(compiled, language);
  const { memory, skipped } = computed;
  return compiled.steps.flatMap(({ id, node, rules }) => {
    const value = memory[compiled.slots.get(id) as number] as Value;
    if (skipped.has(id) || value instanceof Unknown) return [];
    const open = value instanceof Undefined ? value.gaps : [];
    const all = [...new Set([...node.cites(memory), ...rules, ...open])];
    const cited = [...all.filter(isRule), ...all.filter((cite) => !isRule(cite))];
    const told = {
      label: words.label(id),
      value: words.named(id, value),
      reason: reasonOf(
        node,
        memory,
        words,
        `${words.label(id)}${language === 'zh' ? '：' : ': '}${words.named(id, value)}`,
      ),
      formula: isKnown(value) ? (node.formula?.(memory, words) ?? '') : '',
    };
    const text = sentence(told, typeof value === 'boolean' || !isKnown(value), language);
    return [{ step: id, ...told, text, cited, open, output: compiled.scheme.outputs.includes(id) }];
  });
}

/** Why a step has its value; empty where that would only say the value again. */
function reasonOf(node: Node, memory: Memory, words: Words, result: string): string {
  const reason = node.literal === undefined ? node.explain(memory, words) : '';
  return reason === result ? '' : reason;
}

const isRule = (cite: string): boolean => cite.startsWith('R');

type Told = Pick<Sentence, 'label' | 'value' | 'reason' | 'formula'>;

/** `重点项得分 39.5 低于 40，台阶考核系数为0.7` · `Coefficient: 0.7, because Key items: 39.5 (below 40)` */
function sentence({ label, value, reason, formula }: Told, asAnswer: boolean, language: Language): string {
  if (language === 'en') {
    const result = formula ? `${label} = ${formula} = ${value}` : `${label}: ${value}`;
    return reason ? `${result}, ${reason.startsWith('by the reading') ? '' : 'because '}${reason}` : result;
  }
  const because = reason ? `${reason}，` : '';
  if (formula) return `${because}${label} = ${formula} = ${value}`;
  return `${because}${label}${asAnswer ? '：' : '为'}${value}`;
}
