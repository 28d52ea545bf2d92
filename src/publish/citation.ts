export type Citable = { readonly title: string; readonly site: string; readonly url: string };

/** A reference to a page. A date of reading is for the reader to add. */
export function cite({ title, site, url }: Citable, lang: 'zh' | 'en'): string {
  return lang === 'zh' ? `《${title}》，${site}，${url}` : `“${title}”, ${site}, ${url}`;
}
