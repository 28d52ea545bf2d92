import { type Unit, unitWords } from '../lib/units.ts';
import type { CompiledScheme } from './compile.ts';
import type { Computed } from './evaluate.ts';
import type { Exact } from './exact.ts';
import type { Language, Words } from './node.ts';
import { formatDate, formatFraction, formatNumber, formatPercent } from './number.ts';
import { isKnown, isList, Undefined, Unknown, type Value } from './value.ts';

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

/** Units that a sentence leaves out: the label says them, or the number shows them. */
const unsaid = new Set<Unit>(['points', 'percent', 'fraction', 'places', 'date', 'month', 'time']);

/** The words of a scheme in one language. */
export function wordsOf(compiled: CompiledScheme, language: Language): Words {
  const { inputs, assumptions, steps } = compiled.scheme;
  const declared = (name: string) => inputs[name] ?? assumptions[name] ?? steps[name];
  const unitOf = (name: string): Unit | undefined => {
    const it = declared(name);
    if (it && ('date' in it || 'month' in it || 'time' in it))
      return 'date' in it ? 'date' : 'month' in it ? 'month' : 'time';
    return it && 'unit' in it ? (it.unit as Unit | undefined) : undefined;
  };
  const consequence = (id: string): string =>
    compiled.scheme.consequences.find((c) => c.id === id)?.text[language].replace(/[。.]$/, '') ?? id;
  const words: Words = {
    language,
    label(name) {
      const it = declared(name);
      return (it && 'term' in it ? it.term?.[language] : undefined) ?? it?.label[language] ?? consequence(name);
    },
    option(name, option) {
      const it = declared(name);
      const table = !it
        ? undefined
        : 'choice' in it
          ? it.choice
          : 'series' in it
            ? it.series
            : 'options' in it
              ? it.options
              : 'choices' in it
                ? it.choices
                : undefined;
      return (table as Record<string, { zh: string; en: string }> | undefined)?.[option]?.[language] ?? option;
    },
    value: (node, value) => words.named(node.name ?? '', value),
    named(name, value) {
      if (!isKnown(value)) {
        if (value instanceof Undefined) return language === 'zh' ? '原文未规定' : 'not defined by the source';
        return language === 'zh' ? '未填' : 'left out';
      }
      if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
      if (isList(value)) {
        const entries = value.map((entry) => words.named(name, entry));
        return entries.length === 0
          ? language === 'zh'
            ? '无'
            : 'none'
          : entries.join(language === 'zh' ? '、' : ', ');
      }
      if (typeof value === 'string') return name === '' ? value : words.option(name, value);
      return formatQuantity(value, unitOf(name), language);
    },
  };
  return words;
}

/** `3000 元`, `49%`, `1/3`, `39.5`. */
function formatQuantity(value: Exact, unit: Unit | undefined, language: Language): string {
  const date = formatDate(value, unit);
  if (date !== null) return date;
  if (unit === 'fraction') return formatFraction(value);
  if (unit === 'percent') return formatPercent(value);
  return unit && !unsaid.has(unit) ? `${formatNumber(value)} ${unitWords[unit][language]}` : formatNumber(value);
}

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
      reason: node.explain(memory, words),
      formula: isKnown(value) ? (node.formula?.(memory, words) ?? '') : '',
    };
    const text = sentence(told, typeof value === 'boolean' || !isKnown(value), language);
    return [{ step: id, ...told, text, cited, open, output: compiled.scheme.outputs.includes(id) }];
  });
}

const isRule = (cite: string): boolean => cite.startsWith('R');

type Told = Pick<Sentence, 'label' | 'value' | 'reason' | 'formula'>;

function sentence({ label, value, reason, formula }: Told, asAnswer: boolean, language: Language): string {
  const zh = language === 'zh';
  const because = reason ? `${reason}${zh ? '，' : ', '}` : '';
  if (formula) return `${because}${label} = ${formula} = ${value}`;
  if (asAnswer) return `${because}${label}${zh ? '：' : ': '}${value}`;
  return `${because}${label}${zh ? '为' : ' is '}${value}`;
}
