import type { HastPluginEntry } from 'satteri';

export type TermNames = { readonly id: string; readonly names: readonly string[] };
type Node = { type: string; value?: string; name?: string; tagName?: string };

/** Places whose words are not linked: they are links, names or evidence already. */
const closed = new Set(['a', 'code', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'To', 'F', 'R', 'Term']);
/** A quote keeps to the words of its source; a title names something else. */
const quoted = /「[^」]*」|《[^》]*》/g;

/**
 * Wraps the first use of every glossary term of a page in `<Term id="…">`; the longest name wins.
 */
export function glossaryTerms(terms: readonly TermNames[]): HastPluginEntry {
  const idOf = new Map(terms.flatMap(({ id, names }) => names.map((name) => [name, id] as const)));
  const names = [...idOf.keys()].sort((a, b) => b.length - a.length);
  if (names.length === 0) return undefined;
  const pattern = new RegExp(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');

  return () => {
    const used = new Set<string>();
    return {
      name: 'glossary-terms',
      text(node, ctx) {
        for (let at = ctx.parent(node) as Node | undefined; at; at = ctx.parent(at as never) as Node | undefined) {
          if (closed.has(at.tagName ?? at.name ?? '')) return;
        }
        const quotes = [...node.value.matchAll(quoted)].map(
          (match) => [match.index, match.index + match[0].length] as const,
        );
        const parts: unknown[] = [];
        let done = 0;
        for (const match of node.value.matchAll(pattern)) {
          const [name] = match;
          const id = idOf.get(name);
          if (!id || used.has(id)) continue;
          if (quotes.some(([from, to]) => match.index >= from && match.index < to)) continue;
          used.add(id);
          parts.push({ type: 'text', value: node.value.slice(done, match.index) });
          parts.push({
            type: 'mdxJsxTextElement',
            name: 'Term',
            attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
            children: [{ type: 'text', value: name }],
          });
          done = match.index + name.length;
        }
        if (parts.length === 0) return;
        parts.push({ type: 'text', value: node.value.slice(done) });
        ctx.replaceNode(node, parts as never);
      },
    };
  };
}
