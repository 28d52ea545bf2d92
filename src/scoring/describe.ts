import type { Assumption, Input, Scheme } from '../schema/scheme.ts';
import { allowed } from './allowed.ts';
import type { CompiledScheme } from './compile.ts';

/** What a scheme takes and gives, as JSON: inputs with units and ranges, assumptions, outputs; the same for a table. */
export function describe({ scheme }: CompiledScheme): object {
  const { cohort } = scheme;
  return {
    scheme: scheme.id,
    edition: scheme.edition,
    title: scheme.title,
    summary: scheme.summary,
    case: scheme.case,
    subject: scheme.subject,
    inputs: inputsOf(scheme.inputs),
    ...(scheme.parts ? { parts: scheme.parts } : {}),
    assumptions: assumptionsOf(scheme.assumptions),
    outputs: outputsOf(scheme.outputs, scheme.steps, scheme.better),
    consequences: scheme.consequences.map(({ id, text, rule }) => ({ id, text, rule: [rule].flat() })),
    'left-open': scheme['left-open'],
    ...(cohort
      ? {
          cohort: {
            columns: inputsOf(cohort.columns as Scheme['inputs']),
            computed: Object.keys(cohort.steps).filter((name) => name in scheme.inputs),
            assumptions: assumptionsOf(cohort.assumptions),
            outputs: outputsOf(cohort.outputs, cohort.steps),
            totals: Object.entries(cohort.totals).map(([id, { label, unit }]) => ({
              id,
              label,
              ...(unit ? { unit } : {}),
            })),
          },
        }
      : {}),
    examples: scheme.examples.map(({ name, given, assume }) => ({ name, given, assume })),
  };
}

const inputsOf = (inputs: Scheme['inputs']): object[] =>
  Object.entries(inputs).map(([id, input]) => ({
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
  }));

const assumptionsOf = (assumptions: Record<string, Assumption>): object[] =>
  Object.entries(assumptions).map(([id, assumption]) => ({
    id,
    gap: [assumption.gap].flat().join(' '),
    label: assumption.label,
    default: assumption.default,
    options: assumption.options,
    ...(assumption.number ? { number: assumption.number } : {}),
    off: { zh: '关闭后，依赖它的结果为“原文未规定”', en: 'switched off, what rests on it is undefined' },
    because: assumption.because,
  }));

const outputsOf = (outputs: readonly string[], steps: Scheme['steps'], better: Scheme['better'] = {}): object[] =>
  outputs.map((id) => ({
    id,
    label: steps[id]?.label,
    ...(steps[id]?.unit ? { unit: steps[id]?.unit } : {}),
    ...(steps[id]?.choices ? { choices: steps[id]?.choices } : {}),
    ...(better[id] ? { better: better[id] } : {}),
  }));

const kinds = ['choice', 'yes-no', 'text', 'integer', 'number', 'list', 'series', 'date', 'month', 'time'] as const;
const kindOf = (input: Input): string => kinds.find((kind) => kind in input) ?? 'number';

function rangeOf(input: Input): object {
  if ('number' in input) return { range: input.number };
  if ('integer' in input) return { range: input.integer };
  return 'list' in input ? { range: input.list, whole: input.whole, ...(input.size ? { size: input.size } : {}) } : {};
}
