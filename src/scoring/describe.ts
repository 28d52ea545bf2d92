import type { CompiledScheme } from './compile.ts';
import { allowed } from './inputs.ts';

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
      kind: 'choice' in input ? 'choice' : 'yes-no' in input ? 'yes-no' : 'integer' in input ? 'integer' : 'number',
      ...('choice' in input ? { choices: input.choice } : {}),
      ...('number' in input ? { range: input.number } : 'integer' in input ? { range: input.integer } : {}),
      ...('unit' in input && input.unit ? { unit: input.unit } : {}),
      ...('step' in input && input.step ? { step: input.step } : {}),
      allowed: allowed(input),
      required: input.absent === undefined,
      ...(input.absent === undefined ? {} : { absent: input.absent }),
      ...(input.rule ? { rule: [input.rule].flat() } : {}),
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
    })),
    consequences: scheme.consequences.map(({ id, text, rule }) => ({ id, text, rule: [rule].flat() })),
    'left-open': scheme['left-open'],
    examples: scheme.examples.map(({ name, given, assume }) => ({ name, given, assume })),
  };
}
