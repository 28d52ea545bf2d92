import { fill } from '../i18n/language.ts';
import { langOf, type SearchStrings, searchStrings } from '../i18n/search.ts';
import { readState, type SearchState, writeState } from './address.ts';
import { element } from './dom.ts';
import type { Found, Search } from './engine.ts';
import { type Chosen, countFacets, passes } from './facets.ts';
import { renderFilters } from './filters.ts';
import { loadSearch, type Site } from './load.ts';
import { longestQuery } from './query.ts';
import { type Context, pageSize, renderTier, type TierName, type TierView } from './render.ts';
import type { Hit } from './tiers.ts';

/** While a reader types, the search waits this long for the next key; milliseconds. */
const patience = 160;
/** Quicker than this, a note that something is loading would only flicker; milliseconds. */
const noticeable = 200;

/** Brings the search page to life: its address is its state. */
export function startSearchPage(root: HTMLElement, base: string, window: Window & typeof globalThis): void {
  const { document, location, history } = window;
  const language = document.documentElement.lang;
  const site: Site = { base, language, fetch: (...request) => window.fetch(...request) };
  const lang = langOf(language);
  const t = searchStrings(lang);
  const context: Context = { t, lang, base };
  const part = (name: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(`[data-search="${name}"]`);
    if (!found) throw new Error(`The search page lacks the element data-search="${name}".`);
    return found;
  };
  const form = part('form');
  const status = part('status');
  const results = part('results');
  const filters = part('filters');
  const start = part('start');
  const everything = part('everything');
  const input = part('input') as HTMLInputElement;
  const filterFrame = part('filter-frame') as HTMLDetailsElement;
  filterFrame.open = window.matchMedia('(width >= 56rem)').matches;

  let round = 0;
  const limits = new Map<TierName, number>();

  const go = (state: SearchState, how: 'push' | 'replace'): void => {
    const address = location.pathname + writeState(state);
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    limits.clear();
    void run();
  };

  const run = async (): Promise<void> => {
    const mine = ++round;
    const state = readState(location.search);
    if (state.q.trim() === '') return showStart();
    start.hidden = true;
    everything.hidden = true;
    const slow = window.setTimeout(() => {
      status.textContent = fill(results.childElementCount === 0 ? t.loading : t.searching, { q: state.q });
    }, noticeable);
    try {
      const search = await loadSearch(site);
      const found = await search.find(state.q);
      if (mine !== round) return;
      await show(search, found, state.chosen, mine);
    } catch (error) {
      if (mine === round) showFailure(error as Error);
    } finally {
      window.clearTimeout(slow);
    }
  };

  const showStart = (): void => {
    results.replaceChildren();
    filterFrame.hidden = true;
    status.textContent = '';
    start.hidden = false;
    everything.hidden = location.hash !== '#everything';
    root.dataset.state = 'start';
  };

  const show = async (search: Search, found: Found, chosen: Chosen, mine: number): Promise<void> => {
    const tiers = (['named', 'exact', 'all', 'some'] as const).map((name) => [name, found[name]] as const);
    const facets = await search.facets();
    const kept = tiers.map(
      ([name, hits]) => [name, hits.filter((hit) => passes(search.idOf(hit), chosen, facets))] as const,
    );
    const filled = kept.filter(([, hits]) => hits.length > 0);
    const views = await Promise.all(
      filled.map(([name, hits]) => viewOf(search, found, name, hits, mine, name === filled[0]?.[0])),
    );
    if (mine !== round) return;
    results.replaceChildren(...notes(found, t), ...views.map((view) => renderTier(view, context)));
    const ids = tiers.flatMap(([, hits]) => hits.map(search.idOf));
    showFilters(countFacets(ids, chosen, facets));
    filterFrame.hidden = filters.childElementCount === 0;
    status.textContent = summary(found, new Map(kept), t);
    if (ids.length === 0) start.hidden = false;
    root.dataset.state = 'done';
    root.dataset.query = found.query.text;
  };

  const showFilters = (counts: ReturnType<typeof countFacets>): void => {
    // The box that was just ticked is made anew: the focus stays on it.
    const { activeElement } = document;
    const focused =
      activeElement instanceof HTMLInputElement && filters.contains(activeElement) ? activeElement : undefined;
    const choose = (next: Chosen): void => go({ q: readState(location.search).q, chosen: next }, 'push');
    filters.replaceChildren(...renderFilters(counts, t, choose));
    if (!focused) return;
    const same = [...filters.querySelectorAll('input')].find(
      (box) => box.name === focused.name && box.value === focused.value,
    );
    const folded = same?.closest('details');
    if (folded) folded.open = true;
    same?.focus();
  };

  const viewOf = async (
    search: Search,
    found: Found,
    name: TierName,
    hits: readonly Hit[],
    mine: number,
    isBest: boolean,
  ): Promise<TierView> => {
    const limit = limits.get(name) ?? (isBest ? pageSize : pageSize / 2);
    const shown = await Promise.all(hits.slice(0, limit).map(async (hit) => ({ hit, shown: await search.show(hit) })));
    // `60分` inside `160分` holds the string too, and comes after the pages that hold it as it was meant.
    const own = shown.filter(({ hit }) => hit.named.length > 0);
    const others = shown.filter(({ hit }) => hit.named.length === 0);
    const ordered = [...own, ...others.filter((row) => row.shown.whole), ...others.filter((row) => !row.shown.whole)];
    const words = found.pieces.join(' · ');
    return {
      name,
      title: fill(t[name], { q: found.query.text, words }),
      hits,
      shown: ordered,
      marks: (hit) =>
        name === 'exact' ? [found.query.unquoted === found.needle ? found.needle : found.query.text] : hit.held,
      onMore: () => {
        limits.set(name, limit + pageSize);
        const position = limit;
        if (mine !== round) return;
        void run().then(() => {
          // The first new page takes the focus; it may stand in a folded group.
          const hit = results.querySelector<HTMLElement>(`[data-page="${hits[position]?.page}"] a`);
          const folded = hit?.closest('details');
          if (folded) folded.open = true;
          hit?.focus();
        });
      },
    };
  };

  const showFailure = (error: Error): void => {
    const offline = window.navigator.onLine === false;
    const retry = element('button', { type: 'button', class: 'retry' }, t.retry);
    retry.addEventListener('click', () => void run());
    const reason = offline ? t.offline : fill(t.indexMissing, { reason: error.message });
    results.replaceChildren(
      element('div', { class: 'search-failure' }, element('h2', {}, t.failed), element('p', {}, reason), retry),
    );
    filterFrame.hidden = true;
    everything.hidden = false;
    status.textContent = t.failed;
    root.dataset.state = 'failed';
  };

  let waiting = 0;
  const typed = (): void => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(
      () => go({ q: input.value, chosen: readState(location.search).chosen }, 'replace'),
      patience,
    );
  };
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) typed();
  });
  input.addEventListener('compositionend', typed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    window.clearTimeout(waiting);
    if (input.value !== readState(location.search).q) go({ q: input.value, chosen: {} }, 'push');
    else void run();
  });
  window.addEventListener('popstate', () => {
    input.value = readState(location.search).q;
    void run();
  });
  part('list').addEventListener('click', () => {
    everything.hidden = false;
  });

  input.value = readState(location.search).q;
  void run();
}

