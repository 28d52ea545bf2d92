import type { Input } from '../schema/scheme.ts';
import { changeSentence, findingSentence, pathSentence } from './change-words.ts';
import type { CompiledScheme } from './compile.ts';
import type { Given, Readings } from './inputs.ts';
import { asGiven, type Move } from './moves.ts';
import type { Language } from './node.ts';
import type { Effect } from './outcome.ts';
import { pathToBetter } from './path-to-better.ts';
import { type Json, toJson } from './report.ts';
import { isKnown, Undefined, type Value } from './value.ts';
import { type Finding, smallestChanges } from './what-if.ts';

/** What would change the result, as JSON; each part with its sentence in `text`. */
export type WhatIfReport = { changes: Record<string, unknown>[]; better: Record<string, unknown> };

export function reportWhatIf(
  compiled: CompiledScheme,
  given: Given,
  readings: Readings = {},
  language: Language = 'zh',
): WhatIfReport {
  const path = pathToBetter(compiled, given, readings);
  const text = pathSentence(compiled, path, language);
  return {
    changes: smallestChanges(compiled, given, readings).map((finding) => ({
      ...findingJson(compiled, finding, language),
      text: findingSentence(compiled, finding, language),
    })),
    better:
      path.what === 'none'
        ? { ...path, text }
        : {
            what: path.what,
            moves: path.moves.map((move) => moveJson(compiled, move)),
            steps: path.steps,
            proven: path.proven,
            ...effectJson(compiled, path.effect, language),
            text: changeSentence(compiled, path.moves, path.effect, language),
          },
  };
}

function findingJson(compiled: CompiledScheme, finding: Finding, language: Language): Record<string, unknown> {
  const { what, input } = finding;
  if (finding.what === 'change')
    return { what, ...moveJson(compiled, finding), ...effectJson(compiled, finding.effect, language) };
  if (finding.what === 'not-tried') return { what, input };
  if (finding.what === 'never') return { what, input, side: finding.side };
  const within = finding.within === null ? null : entered(compiled, input, finding.within);
  return { what, input, side: finding.side, within, steps: finding.steps };
}

const entered = (compiled: CompiledScheme, input: string, value: Parameters<typeof asGiven>[1]): unknown =>
  asGiven(compiled.scheme.inputs[input] as Input, value);

const moveJson = (
  compiled: CompiledScheme,
  { input, entry, from, to, steps, side }: Move,
): Record<string, unknown> => ({
  input,
  ...(entry === null ? {} : { entry: entry + 1 }),
  side,
  from: from === null ? null : entered(compiled, input, from),
  to: entered(compiled, input, to),
  steps,
});

function effectJson(compiled: CompiledScheme, effect: Effect, language: Language): Record<string, unknown> {
  const { kind, outputs, appear, disappear, missing } = effect;
  const told = (ids: readonly string[]): { id: string; text: string }[] =>
    compiled.scheme.consequences
      .filter(({ id }) => ids.includes(id))
      .map(({ id, text }) => ({ id, text: text[language] }));
  return {
    ...(kind.before === kind.after ? {} : { kind: kind.after }),
    outputs: Object.fromEntries(
      outputs.map(({ output, before, after }) => {
        const unit = compiled.scheme.steps[output]?.unit;
        return [output, { before: valueJson(before, unit), after: valueJson(after, unit) }];
      }),
    ),
    ...(appear.length > 0 ? { appear: told(appear) } : {}),
    ...(disappear.length > 0 ? { disappear: told(disappear) } : {}),
    ...(missing.length > 0 ? { missing } : {}),
  };
}

/** `null` where nothing is computed. */
function valueJson(value: Value, unit: string | undefined): Json | { open: readonly string[] } | null {
  if (isKnown(value)) return toJson(value, unit);
  return value instanceof Undefined ? { open: value.gaps } : null;
}
