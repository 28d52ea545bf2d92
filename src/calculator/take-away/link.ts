import type { CompiledScheme } from '../../scoring/compile.ts';
import { formatState, parseState, type State } from '../state.ts';

export type StateLink = { kind: 'link'; url: string } | { kind: 'too-long'; names: readonly string[] };

/** The address that reopens a state; `too-long` names the inputs and readings that an address does not hold. */
export function linkOf(compiled: CompiledScheme, state: State, here: string): StateLink {
  const fragment = formatState(compiled, state);
  const reopened = parseState(compiled, fragment);
  const names = (['given', 'readings'] as const).flatMap((kind) =>
    Object.keys(state[kind]).filter((name) => state[kind][name] && reopened[kind][name] !== state[kind][name]),
  );
  if (names.length > 0) return { kind: 'too-long', names };
  const url = new URL(here);
  url.hash = fragment;
  return { kind: 'link', url: url.href };
}
