import type { Page } from 'playwright-core';

/** What the search page showed for a query. */
export type Shown = {
  /** Where its links lead, below the base path, in the order of reading. */
  readonly ranked: readonly string[];
  /** No page was shown as holding the query as it was typed. */
  readonly exactEmpty: boolean;
  /** The sentence of its live region. */
  readonly status: string;
};

/**
 * Types queries into the search page, which must be open, and reads what it shows: the one order that
 * counts is the one that a reader sees. The page may be asked again and again.
 */
export async function askPage(page: Page, queries: readonly string[]): Promise<Shown[]> {
  return page.evaluate(askHere, queries);
}

/** Runs inside the page. */
async function askHere(queries: readonly string[]): Promise<Shown[]> {
  const part = <T extends Element>(selector: string): T => {
    const found = document.querySelector<T>(selector);
    if (!found) throw new Error(`The search page lacks ${selector}.`);
    return found;
  };
  const root = part<HTMLElement>('[data-search-page]');
  const base = root.dataset.base ?? '/';
  const input = part<HTMLInputElement>('[data-search="input"]');
  const ended = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const observer = new MutationObserver(() => {
        if (root.dataset.state === undefined) return;
        observer.disconnect();
        if (root.dataset.state === 'failed') reject(new Error(`The search failed: ${root.innerText.slice(0, 300)}`));
        else resolve();
      });
      observer.observe(root, { attributeFilter: ['data-state'] });
    });

  const answers: Shown[] = [];
  for (const query of queries) {
    delete root.dataset.state;
    const end = ended();
    input.value = query;
    part<HTMLFormElement>('[data-search="form"]').requestSubmit();
    // Browsers limit how often a page may change its address; playwright takes the limit away.
    if (new URLSearchParams(location.search).get('q') !== query)
      throw new Error(`The browser refused the address of the query ${query}.`);
    await end;
    answers.push({
      ranked: [...root.querySelectorAll<HTMLAnchorElement>('[data-hit]')].map((link) => {
        const { pathname, hash } = new URL(link.href);
        return pathname.slice(base.length) + decodeURIComponent(hash);
      }),
      exactEmpty: root.querySelector('[data-tier="exact"]') === null,
      status: part('[data-search="status"]').textContent ?? '',
    });
  }
  return answers;
}
