import { type Lang, type Strings, strings } from './language.ts';
import { pages } from './pages.ts';

export type Ui = Strings<typeof pages>;

/** Interface strings of the pages. Calculator and search keep tables of their own beside this one. */
export function ui(lang: Lang): Ui {
  return strings(pages, lang);
}
