import { type Compile, citesOf, type Memory, type Node, needType, readsOf, valueIn } from '../node.ts';
import { lacking, type Value } from '../value.ts';

/**
 * `any` is yes as soon as one condition is yes, even where another is undefined; `all` is no as soon as one is no.
 * Only where the undefined condition decides is the result undefined.
 */
const connect =
  (key: 'any' | 'all'): Compile =>
  (operation, compiler) => {
    const nodes = compiler.nodes(operation[key] as unknown[]);
    needType(nodes, 'yes-no', `“${key}”`);
    const decisive = key === 'any';
    const deciding = (memory: Memory): Node[] => {
      const hits = nodes.filter((node) => valueIn(node, memory) === decisive);
      return hits.length > 0 ? hits : nodes;
    };
    return {
      type: 'yes-no',
      evaluate(memory) {
        let unsure: Value[] | null = null;
        for (const node of nodes) {
          const value = valueIn(node, memory);
          if (value === decisive) return decisive;
          if (typeof value !== 'boolean') {
            unsure ??= [];
            unsure.push(value);
          }
        }
        return unsure === null ? !decisive : (lacking(unsure) ?? !decisive);
      },
      explain: (memory, words) =>
        [...new Set(deciding(memory).map((node) => node.explain(memory, words)))]
          .filter(Boolean)
          .join(words.language === 'zh' ? '，且' : ', and '),
      cites: (memory) => citesOf(deciding(memory), memory),
      reads: readsOf(nodes),
    };
  };

/** `{ any: [ … ] }` */
export const any: Compile = connect('any');
/** `{ all: [ … ] }` */
export const all: Compile = connect('all');

/** `{ not: condition }` */
export const not: Compile = (operation, compiler) => {
  const node = compiler.node(operation['not']);
  needType([node], 'yes-no', '“not”');
  return {
    type: 'yes-no',
    evaluate(memory) {
      const value = valueIn(node, memory);
      return typeof value === 'boolean' ? !value : value;
    },
    explain: (memory, words) => node.explain(memory, words),
    cites: (memory) => node.cites(memory),
    reads: node.reads,
  };
};
