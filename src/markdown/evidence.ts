import type { HastPluginEntry } from 'satteri';

type Node = {
  type: string;
  name?: string;
  tagName?: string;
  children?: readonly Node[];
  attributes?: readonly Attribute[];
};
type Attribute = { type: string; name?: string; value?: unknown };

/**
 * Puts `<Evidence rules="R14 R15" figures="members" />` after every paragraph, list item or table
 * that holds `<R>` or `<F>`: on narrow screens the quotes fold under the text that rests on them.
 */
export function evidence(): HastPluginEntry {
  return {
    name: 'evidence-after-block',
    element: [
      {
        filter: ['p', 'table'],
        visit(node, ctx) {
          const found = collect(node as Node);
          if (found) ctx.insertAfter(node, found as never);
        },
      },
      {
        // An item of a tight list holds its text without a paragraph.
        filter: ['li'],
        visit(node, ctx) {
          const found = collect(node as Node, ['p', 'ul', 'ol', 'table']);
          if (found) ctx.appendChild(node, found as never);
        },
      },
    ],
  };
}

function collect(block: Node, without: readonly string[] = []) {
  const rules = new Set<string>();
  const figures = new Set<string>();
  const walk = (node: Node): void => {
    for (const child of node.children ?? []) {
      if (child.tagName && without.includes(child.tagName)) continue;
      if (child.name === 'R') for (const id of attribute(child, 'id').split(/\s+/)) rules.add(id);
      if (child.name === 'F') figures.add(attribute(child, 'id'));
      walk(child);
    }
  };
  walk(block);
  if (rules.size + figures.size === 0) return undefined;
  return {
    type: 'mdxJsxFlowElement',
    name: 'Evidence',
    attributes: [
      { type: 'mdxJsxAttribute', name: 'rules', value: [...rules].join(' ') },
      { type: 'mdxJsxAttribute', name: 'figures', value: [...figures].join(' ') },
    ],
    children: [],
  };
}

function attribute(node: Node, name: string): string {
  const value = node.attributes?.find((candidate) => candidate.name === name)?.value;
  return typeof value === 'string' ? value.trim() : '';
}
