import { fill } from '../i18n/language.ts';
import { langOf, searchStrings } from '../i18n/search.ts';
import { element } from './dom.ts';
import { markParameter } from './in-address.ts';
import { paint, rangesOf } from './marks.ts';
import { readQuery } from './query.ts';

/**
 * Marks the reader's words on a page that was opened from a search result (`?mark=…`), and offers to
 * go through them and to clear them. The script of the search box loads this only where the address asks for it.
 */
export function markArrival(typed: readonly string[], window: Window & typeof globalThis): void {
  const { document, location, history } = window;
  const main = document.querySelector('main');
  const words = typed.map((word) => readQuery(word).text).filter((word) => [...word].length > 1);
  if (!main || words.length === 0) return;
  const t = searchStrings(langOf(document.documentElement.lang));
  const ranges = rangesOf(main, words);
  const { clear, current } = paint(ranges, window);
  const q = words.join(' · ');

  const text = element('p', { class: 'arrival-text', role: 'status' });
  const bar = element('aside', { class: 'arrival', 'aria-label': t.title, 'data-pagefind-ignore': '' }, text);
  const button = (label: string, use: () => void): HTMLButtonElement => {
    const made = element('button', { type: 'button' }, label);
    made.addEventListener('click', use);
    return made;
  };

  let at = -1;
  const show = (index: number, scroll: boolean): void => {
    const range = ranges[index];
    if (!range) return;
    at = index;
    reveal(range);
    current(range);
    if (scroll) scrollTo(range, window);
  };
  const step = (by: number): void => show((at + by + ranges.length) % ranges.length, true);
  const finish = (): void => {
    clear();
    // The button that had the focus goes: reading goes on in the text.
    if (bar.contains(document.activeElement)) main.focus({ preventScroll: true });
    bar.remove();
    const url = new URL(location.href);
    url.searchParams.delete(markParameter);
    history.replaceState(history.state, '', url);
  };

  if (ranges.length > 1)
    bar.append(
      button(t.previous, () => step(-1)),
      button(t.next, () => step(1)),
    );
  bar.append(button(t.clearMarks, finish));
  bar.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') finish();
  });
  document.body.append(bar);
  text.textContent = fill(ranges.length > 0 ? t.arrivalMarks : t.arrivalNone, { q, n: ranges.length });

  // A link to a heading stays there; its first mark is the one to begin with.
  const target = anchorOf(document, location.hash);
  const first = target ? ranges.findIndex((range) => follows(target, range.startContainer)) : 0;
  show(Math.max(0, first), !target);
}

/** The element that the fragment names; an address made by hand may hold a broken one. */
function anchorOf(document: Document, hash: string): HTMLElement | null {
  try {
    return hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  } catch {
    return null;
  }
}

const follows = (target: Element, node: Node): boolean =>
  target.contains(node) || (target.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Opens what is folded around the range. */
function reveal(range: Range): void {
  for (
    let box = range.startContainer.parentElement?.closest('details');
    box;
    box = box.parentElement?.closest('details')
  )
    box.open = true;
}

function scrollTo(range: Range, window: Window): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 80 || bottom > window.innerHeight - 80) window.scrollBy({ top: top - window.innerHeight / 3 });
}
