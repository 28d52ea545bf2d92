import type { IdentifiedScheme } from '../../src/scoring/compile.ts';
import { bundle } from './bundle.ts';
import type { Member } from './members.ts';

/** Judges all members at once, and gives the result of each. */
export type JudgeAll = (members: readonly Member[]) => readonly { kind: string }[];

/** The cohort of a scheme as it is delivered; `folder` is the temporary folder for bundles. */
export async function cohortOf(scheme: IdentifiedScheme, folder: string): Promise<JudgeAll> {
  const { module } = await bundle<typeof import('./cohort-entry.ts')>('cohort-entry', folder);
  const cohort = module.compileCohort(scheme);
  if (!cohort) throw new Error(`${scheme.id} has no cohort`);
  return (members) => module.evaluateCohort(cohort, members).rows;
}