/** What the reader should know before the results. */
function notes({ query, missing, exact }: Found, t: SearchStrings): HTMLElement[] {
  const lines = [
    ...(query.shortened ? [fill(t.shortened, { n: longestQuery })] : []),
    ...(exact.length === 0 && missing.length > 0 ? [fill(t.missing, { words: missing.join(' · ') })] : []),
  ];
  return lines.map((line) => element('p', { class: 'search-note' }, line));
}

/** The sentence of the live region. */
function summary(found: Found, kept: ReadonlyMap<TierName, readonly Hit[]>, t: SearchStrings): string {
  const q = found.query.text;
  const count = (name: TierName): number => kept.get(name)?.length ?? 0;
  const related = count('all') + count('some');
  if (count('named') + count('exact') + related === 0) {
    const any = found.named.length + found.exact.length + found.all.length + found.some.length;
    return any > 0 ? t.nothingFiltered : fill(t.nothing, { q });
  }
  const parts = [
    count('exact') > 0 ? fill(t.foundExact, { n: count('exact'), q }) : fill(t.noExact, { q }),
    ...(count('named') > 0 ? [fill(t.foundNamed, { n: count('named') })] : []),
    ...(related > 0 ? [fill(t.foundRelated, { n: related })] : []),
  ];
  return parts.join(' · ');
}
