import { fill, type Lang } from '../i18n/language.ts';
import { kindName, type SearchStrings } from '../i18n/search.ts';
import type { Kind } from '../lib/vocabulary.ts';
import { withMarks } from './address.ts';
import { element } from './dom.ts';
import type { Stretch } from './excerpt.ts';
import type { TierName } from './order.ts';
import type { Shown } from './show.ts';
import type { Hit } from './tiers.ts';

/** A tier as it is shown: all its hits are counted, the first ones are shown. */
export type TierView = {
  readonly name: TierName;
  readonly title: string;
  readonly hits: readonly Hit[];
  readonly shown: readonly { readonly hit: Hit; readonly shown: Shown }[];
  /** The words that a page marks on arrival. */
  readonly marks: (hit: Hit) => readonly string[];
  readonly onMore: () => void;
};

export type Context = {
  readonly t: SearchStrings;
  readonly lang: Lang;
  readonly base: string;
  /** The search narrowed to one kind, by its value among the filters; nothing where it is narrowed already. */
  readonly kindAddress: (value: string) => string | undefined;
};

/** How many further pages one press shows. */
export const pageSize = 10;
/** So many hits of one kind stand open, so that no kind hides the others. */
const openInGroup = 4;

export function renderTier(view: TierView, context: Context): HTMLElement {
  const { t } = context;
  const id = `tier-${view.name}`;
  const rest = view.hits.length - view.shown.length;
  const more = element(
    'button',
    { type: 'button', class: 'more-hits' },
    fill(t.moreHits, { n: Math.min(rest, pageSize) }),
  );
  more.addEventListener('click', view.onMore);
  return element(
    'section',
    { class: `tier tier-${view.name}`, 'data-tier': view.name, 'aria-labelledby': id },
    element(
      'h2',
      { id, class: 'tier-title' },
      view.title,
      ' ',
      element('span', { class: 'tier-count' }, fill(t.pages, { n: view.hits.length })),
    ),
    ...groups(view).map(([kind, rows]) => renderGroup(view, kind, rows, context)),
    rest > 0 ? more : undefined,
  );
}

/** By kind, the kind of the best hit first. */
function groups({ shown }: TierView): readonly (readonly [Kind, TierView['shown']])[] {
  const byKind = new Map<Kind, { hit: Hit; shown: Shown }[]>();
  for (const row of shown) byKind.set(row.hit.kind, [...(byKind.get(row.hit.kind) ?? []), row]);
  return [...byKind];
}

function renderGroup(view: TierView, kind: Kind, rows: TierView['shown'], context: Context): HTMLElement {
  const id = `tier-${view.name}-${kind}`;
  const total = view.hits.filter((hit) => hit.kind === kind).length;
  const items = rows.map((row) => renderHit(view, row.hit, row.shown, context));
  const rest = items.slice(openInGroup);
  const name = kindName(kind, context.lang);
  const onlyKind = total > rows.length && kind !== 'page' ? context.kindAddress(kindName(kind, 'zh')) : undefined;
  return element(
    'section',
    { class: 'group', 'data-kind': kind, 'aria-labelledby': id },
    element('h3', { id, class: 'group-title' }, name, ' ', element('span', { class: 'group-count' }, String(total))),
    element(
      'div',
      {},
      element('ol', { class: 'hits' }, ...items.slice(0, openInGroup)),
      rest.length > 0
        ? element(
            'details',
            { class: 'group-rest' },
            element('summary', {}, fill(context.t.moreInGroup, { n: rest.length })),
            element('ol', { class: 'hits', start: openInGroup + 1 }, ...rest),
          )
        : undefined,
      onlyKind === undefined
        ? undefined
        : element(
            'p',
            { class: 'group-all' },
            element('a', { href: onlyKind, 'data-state': '' }, fill(context.t.onlyKind, { kind: name, n: total })),
          ),
    ),
  );
}

function renderHit(view: TierView, hit: Hit, shown: Shown, { t, base }: Context): HTMLElement {
  const marks = view.marks(hit);
  const link = (path: string): string => base + withMarks(path, marks);
  const title = element(
    'a',
    { class: 'hit-link', href: link(shown.path), 'data-hit': view.name },
    ...stretches(shown.title),
  );
  if (shown.heading) title.append(' ', element('span', { class: 'hit-heading' }, ...stretches(shown.heading)));
  const facts = element('span', { class: 'hit-facts' });
  if (hit.named.length > 0) facts.append(element('span', { class: 'hit-own' }, t.ownPage));
  if (hit.times > 1) facts.append(element('span', { class: 'hit-times' }, fill(t.times, { n: hit.times })));
  if (view.name === 'some')
    facts.append(element('span', { class: 'hit-held' }, fill(t.holds, { words: hit.held.join(' · ') })));
  const more = shown.more.map(({ heading, path, times }) =>
    element('li', {}, element('a', { href: link(path), 'data-hit-more': '' }, heading), times > 1 ? ` ${times}` : ''),
  );
  return element(
    'li',
    { class: 'hit', 'data-page': hit.page },
    element('p', { class: 'hit-title' }, title, facts.childNodes.length > 0 ? facts : undefined),
    shown.excerpt.length > 0 ? element('p', { class: 'hit-excerpt' }, ...stretches(shown.excerpt)) : undefined,
    more.length > 0
      ? element(
          'div',
          { class: 'hit-more' },
          element('span', { class: 'hit-more-label' }, t.alsoIn),
          element('ul', {}, ...more),
        )
      : undefined,
  );
}

function stretches(parts: readonly Stretch[]): (Node | string)[] {
  return parts.map(({ text, mark }) => (mark ? element('mark', {}, text) : text));
}
