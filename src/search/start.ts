import { carried, longestTyped, markParameter } from './in-address.ts';

/** What every page does for the search; everything heavier is loaded when it is used. */
export function startSearchBox(window: Window & typeof globalThis): void {
  const { document, location } = window;
  const form = document.querySelector<HTMLFormElement>('[data-search-box]');
  const input = form?.querySelector('input');
  if (!form || !input) return;
  const base = form.dataset.base ?? '/';

  // Where the suggestions do not come, the field is the plain form that it was, and asks again later.
  const enhance = (): void =>
    void import('./combobox.ts').then(
      ({ makeCombobox }) => makeCombobox(form, input, base, window),
      () => input.addEventListener('focus', enhance, { once: true }),
    );
  if (document.activeElement === input) enhance();
  else input.addEventListener('focus', enhance, { once: true });

  // The limit in the markup is for readers without scripts: here the whole paste stays in the field.
  input.removeAttribute('maxlength');
  form.addEventListener('submit', (event) => {
    if (input.value.length <= longestTyped) return;
    event.preventDefault();
    location.assign(`${base}search/?q=${encodeURIComponent(carried(input.value))}`);
  });

  document.addEventListener('keydown', (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('[data-search="input"]') ?? input;
    field.focus();
    field.select();
  });

  const marks = new URLSearchParams(location.search).getAll(markParameter);
  if (marks.length > 0) void import('./arrival.ts').then(({ markArrival }) => markArrival(marks, window));
}

/** `/` outside of a field, or Ctrl K anywhere; never while an input method is composing. */
function isShortcut(event: KeyboardEvent): boolean {
  if (event.isComposing || event.altKey || event.shiftKey) return false;
  if (event.key.toLowerCase() === 'k') return event.ctrlKey !== event.metaKey;
  if (event.key !== '/' || event.ctrlKey || event.metaKey) return false;
  const { target } = event;
  return !(target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea')));
}
