import { fill, htmlLang } from '../i18n/language.ts';
import { kindName, langOf, searchStrings } from '../i18n/search.ts';
import { element } from './dom.ts';
import type { Lexicon } from './lexicon.ts';
import { loadLexicon } from './load.ts';
import { readQuery } from './query.ts';
import { markIn } from './show.ts';
import { suggest } from './suggest.ts';

const mostSuggestions = 8;

/**
 * Makes the field a combobox after the ARIA pattern: arrows move, Enter opens, Escape closes. The Enter
 * that commits a candidate of an input method does neither.
 */
export function makeCombobox(
  form: HTMLFormElement,
  input: HTMLInputElement,
  base: string,
  window: Window & typeof globalThis,
): void {
  const { document, location } = window;
  const language = document.documentElement.lang;
  const lang = langOf(language);
  // The names are those of the Chinese pages, whatever the language of this one.
  const named = lang === 'zh' ? undefined : htmlLang.zh;
  const t = searchStrings(lang);
  const list = element('ul', {
    id: 'search-suggestions',
    class: 'suggestions',
    role: 'listbox',
    'aria-label': t.suggestions,
    hidden: true,
  });
  const live = element('p', { class: 'visually-hidden', role: 'status' });
  form.append(list, live);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }))
    input.setAttribute(name, value);

  let lexicon: Lexicon | undefined;
  let active = -1;
  let composing = false;
  const options = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];

  const close = (): void => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const activate = (index: number): void => {
    const all = options();
    active = index;
    for (const [at, option] of all.entries()) option.setAttribute('aria-selected', String(at === index));
    const option = all[index];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const open = (option: HTMLElement): void => {
    const { href } = option.dataset;
    close();
    if (href === undefined) form.requestSubmit();
    else location.assign(href);
  };

  const refresh = (): void => {
    const { text, needle } = readQuery(input.value);
    if (composing) return;
    if (needle === '' || !lexicon || document.activeElement !== input) {
      close();
      return;
    }
    const rows = suggest(text, lexicon, mostSuggestions).map(({ entry, by }, index) =>
      makeOption(
        index,
        base + entry.path,
        element('span', { class: 'suggestion-name', lang: named }, ...marked(entry.name, needle)),
        by === undefined ? undefined : element('span', { class: 'suggestion-by', lang: named }, ...marked(by, needle)),
        entry.within ? element('span', { class: 'suggestion-by', lang: named }, entry.within) : undefined,
        element('span', { class: 'suggestion-kind' }, kindName(entry.kind, lang)),
      ),
    );
    list.replaceChildren(
      ...rows,
      makeOption(rows.length, undefined, element('span', { class: 'suggestion-all' }, fill(t.searchAll, { q: text }))),
    );
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    activate(-1);
    live.textContent = fill(t.suggestionCount, { n: rows.length });
  };

  const makeOption = (index: number, href: string | undefined, ...children: (Node | undefined)[]): HTMLElement => {
    const option = element(
      'li',
      { id: `search-suggestion-${index}`, role: 'option', 'aria-selected': 'false', 'data-href': href },
      ...children,
    );
    // The press must not take the focus from the field, or the list would close before the click.
    option.addEventListener('pointerdown', (event) => event.preventDefault());
    option.addEventListener('click', () => open(option));
    return option;
  };

  input.addEventListener('compositionstart', () => {
    composing = true;
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    refresh();
  });
  input.addEventListener('input', refresh);
  input.addEventListener('focus', refresh);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    // 229 is how browsers without `isComposing` on the last key report an input method at work.
    if (event.isComposing || event.keyCode === 229) return;
    const count = options().length;
    const isOpen = !list.hidden;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.altKey) {
      event.preventDefault();
      if (!isOpen) refresh();
      else
        activate(
          event.key === 'ArrowDown' ? ((active + 2) % (count + 1)) - 1 : ((active + 1 + count) % (count + 1)) - 1,
        );
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && isOpen) {
      const option = options()[active];
      if (!option) return close();
      event.preventDefault();
      open(option);
    }
  });

  loadLexicon({ base, language, fetch: (...request) => window.fetch(...request) }).then(
    (loaded) => {
      lexicon = loaded;
      refresh();
    },
    // Without suggestions the field is the plain form that it was.
    () => undefined,
  );
}

function marked(text: string, needle: string): (Node | string)[] {
  return markIn(text, [needle]).map((part) => (part.mark ? element('mark', {}, part.text) : part.text));
}
