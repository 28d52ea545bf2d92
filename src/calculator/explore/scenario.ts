import type { CompiledScheme } from '../../scoring/compile.ts';
import { evaluate, type ReliedOn, type Result, reliedOn } from '../../scoring/evaluate.ts';
import { applicableInputs } from '../../scoring/inputs.ts';
import { givenOf, type State } from '../state.ts';

/** A state with everything that follows from it. */
export type Scenario = {
  state: State;
  applies: ReadonlySet<string>;
  given: Readonly<Record<string, string>>;
  result: Result;
  relied: readonly ReliedOn[];
};

export function scenarioOf(compiled: CompiledScheme, state: State): Scenario {
  const all = new Set(Object.keys(compiled.scheme.inputs));
  const applies = applicableInputs(compiled, givenOf(state, all), state.readings);
  const given = givenOf(state, applies);
  const result = evaluate(compiled, given, state.readings);
  return { state, applies, given, result, relied: reliedOn(compiled, given, state.readings, result) };
}
