import { fill } from '../i18n/language.ts';
import { langOf, searchStrings } from '../i18n/search.ts';
import { readState, type SearchState, writeState } from './address.ts';
import { firstOf } from './choose.ts';
import { element } from './dom.ts';
import type { Found, Search } from './engine.ts';
import { type Chosen, countFacets, type Facets, isChosen, passes, splitChosen } from './facets.ts';
import { renderFailure } from './failure.ts';
import { renderChosen, renderFilters } from './filters.ts';
import { loadSearch, type Site } from './load.ts';
import { note, notes, summary, titleOf } from './notes.ts';
import { inOrder, type Tier, type TierName } from './order.ts';
import { openRecent } from './recent.ts';
import { renderRecent } from './recent-list.ts';
import { type Context, pageSize, renderTier, type TierView } from './render.ts';
import { type Shown, showName } from './show.ts';

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
  const recent = openRecent(window);
  const titled = document.title;
  filterFrame.open = window.matchMedia('(width >= 56rem)').matches;

  let round = 0;
  /** The last round whose results are shown. */
  let painted = 0;
  /** The address holds a query that the reader has finished; the next key begins another entry of the history. */
  let settled = true;
  const limits = new Map<TierName, number>();

  const settle = (): void => {
    settled = true;
    recent.add(readState(location.search).q);
  };

  const go = (state: SearchState, how: 'push' | 'replace'): Promise<void> => {
    const address = location.pathname + writeState(state);
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    limits.clear();
    return run();
  };
  const choose = (next: Chosen): Promise<void> => {
    settle();
    return go({ q: readState(location.search).q, chosen: next }, 'push');
  };
  const context: Context = {
    t,
    lang,
    base,
    kindAddress: (value) => {
      const { q, chosen } = readState(location.search);
      return (chosen.kind ?? []).length > 0 ? undefined : writeState({ q, chosen: { ...chosen, kind: [value] } });
    },
  };

  const run = async (): Promise<void> => {
    const mine = ++round;
    const state = readState(location.search);
    document.title = state.q.trim() === '' ? titled : `${state.q.slice(0, 40)} · ${titled}`;
    if (state.q.trim() === '') return showStart();
    start.hidden = true;
    everything.hidden = true;
    const slow = window.setTimeout(() => {
      if (painted !== mine)
        status.textContent = fill(results.childElementCount === 0 ? t.loading : t.searching, { q: state.q });
    }, noticeable);
    try {
      const search = await loadSearch(site);
      const found = await search.find(state.q);
      if (mine !== round) return;
      await show(search, found, state.chosen, mine);
    } catch (error) {
      if (mine === round) fail(error as Error);
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
    renderRecent(part('recent'), recent, location.pathname, t);
    root.dataset.state = 'start';
  };

  const show = async (search: Search, found: Found, wanted: Chosen, mine: number): Promise<void> => {
    const tiers = inOrder(found);
    const loadFacets = (): Promise<Facets> => search.facets().catch((): Facets => new Map());
    // Results wait for the filters only where these narrow them.
    const facets: Facets = isChosen(wanted) ? await loadFacets() : new Map();
    const known = [...facets.values()].some(({ size }) => size > 0);
    const { chosen, unknown } = splitChosen(wanted, facets);
    const kept = tiers.map((tier) => ({
      ...tier,
      hits: tier.hits.filter((hit) => passes(search.idOf(hit), chosen, facets)),
    }));
    const filled = kept.filter(({ hits }) => hits.length > 0);
    const views = await Promise.all(filled.map((tier) => viewOf(search, found, tier, mine, tier === filled[0])));
    if (mine !== round) return;
    painted = mine;
    const bare = views.flatMap(({ shown }) => shown).filter((row) => row.shown.bare).length;
    results.replaceChildren(
      ...[renderChosen(chosen, t, chooseAndFocus)].filter((list) => list !== undefined),
      ...(bare > 0 ? [renderBare(bare)] : []),
      ...(unknown.length > 0
        ? [note(known ? fill(t.unknownFilters, { values: unknown.join(' · ') }) : t.filtersFailed)]
        : []),
      ...notes(found, t),
      ...views.map((view) => renderTier(view, context)),
    );
    status.textContent = summary(found, new Map(kept.map(({ name, hits }) => [name, hits])), t);
    const ids = tiers.flatMap(({ hits }) => hits.map(search.idOf));
    if (ids.length === 0) start.hidden = false;
    root.dataset.query = found.query.text;
    const counts = countFacets(ids, chosen, await loadFacets());
    if (mine !== round) return;
    showFilters(counts);
    filterFrame.hidden = filters.childElementCount === 0;
    root.dataset.state = 'done';
  };

  /** The button that was pressed goes: the focus moves to the next one, else to the results. */
  const chooseAndFocus = (next: Chosen): void =>
    void choose(next).then(() => (results.querySelector<HTMLElement>('.chosen button') ?? results).focus());

  const renderBare = (n: number): HTMLElement => {
    const retry = element('button', { type: 'button', class: 'quiet-button' }, t.retry);
    retry.addEventListener('click', () => void run());
    return element('p', { class: 'search-note' }, fill(t.bare, { n }), ' ', retry);
  };

  const showFilters = (counts: ReturnType<typeof countFacets>): void => {
    // The box that was just ticked is made anew: the focus stays on it.
    const { activeElement } = document;
    const focused =
      activeElement instanceof HTMLInputElement && filters.contains(activeElement) ? activeElement : undefined;
    filters.replaceChildren(...renderFilters(counts, t, (next) => void choose(next)));
    if (!focused) return;
    const same = [...filters.querySelectorAll('input')].find(
      (box) => box.name === focused.name && box.value === focused.value,
    );
    const folded = same?.closest('details');
    if (folded) folded.open = true;
    same?.focus();
  };

  const viewOf = async (search: Search, found: Found, tier: Tier, mine: number, isBest: boolean): Promise<TierView> => {
    const { name, hits } = tier;
    const limit = limits.get(name) ?? (isBest ? pageSize : pageSize / 2);
    // Every text that is shown costs a file: the weaker tiers show their first ones only.
    const first = isBest ? firstOf(hits, limit) : hits.slice(0, limit);
    // A text that does not come costs its excerpt, not the result.
    const shown = await Promise.all(
      first.map(async (hit) => ({ hit, shown: await search.show(hit).catch((): Shown => showName(hit)) })),
    );
    // `60分` inside `160分` holds the string too, and comes after the pages that hold it as it was meant.
    const own = shown.filter(({ hit }) => hit.named.length > 0);
    const others = shown.filter(({ hit }) => hit.named.length === 0);
    const ordered = [...own, ...others.filter((row) => row.shown.whole), ...others.filter((row) => !row.shown.whole)];
    return {
      name,
      title: titleOf(tier, found, t),
      hits,
      shown: ordered,
      marks: (hit) =>
        name === 'exact' ? [found.query.unquoted === found.needle ? found.needle : found.query.text] : hit.held,
      onMore: () => {
        limits.set(name, limit + pageSize);
        const next = hits.find((hit) => !first.includes(hit));
        if (mine !== round) return;
        void run().then(() => {
          // The first new page takes the focus; it may stand in a folded group.
          const hit = results.querySelector<HTMLElement>(`[data-page="${next?.page}"] a`);
          const folded = hit?.closest('details');
          if (folded) folded.open = true;
          hit?.focus();
        });
      },
    };
  };

  const fail = (error: Error): void => {
    results.replaceChildren(renderFailure(error, window, t, () => void run()));
    filterFrame.hidden = true;
    everything.hidden = false;
    status.textContent = t.failed;
    root.dataset.state = 'failed';
  };
  window.addEventListener('online', () => {
    if (root.dataset.state === 'failed') void run();
  });

  let waiting = 0;
  const typed = (): void => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      const { q, chosen } = readState(location.search);
      const how = settled && q !== '' ? 'push' : 'replace';
      settled = false;
      void go({ q: input.value, chosen }, how);
    }, patience);
  };
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) typed();
  });
  input.addEventListener('compositionend', typed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    window.clearTimeout(waiting);
    const state = { q: input.value, chosen: readState(location.search).chosen };
    const isSame = location.search === writeState(state);
    if (isSame) void run();
    else void go(state, settled ? 'push' : 'replace');
    settle();
  });
  results.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    settle();
    if (link.dataset.state === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const state = readState(link.search);
    void go(state, 'push').then(() => (results.querySelector<HTMLElement>('.chosen button') ?? results).focus());
  });
  window.addEventListener('popstate', () => {
    window.clearTimeout(waiting);
    input.value = readState(location.search).q;
    settled = true;
    void run();
  });
  part('list').addEventListener('click', () => {
    everything.hidden = false;
  });

  input.value = readState(location.search).q;
  settle();
  void run();
}
