import { type Unit, unitWords } from '../lib/units.ts';
import type { CompiledScheme } from './compile.ts';
import type { Exact } from './exact.ts';
import type { Language, Words } from './node.ts';
import { formatDate, formatFraction, formatNumber, formatPercent } from './number.ts';
import { isKnown, isList, Undefined } from './value.ts';

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
        if (value.length === 0) return language === 'zh' ? '无' : 'none';
        return runs(value.map((entry) => words.named(name, entry))).join(language === 'zh' ? '、' : ', ');
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
  if (!unit || unsaid.has(unit)) return formatNumber(value);
  const word: { zh: string; en: string; one?: string } = unitWords[unit];
  return `${formatNumber(value)} ${language === 'en' && word.one && value.equals(1) ? word.one : word[language]}`;
}

/** Three or more equal entries in a row are told once: `参加 ×12`. */
function runs(entries: readonly string[]): string[] {
  const told: string[] = [];
  for (let first = 0; first < entries.length; ) {
    let end = first + 1;
    while (end < entries.length && entries[end] === entries[first]) end += 1;
    const entry = entries[first] as string;
    told.push(...(end - first > 2 ? [`${entry} ×${end - first}`] : entries.slice(first, end)));
    first = end;
  }
  return told;
}
