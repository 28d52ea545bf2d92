import type { HastPluginEntry } from 'satteri';

/** Heading before which a practice shows how its cases differ; see `practiceSections` in src/schema/practice.ts. */
const before = '常见失灵';

/** Puts `<Variants />` between 事先要定 and 常见失灵 of every practice. */
export function variants(): HastPluginEntry {
  return ({ fileURL }) => {
    if (!fileURL?.pathname.includes('/content/practices/')) return undefined;
    return {
      name: 'variants-table',
      element: {
        filter: ['h2'],
        visit(node, ctx) {
          if (ctx.textContent(node).trim() !== before) return;
          ctx.insertBefore(node, { type: 'mdxJsxFlowElement', name: 'Variants', attributes: [], children: [] });
        },
      },
    };
  };
}
