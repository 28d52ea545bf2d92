import type Engine from 'publicodes';
import type { CompiledScheme } from '../../src/scoring/compile.ts';
import type { Branch } from './branches.ts';
import { evaluateAll, situationOf } from './publicodes-rule.ts';

type Ours = typeof import('./engine-entry.ts');

/** Our outputs of a branch as JSON. Throws where it is not scored. */
export function outputsOf(ours: Ours, compiled: CompiledScheme, branch: Branch): Record<string, unknown> {
  const result = ours.evaluate(compiled, branch);
  if (result.kind !== 'scored') throw new Error(`not scored but ${result.kind}: ${JSON.stringify(branch)}`);
  return Object.fromEntries([...result.outputs].map(([id, value]) => [id, ours.toJson(value)]));
}

/** Throws with both results at the first branch that the two engines judge differently. */
export function proveAgreement(
  ours: Ours,
  compiled: CompiledScheme,
  theirs: Engine,
  branches: readonly Branch[],
): void {
  for (const branch of branches) {
    const mine = JSON.stringify(outputsOf(ours, compiled, branch));
    const other = JSON.stringify(evaluateAll(theirs, situationOf(branch)));
    if (mine === other) continue;
    throw new Error(
      `The two engines differ, so their speed is not compared.\n  given      ${JSON.stringify(branch)}\n  ours       ${mine}\n  publicodes ${other}`,
    );
  }
}
