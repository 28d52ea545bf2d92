import { cohortStrings } from '../../i18n/cohort.ts';
import { fill, type Lang } from '../../i18n/language.ts';

type Props = {
  /** From 0. */
  page: number;
  /** Rows in all, and on a page. */
  count: number;
  size: number;
  label: string;
  lang: Lang;
  onPage: (page: number) => void;
};

/** Which rows are shown, and ways to the others; nothing where all fit on one page. */
export function Pager({ page, count, size, label, lang, onPage }: Props) {
  const t = cohortStrings(lang);
  const pages = Math.ceil(count / size);
  if (pages < 2) return null;
  return (
    <nav class="cohort-pager" aria-label={`${label}${t.colon}${t.page}`}>
      <button type="button" class="button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t.previous}
      </button>
      <select aria-label={t.page} value={String(page)} onChange={(event) => onPage(Number(event.currentTarget.value))}>
        {Array.from({ length: pages }, (_, i) => (
          <option key={i} value={String(i)}>
            {fill(t.pageOf, { n: i + 1 })}
          </option>
        ))}
      </select>
      <button type="button" class="button" disabled={page >= pages - 1} onClick={() => onPage(page + 1)}>
        {t.next}
      </button>
      <span class="quiet">
        {fill(t.pages, { from: page * size + 1, to: Math.min(count, (page + 1) * size), all: count })}
      </span>
    </nav>
  );
}
