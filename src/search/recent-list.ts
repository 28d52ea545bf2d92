import { fill } from '../i18n/language.ts';
import type { SearchStrings } from '../i18n/search.ts';
import { writeState } from './address.ts';
import { element } from './dom.ts';
import type { Recent } from './recent.ts';

/** The recent searches of the search page: links, each with a button that removes it, and one that clears all. */
export function renderRecent(place: HTMLElement, recent: Recent, address: string, t: SearchStrings): void {
  const queries = recent.list();
  place.hidden = queries.length === 0;
  const again = (focus: number): void => {
    renderRecent(place, recent, address, t);
    const buttons = place.querySelectorAll<HTMLElement>('.recent-remove');
    buttons[Math.min(focus, buttons.length - 1)]?.focus();
  };
  const rows = queries.map((query, index) => {
    const remove = element(
      'button',
      { type: 'button', class: 'recent-remove', 'aria-label': fill(t.removeRecent, { q: query }) },
      '×',
    );
    remove.addEventListener('click', () => {
      recent.remove(query);
      again(index);
    });
    const href = address + writeState({ q: query, chosen: {} });
    return element('li', {}, element('a', { href }, query), remove);
  });
  const clear = element('button', { type: 'button', class: 'quiet-button' }, t.clearRecent);
  clear.addEventListener('click', () => {
    recent.clear();
    again(0);
  });
  const id = 'start-recent';
  place.replaceChildren(
    element('h2', { id }, t.recent),
    element('ul', { class: 'start-recent', 'aria-labelledby': id }, ...rows),
    element('p', { class: 'recent-note' }, t.recentNote, ' ', clear),
  );
}
