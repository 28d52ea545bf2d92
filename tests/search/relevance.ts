import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const queryKinds = [
  'title',
  'alias',
  'practice',
  'rule-phrase',
  'place',
  'number',
  'short',
  'phrase',
  'question',
  'pinyin',
  'initials',
  'traditional',
  'typo',
  'mixed',
  'synonym',
  'absent',
] as const;
export type QueryKind = (typeof queryKinds)[number];

/** A query with the addresses that answer it; `right` is empty for what the site does not have. */
export type Query = {
  readonly query: string;
  readonly kind: QueryKind;
  /** Addresses below the base path; without `#` any place of the page is right. */
  readonly right: readonly string[];
  readonly note?: string;
};

/** The queries of queries.yaml; throws where an entry is not one. */
export function readQueries(): Query[] {
  const rows = parse(readFileSync(new URL('queries.yaml', import.meta.url), 'utf8')) as Query[];
  for (const row of rows) {
    const known = typeof row.query === 'string' && queryKinds.includes(row.kind) && Array.isArray(row.right);
    if (!known || (row.kind === 'absent') !== (row.right.length === 0))
      throw new Error(`queries.yaml: ${JSON.stringify(row)} is no query with a kind and its right addresses`);
  }
  return rows;
}

export type FiguresOptions = {
  /** For engines that know no headings: an address is met by its page. */
  readonly byPage?: boolean;
};

/** Whether an address that was shown is one of the right ones. */
export function isRight(shown: string, right: readonly string[], { byPage = false }: FiguresOptions = {}): boolean {
  return right.some((wanted) => {
    const whole = !byPage && wanted.includes('#');
    return whole ? shown === wanted : pageOf(shown) === pageOf(wanted);
  });
}

const pageOf = (address: string): string => address.replace(/[?#].*$/, '');

/** Counts of queries. Those that can be answered, and apart from them those for what is not there. */
export type Counts = {
  readonly answerable: number;
  /** A right address came first; came among the first three. */
  readonly first: number;
  readonly firstThree: number;
  /** Nothing at all was shown although there is an answer. */
  readonly wronglyNothing: number;
  readonly absent: number;
  /** Of the absent: no page was said to hold the query. */
  readonly absentRight: number;
};

export type Figures = {
  readonly byKind: ReadonlyMap<QueryKind, Counts>;
  readonly all: Counts;
  /** Queries without a right address in the first place, or said to be there when they are not. */
  readonly failures: readonly Failure[];
};

export type Failure = {
  readonly query: Query;
  readonly problem: 'not first' | 'not in the first three' | 'wrongly nothing' | 'wrongly there';
  /** What came first, at most three. */
  readonly shown: readonly string[];
};

/**
 * How well an engine answers: for each query the addresses in the order in which it shows them, and
 * whether it says that no page holds the query as it was typed.
 */
export function figuresOf(
  queries: readonly Query[],
  ranked: readonly (readonly string[])[],
  exactEmpty: readonly boolean[],
  options: FiguresOptions = {},
): Figures {
  const judged = queries.map((query, index) => {
    const shown = ranked[index] ?? [];
    const place = shown.findIndex((address) => isRight(address, query.right, options));
    return { query, shown, place, empty: exactEmpty[index] ?? false };
  });
  const count = (rows: typeof judged): Counts => {
    const absent = rows.filter(({ query }) => query.kind === 'absent');
    const answerable = rows.filter(({ query }) => query.kind !== 'absent');
    return {
      answerable: answerable.length,
      first: answerable.filter(({ place }) => place === 0).length,
      firstThree: answerable.filter(({ place }) => place >= 0 && place < 3).length,
      wronglyNothing: answerable.filter(({ shown }) => shown.length === 0).length,
      absent: absent.length,
      absentRight: absent.filter(({ empty }) => empty).length,
    };
  };
  const failures = judged.flatMap(({ query, shown, place, empty }): Failure[] => {
    const failure = (problem: Failure['problem']): Failure[] => [{ query, problem, shown: shown.slice(0, 3) }];
    if (query.kind === 'absent') return empty ? [] : failure('wrongly there');
    if (shown.length === 0) return failure('wrongly nothing');
    if (place === 0) return [];
    return failure(place > 0 && place < 3 ? 'not first' : 'not in the first three');
  });
  const kinds = queryKinds.filter((kind) => queries.some((query) => query.kind === kind));
  return {
    byKind: new Map(kinds.map((kind) => [kind, count(judged.filter(({ query }) => query.kind === kind))])),
    all: count(judged),
    failures,
  };
}

/** The figures by kind in Markdown. */
export function relevanceTable({ byKind, all }: Figures): string {
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${part} (${((100 * part) / whole).toFixed(part === whole ? 0 : 1)} %)`;
  const row = (name: string, counts: Counts): string =>
    `| ${[
      name,
      counts.answerable + counts.absent,
      share(counts.first, counts.answerable),
      share(counts.firstThree, counts.answerable),
      counts.answerable === 0 ? '–' : counts.wronglyNothing,
      share(counts.absentRight, counts.absent),
    ].join(' | ')} |`;
  return [
    '| kind | queries | right first | right in the first three | wrongly nothing | absent, and said so |',
    '|---|---|---|---|---|---|',
    ...[...byKind].map(([kind, counts]) => row(kind, counts)),
    row('all', all),
  ].join('\n');
}

/** The table, and every failure with what came first. */
export function relevanceReport(figures: Figures): string {
  const lines = figures.failures.map(
    ({ query: { query, kind, right }, problem, shown }) =>
      `${kind}: ${query}: ${problem}\n  right: ${right.join(' ') || 'nothing'}\n  shown: ${shown.join(' ') || 'nothing'}`,
  );
  return [relevanceTable(figures), '', ...lines].join('\n');
}
