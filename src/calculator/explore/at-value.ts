import type { CompiledScheme } from '../../scoring/compile.ts';
import { evaluate, type Result } from '../../scoring/evaluate.ts';
import { applicableInputs } from '../../scoring/inputs.ts';
import { givenOf, type State, withInput } from '../state.ts';

/** The result where one input has another value, everything else being as typed. */
export type AtValue = (typed: string) => Result;

/** Inputs that exist only where the swept one has a certain value come and go with it, as they do in the form. */
export function atValue(compiled: CompiledScheme, state: State, input: string): AtValue {
  const all = new Set(Object.keys(compiled.scheme.inputs));
  const applying = (typed: State): ReadonlySet<string> =>
    applicableInputs(compiled, givenOf(typed, all), state.readings);
  const decides = [...compiled.conditions.values()].some(({ exists }) => exists?.reads.includes(input));
  if (decides) {
    return (typed) => {
      const changed = withInput(state, input, typed);
      return evaluate(compiled, givenOf(changed, applying(changed)), state.readings);
    };
  }
  const { [input]: _, ...others } = givenOf(state, applying(state));
  return (typed) => evaluate(compiled, { ...others, [input]: typed }, state.readings);
}
