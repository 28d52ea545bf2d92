import { fill } from '../i18n/language.ts';
import type { SearchStrings } from '../i18n/search.ts';
import { element } from './dom.ts';

const longestReason = 160;

/** What happened and what to do, where the search could not be loaded. */
export function renderFailure(
  error: Error,
  window: Window & typeof globalThis,
  t: SearchStrings,
  again: () => void,
): HTMLElement {
  const { text, hopeful } = explain(error, window, t);
  const retry = element('button', { type: 'button', class: 'retry' }, t.retry);
  retry.addEventListener('click', again);
  return element(
    'div',
    { class: 'search-failure' },
    element('h2', {}, t.failed),
    element('p', {}, text),
    hopeful ? retry : undefined,
  );
}

/** `hopeful`: another attempt may succeed. */
function explain({ message }: Error, window: Window & typeof globalThis, t: SearchStrings) {
  if (typeof window.DecompressionStream === 'undefined') return { text: t.oldBrowser, hopeful: false };
  if (window.navigator.onLine === false) return { text: t.offline, hopeful: true };
  const reason = message.replaceAll(window.location.origin, '').replace(/\s+/g, ' ').slice(0, longestReason);
  return { text: fill(t.indexMissing, { reason }), hopeful: true };
}
