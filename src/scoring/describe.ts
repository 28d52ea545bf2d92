import type { Input } from '../schema/scheme.ts';
import { allowed } from './allowed.ts';
import type { CompiledScheme } from './compile.ts';

/** What a scheme takes and gives, as JSON: inputs with units and ranges, assumptions, outputs. */
export function describe({ scheme }: CompiledScheme): object {
  return {
    scheme: scheme.id,
    edition: scheme.edition,
    title: scheme.title,
    summary: scheme.summary,
    case: scheme.case,
    subject: scheme.subject,
    inputs: Object.entries(scheme.inputs).map(([id, input]) => ({
      id,
      label: input.label,
      kind: kindOf(input),
      ...('choice' in input ? { choices: input.choice } : {}),
      ...('series' in input ? { choices: input.series } : {}),
      ...rangeOf(input),
      ...('unit' in input && input.unit ? { unit: input.unit } : {}),
      ...('step' in input && input.step ? { step: input.step } : {}),
      allowed: allowed(input),
      required: input.absent === undefined,
      ...(input.absent === undefined ? {} : { absent: input.absent }),
      ...(input.rule ? { rule: [input.rule].flat() } : {}),
      ...(input.fixed ? { fixed: true } : {}),
    })),
    ...(scheme.parts ? { parts: scheme.parts } : {}),
    assumptions: Object.entries(scheme.assumptions).map(([id, assumption]) => ({
      id,
      gap: [assumption.gap].flat().join(' '),
      label: assumption.label,
      default: assumption.default,
      options: assumption.options,
      ...(assumption.number ? { number: assumption.number } : {}),
      off: { zh: '关闭后，依赖它的结果为“原文未规定”', en: 'switched off, what rests on it is undefined' },
      because: assumption.because,
    })),
    outputs: scheme.outputs.map((id) => ({
      id,
      label: scheme.steps[id]?.label,
      ...(scheme.steps[id]?.unit ? { unit: scheme.steps[id]?.unit } : {}),
      ...(scheme.steps[id]?.choices ? { choices: scheme.steps[id]?.choices } : {}),
      ...(scheme.better?.[id] ? { better: scheme.better[id] } : {}),
    })),
    consequences: scheme.consequences.map(({ id, text, rule }) => ({ id, text, rule: [rule].flat() })),
    'left-open': scheme['left-open'],
    examples: scheme.examples.map(({ name, given, assume }) => ({ name, given, assume })),
  };
}

const kinds = ['choice', 'yes-no', 'integer', 'number', 'list', 'series', 'date', 'month', 'time'] as const;
const kindOf = (input: Input): string => kinds.find((kind) => kind in input) ?? 'number';

function rangeOf(input: Input): object {
  if ('number' in input) return { range: input.number };
  if ('integer' in input) return { range: input.integer };
  return 'list' in input ? { range: input.list, whole: input.whole, ...(input.size ? { size: input.size } : {}) } : {};
}
