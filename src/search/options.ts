import type { Lang } from '../i18n/language.ts';
import { kindName } from '../i18n/search.ts';
import { element } from './dom.ts';
import { markIn } from './show.ts';
import type { Suggestion } from './suggest.ts';

/** A row of the list below the field, and what it does. */
export type Option = {
  readonly row: HTMLElement;
  readonly open: () => void;
  /** Takes the row away for good; a recent search only. */
  readonly remove?: () => void;
};

export function makeOption(
  index: number,
  { open, remove }: Omit<Option, 'row'>,
  ...children: readonly (Node | undefined)[]
): Option {
  const row = element(
    'div',
    { id: `search-suggestion-${index}`, class: 'suggestion', role: 'option', 'aria-selected': 'false' },
    ...children,
  );
  row.addEventListener('click', open);
  if (!remove) return { row, open };
  // For the pointer only: an option can hold no button, and the keyboard has Delete.
  const cross = element('span', { class: 'suggestion-remove', 'aria-hidden': 'true' }, '×');
  cross.addEventListener('click', (event) => {
    event.stopPropagation();
    remove();
  });
  row.append(cross);
  return { row, open, remove };
}

export function renderGroup(name: string, title: string, options: readonly Option[]): HTMLElement | undefined {
  if (options.length === 0) return undefined;
  const id = `suggestions-${name}`;
  return element(
    'div',
    { class: 'suggestion-group', role: 'group', 'aria-labelledby': id },
    element('div', { id, class: 'suggestion-title', role: 'presentation' }, title),
    ...options.map(({ row }) => row),
  );
}

/** What stands in the row of an entry; `named` is the language of its names, where it is not the page's. */
export function renderSuggestion(
  { entry, by }: Suggestion,
  needle: string,
  lang: Lang,
  named: string | undefined,
): readonly (Node | undefined)[] {
  const text = (className: string, ...children: (Node | string)[]): HTMLElement =>
    element('span', { class: className, lang: named }, ...children);
  return [
    text('suggestion-name', ...marked(entry.name, needle)),
    by === undefined ? undefined : text('suggestion-by', ...marked(by, needle)),
    entry.within ? text('suggestion-by', entry.within) : undefined,
    element('span', { class: 'suggestion-kind' }, kindName(entry.kind, lang)),
  ];
}

function marked(text: string, needle: string): (Node | string)[] {
  return markIn(text, [needle]).map((part) => (part.mark ? element('mark', {}, part.text) : part.text));
}
