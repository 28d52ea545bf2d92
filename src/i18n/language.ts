declare global {
  /**
   * Set while the scripts of the site's pages are bundled: a calculator's page carries the texts of its language with it,
   * and the tables of both languages are left out of its scripts.
   */
  var TEXTS_ARE_CARRIED: true | undefined;
}

/** Languages of the interface; also the keys of every bilingual text of the content. */
export const languages = ['zh', 'en'] as const;
export type Lang = (typeof languages)[number];

/** Value of the `lang` attribute. */
export const htmlLang: Record<Lang, string> = { zh: 'zh-CN', en: 'en' };

/** A table of interface strings: every string stands beside its translation, so that none can be forgotten. */
export type Table = Readonly<Record<string, Readonly<Record<Lang, string>>>>;
export type Strings<T extends Table> = { readonly [K in keyof T]: string };

const made = new WeakMap<Table, Partial<Record<Lang, object>>>();

/** One language of a table; made once, since every part of every page asks for it. */
export function strings<T extends Table>(table: T, lang: Lang): Strings<T> {
  const known = made.get(table) ?? {};
  made.set(table, known);
  known[lang] ??= Object.fromEntries(Object.entries(table).map(([key, pair]) => [key, pair[lang]]));
  return known[lang] as Strings<T>;
}

/** Texts of one language that a page carries with it, by the name of their table; see `src/calculator/mount.ts`. */
export type CarriedTexts = Readonly<Record<string, object>>;

let carried: CarriedTexts = {};

export const carry = (texts: CarriedTexts): void => {
  carried = texts;
};

/** For a worker of the page, which has none of its own. */
export const carriedTexts = (): CarriedTexts => carried;

export const carriedStrings = <T extends Table>(name: string): Strings<T> => carried[name] as Strings<T>;

/** Puts values into `{name}`; a name without a value is an error. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`“${template}” has no value for {${name}}`);
    return String(value);
  });
}
