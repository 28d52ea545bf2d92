import { type ComponentChild, render } from 'preact';

/**
 * Prints a sheet of its own instead of the page. The sheet is in the document only while it is printed; styles hide
 * everything else for that time. `arrange` may change the sheet before it is printed: it gets the sheet, laid out as
 * wide as on paper. Nothing is left behind when printing ends or is broken off.
 */
export function printSheet(
  sheet: ComponentChild,
  lang: string,
  arrange: (sheet: HTMLElement) => void = () => {},
): void {
  document.querySelector('.print-sheet')?.remove();
  const host = document.createElement('div');
  host.className = 'print-sheet';
  host.lang = lang;
  render(sheet, host);
  document.body.append(host);
  document.documentElement.dataset['printSheet'] = '';
  arrange(host);
  const clear = (): void => {
    removeEventListener('afterprint', clear);
    render(null, host);
    host.remove();
    delete document.documentElement.dataset['printSheet'];
  };
  addEventListener('afterprint', clear);
  print();
}

/** Height of the text area of an A4 page, in CSS pixels; the margins are those of `styles/print.css`. */
export const PAGE_HEIGHT = ((297 - 20 - 22) * 96) / 25.4;
