import { fill, htmlLang } from '../i18n/language.ts';
import { langOf, searchStrings } from '../i18n/search.ts';
import { writeState } from './address.ts';
import { element } from './dom.ts';
import type { Lexicon } from './lexicon.ts';
import { loadLexicon, loadTables } from './load.ts';
import { makeOption, type Option, renderGroup, renderSuggestion } from './options.ts';
import { mayBeOtherwise, readQuery } from './query.ts';
import { openRecent } from './recent.ts';
import { type Suggestion, suggest } from './suggest.ts';
import type { Tables } from './tables.ts';

const mostSuggestions = 8;

/**
 * Makes the field a combobox after the ARIA pattern: arrows move, Enter opens, Escape closes, Delete removes
 * a recent search. The Enter that commits a candidate of an input method does nothing. Before typing it
 * offers recent searches and the links of the form's template.
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
  const recent = openRecent(window);
  const usual = form.querySelector('template')?.content.querySelectorAll('a') ?? [];
  const list = element('div', {
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

  const site = { base, language, fetch: (...request: Parameters<typeof fetch>) => window.fetch(...request) };
  let lexicon: Lexicon | undefined;
  let tables: Tables | undefined;
  let options: readonly Option[] = [];
  let active = -1;
  let composing = false;

  const close = (): void => {
    list.hidden = true;
    list.replaceChildren();
    options = [];
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const activate = (index: number): void => {
    active = index;
    for (const [at, { row }] of options.entries()) row.setAttribute('aria-selected', String(at === index));
    const row = options[index]?.row;
    if (row) input.setAttribute('aria-activedescendant', row.id);
    else input.removeAttribute('aria-activedescendant');
    row?.scrollIntoView({ block: 'nearest' });
  };
  const show = (shown: readonly Option[], said: string, ...children: readonly (Node | undefined)[]): void => {
    options = shown;
    list.replaceChildren(...children.filter((child) => child !== undefined));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    activate(-1);
    live.textContent = said;
  };
  const leave = (address: string): void => {
    close();
    location.assign(address);
  };

  const refresh = (): void => {
    if (composing) return;
    const { text, needle } = readQuery(input.value);
    if (document.activeElement !== input) close();
    else if (input.value.trim() === '') showStart();
    else if (needle === '' || !lexicon) close();
    else showSuggestions(text, needle, lexicon);
  };

  const showSuggestions = (
    text: string,
    needle: string,
    { entries }: Lexicon,
    otherwise?: readonly Suggestion[],
  ): void => {
    const direct = suggest(text, { entries }, mostSuggestions);
    const fresh = otherwise?.filter(({ entry }) => !direct.some((other) => other.entry === entry)) ?? [];
    const rows = [...direct, ...fresh]
      .slice(0, mostSuggestions)
      .map((suggestion, index) =>
        makeOption(
          index,
          { open: () => leave(base + suggestion.entry.path) },
          ...renderSuggestion(suggestion, suggestion.mark ?? needle, lang, named),
        ),
      );
    const all = makeOption(
      rows.length,
      {
        open: () => {
          close();
          form.requestSubmit();
        },
      },
      element('span', { class: 'suggestion-all' }, fill(t.searchAll, { q: text })),
    );
    const shown = [...rows, all];
    const said = rows.length > 0 ? fill(t.suggestionCount, { n: rows.length }) : t.noSuggestions;
    show(shown, said, ...shown.map(({ row }) => row));
    if (otherwise === undefined && mayBeOtherwise(text, rows.length)) void addOtherwise(text, needle, { entries });
  };

  /** Names that are read as typed come when their table is there, unless the reader has gone on meanwhile. */
  const addOtherwise = async (text: string, needle: string, { entries }: Pick<Lexicon, 'entries'>): Promise<void> => {
    const typed = input.value;
    try {
      const { suggestOtherwise } = await import('./suggest-otherwise.ts');
      tables ??= await loadTables(site, { entries });
      const more = await suggestOtherwise(text, { entries }, tables, mostSuggestions);
      if (more.length === 0 || input.value !== typed || list.hidden || active !== -1 || !lexicon) return;
      showSuggestions(text, needle, lexicon, more);
    } catch {
      // The suggestions that stand there already are all there are.
    }
  };

  const showStart = (): void => {
    const searches = recent.list().map((query, index) =>
      makeOption(
        index,
        {
          open: () => leave(`${base}search/${writeState({ q: query, chosen: {} })}`),
          remove: () => {
            recent.remove(query);
            showStart();
            activate(Math.min(index, recent.list().length - 1));
            live.textContent = fill(t.removedRecent, { q: query });
          },
        },
        element('span', { class: 'suggestion-name' }, query),
      ),
    );
    const forget = (): void => {
      recent.clear();
      refresh();
    };
    const clear = makeOption(
      searches.length,
      { open: forget },
      element('span', { class: 'suggestion-all' }, t.clearRecentLong),
    );
    const kept = searches.length > 0 ? [...searches, clear] : [];
    const practices = Array.from(usual, ({ href, textContent }, index) =>
      makeOption(
        kept.length + index,
        { open: () => leave(href) },
        element('span', { class: 'suggestion-name', lang: named }, textContent),
      ),
    );
    if (kept.length + practices.length === 0) close();
    else
      show(
        [...kept, ...practices],
        fill(t.beforeTyping, { n: searches.length + practices.length }),
        renderGroup('recent', t.recent, kept),
        renderGroup('usual', t.usualPractices, practices),
      );
  };

  const load = (): void => {
    loadLexicon(site).then(
      (loaded) => {
        lexicon = loaded;
        if (input.value !== '') refresh();
      },
      // Without suggestions the field is the plain form that it was; the next focus asks again.
      () => undefined,
    );
  };

  // A press must not take the focus from the field, or the list would close before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  input.addEventListener('compositionstart', () => {
    composing = true;
    close();
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    refresh();
  });
  input.addEventListener('input', refresh);
  input.addEventListener('click', () => {
    if (list.hidden) refresh();
  });
  input.addEventListener('focus', () => {
    if (!lexicon) load();
    refresh();
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    // 229 is how browsers without `isComposing` on the last key report an input method at work.
    if (event.isComposing || event.keyCode === 229) return;
    const option = list.hidden ? undefined : options[active];
    const use = (act: () => void): void => {
      event.preventDefault();
      act();
    };
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      use(() => {
        if (list.hidden) refresh();
        else if (event.altKey) close();
        else activate(next(active, event.key === 'ArrowDown' ? 1 : -1, options.length));
      });
    } else if (list.hidden) return;
    else if (event.key === 'Escape') use(close);
    else if (event.key === 'Enter') option ? use(option.open) : close();
    else if (event.key === 'Delete' && option?.remove) use(option.remove);
    // The caret moves in the field again.
    else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) activate(-1);
  });

  load();
  refresh();
}

/** The next place in a ring of the options and the field itself, which is -1. */
function next(active: number, by: 1 | -1, count: number): number {
  return ((active + 1 + by + count + 1) % (count + 1)) - 1;
}
