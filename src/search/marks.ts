import { comparable, comparableWithMap } from '../lib/comparable.ts';

/** Where the words stand in the text under an element, in the order of reading, across its inline elements. */
export function rangesOf(root: Element, words: readonly string[]): readonly Range[] {
  const needles = [...new Set(words.map(comparable))].filter((needle) => needle.length > 1);
  const nodes = textNodes(root);
  const starts: number[] = [];
  let text = '';
  for (const node of nodes) {
    starts.push(text.length);
    text += node.data;
  }
  const same = comparableWithMap(text);
  const spans: { start: number; end: number }[] = [];
  for (const needle of needles) {
    for (let at = same.text.indexOf(needle); at !== -1; at = same.text.indexOf(needle, at + needle.length)) {
      spans.push({ start: same.from[at] ?? 0, end: same.to[at + needle.length - 1] ?? 0 });
    }
  }
  const locate = (position: number): { node: Text; offset: number } | undefined => {
    const index = starts.findLastIndex((start) => start <= position);
    const node = nodes[index];
    return node && { node, offset: position - (starts[index] ?? 0) };
  };
  return spans
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end }) => {
      const first = locate(start);
      const last = locate(end - 1);
      if (!first || !last) return [];
      const range = root.ownerDocument.createRange();
      range.setStart(first.node, first.offset);
      range.setEnd(last.node, last.offset + 1);
      return [range];
    });
}

/** What is not read as the text of the page; the search does not find it there either. */
const unread = 'script, style, template, noscript, nav, form, [hidden], [data-pagefind-ignore]';

function textNodes(root: Element): readonly Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(unread) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Paints ranges; returns how to take the paint away again. */
export type Paint = { readonly clear: () => void; readonly current: (range: Range) => void };

export function paint(ranges: readonly Range[], window: Window & typeof globalThis): Paint {
  return 'highlights' in window.CSS ? paintHighlights(ranges, window) : wrapMarks(ranges);
}

function paintHighlights(ranges: readonly Range[], { CSS, Highlight }: Window & typeof globalThis): Paint {
  CSS.highlights.set('search', new Highlight(...ranges));
  return {
    clear: () => {
      CSS.highlights.delete('search');
      CSS.highlights.delete('search-current');
    },
    current: (range) => {
      const highlight = new Highlight(range);
      highlight.priority = 1;
      CSS.highlights.set('search-current', highlight);
    },
  };
}

/** For browsers without highlights: elements around each stretch of text, last first, so that offsets stay true. */
function wrapMarks(ranges: readonly Range[]): Paint {
  const marks: HTMLElement[] = [];
  for (const range of ranges.flatMap(byNode).toReversed()) {
    const mark = document.createElement('mark');
    range.surroundContents(mark);
    marks.push(mark);
  }
  return {
    clear: () => {
      for (const mark of marks) {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent?.normalize();
      }
    },
    current: () => undefined,
  };
}

/** An element cannot be put around parts of two others: one range for each text node. */
function byNode(range: Range): readonly Range[] {
  if (range.startContainer === range.endContainer) return [range];
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const parts: Range[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!range.intersectsNode(node)) continue;
    const part = document.createRange();
    part.setStart(node, node === range.startContainer ? range.startOffset : 0);
    part.setEnd(node, node === range.endContainer ? range.endOffset : node.length);
    if (!part.collapsed) parts.push(part);
  }
  return parts;
}
