import type { FirstClause } from '../../schema/expression.ts';
import {
  type Compile,
  type Memory,
  type Node,
  needType,
  reading,
  readsOf,
  clauses as sentence,
  sharedType,
  valueIn,
} from '../node.ts';
import { isKnown, same, Undefined, Unknown, type Value } from '../value.ts';

type Clause = { when: Node | null; give: Node; rules: string[] };

/** No clause holds and there is no `otherwise`: the value does not exist for this subject. */
const NOTHING = new Unknown([]);

/** `{ first: [ { when: low, give: 0.7, rule: R22 }, { otherwise: … } ] }`: the first clause that holds. */
export const first: Compile = (operation, compiler) => {
  const clauses: Clause[] = (operation['first'] as FirstClause[]).map((clause) => ({
    when: 'otherwise' in clause ? null : compiler.node(clause.when),
    give: compiler.node('otherwise' in clause ? clause.otherwise : clause.give),
    rules: [clause.rule ?? []].flat(),
  }));
  needType(
    clauses.flatMap(({ when }) => when ?? []),
    'yes-no',
    '“when”',
  );
  /** The clause that holds; `null` where an undefined condition keeps us from knowing. */
  const clauseOf = (memory: Memory): Clause | null => {
    for (const clause of clauses) {
      const holds = clause.when === null ? true : valueIn(clause.when, memory);
      if (holds === true) return clause;
      if (holds !== false) return null;
    }
    return null;
  };
  /** From clause `i` on. Where a condition is undefined, its clause and the rest may still agree. */
  const evaluateFrom = (start: number, memory: Memory): Value => {
    for (let i = start; i < clauses.length; i += 1) {
      const { when, give } = clauses[i] as Clause;
      const holds = when === null ? true : valueIn(when, memory);
      if (holds === true) return valueIn(give, memory);
      if (holds === false) continue;
      const [yes, no] = [valueIn(give, memory), evaluateFrom(i + 1, memory)];
      return isKnown(yes) && isKnown(no) && same(yes, no) ? yes : holds;
    }
    return NOTHING;
  };
  return {
    type: sharedType(
      clauses.map(({ give }) => give),
      '“first”',
    ),
    evaluate: (memory) => evaluateFrom(0, memory),
    explain(memory, words) {
      const clause = clauseOf(memory);
      if (!clause) return '';
      const inner = clause.give.literal === undefined ? clause.give.explain(memory, words) : '';
      return sentence([clause.when?.explain(memory, words), inner], words);
    },
    formula: (memory, words) => clauseOf(memory)?.give.formula?.(memory, words) ?? '',
    cites(memory) {
      const clause = clauseOf(memory);
      return clause
        ? [...new Set([...clause.rules, ...clause.give.cites(memory), ...(clause.when?.cites(memory) ?? [])])]
        : [];
    },
    reads: readsOf(clauses.flatMap(({ when, give }) => (when ? [when, give] : [give]))),
  };
};

/** `{ assuming: [streak-year-end, before] }`: the value, as long as the assumption is not switched off. */
export const assuming: Compile = (operation, compiler) => {
  const [name, expression] = operation['assuming'] as [string, unknown];
  if (!compiler.isAssumption(name)) throw new Error(`“${name}” is no assumption`);
  const [assumption, node] = [compiler.node(name), compiler.node(expression)];
  return {
    type: node.type,
    evaluate(memory) {
      const held = valueIn(assumption, memory);
      return held instanceof Undefined ? held : valueIn(node, memory);
    },
    explain(memory, words) {
      const held = valueIn(assumption, memory);
      const inner = node.literal === undefined ? node.explain(memory, words) : '';
      return sentence([typeof held === 'string' ? reading(words.option(name, held), words) : '', inner], words);
    },
    formula: (memory, words) => node.formula?.(memory, words) ?? '',
    cites: (memory) => [...node.cites(memory), ...compiler.gapsOf(name)],
    reads: [name, ...node.reads],
  };
};

/** `{ open: G3 }`: the source does not say. */
export const open: Compile = (operation) => {
  const value = new Undefined([operation['open']].flat() as string[]);
  return { type: 'any', evaluate: () => value, explain: () => '', cites: () => [], reads: [] };
};
