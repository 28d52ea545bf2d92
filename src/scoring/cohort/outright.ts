import type { Memory, Node } from '../node.ts';
import { clausesOf, type Written } from './branches.ts';
import type { CompiledCohort } from './compile-cohort.ts';

/** A rule that gives a row the worst outcome whatever its score or place. */
export type Outright = {
  output: string;
  choice: string;
  rules: readonly string[];
  /** Steps with the answer yes that it comes down to: what happened, by name. */
  grounds: readonly string[];
  condition: Node;
};

const isWritten = (give: unknown, choices: object): give is string => typeof give === 'string' && give in choices;

type Clause = { condition: Node; rules: readonly string[]; choice: string | null };

const made = new WeakMap<CompiledCohort, readonly { output: string; worst: string; clauses: readonly Clause[] }[]>();

/**
 * The rules that decide outputs of the row outright: in a chain of clauses, one that names the worst choice itself and
 * stands before one that computes it.
 */
export function outrightIn(cohort: CompiledCohort, memory: Memory): Outright[] {
  return chainsOf(cohort).flatMap(({ output, worst, clauses }) => {
    const deciding = clauses.find(({ condition }) => condition.evaluate(memory) !== false);
    if (deciding?.choice !== worst || deciding.condition.evaluate(memory) !== true) return [];
    const { condition, rules } = deciding;
    const grounds = groundsOf(cohort, condition.reads, memory);
    const cited = [...rules, ...rulesIn(condition, memory)];
    return [{ output, choice: worst, condition, grounds, rules: [...new Set(cited)] }];
  });
}

/** Of the answers that a condition rests on, the yes that no other yes stands behind. */
function groundsOf(cohort: CompiledCohort, names: readonly string[], memory: Memory): string[] {
  const found = names.flatMap((name) => {
    const step = cohort.compiled.steps.find(({ id }) => id === name);
    if (step?.node.type !== 'yes-no') return [];
    const behind = groundsOf(cohort, step.node.reads, memory);
    return behind.length > 0 ? behind : memory[step.slot] === true ? [name] : [];
  });
  return [...new Set(found)];
}

const rulesIn = (condition: Node, memory: Memory): string[] =>
  condition.cites(memory).filter((cite) => cite.startsWith('R'));

function chainsOf(cohort: CompiledCohort) {
  const known = made.get(cohort);
  if (known) return known;
  const { compiled } = cohort;
  const { scheme } = compiled;
  const chains = scheme.outputs.flatMap((output) => {
    const step = scheme.steps[output] as (Written & { choices?: object }) | undefined;
    const order = scheme.better?.[output];
    const worst = Array.isArray(order) ? order[0] : undefined;
    if (!step || worst === undefined) return [];
    const written = clausesOf(step);
    const choices = step.choices ?? {};
    const computes = (clause: Written): boolean => !isWritten(clause['give'] ?? clause['otherwise'], choices);
    if (!written.some(computes)) return [];
    const clauses = written.flatMap((clause, i) => {
      if (clause['when'] === undefined) return [];
      const later = written.slice(i + 1).some(computes);
      const choice = later && isWritten(clause['give'], choices) ? clause['give'] : null;
      const condition = compiled.also(['cohort', 'outright', 'when'], clause['when']);
      return [{ condition, choice, rules: [(clause['rule'] as string | string[] | undefined) ?? []].flat() }];
    });
    return [{ output, worst, clauses }];
  });
  made.set(cohort, chains);
  return chains;
}
