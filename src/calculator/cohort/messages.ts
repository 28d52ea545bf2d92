import type { CarriedTexts } from '../../i18n/language.ts';
import type { IdentifiedScheme } from '../../scoring/compile.ts';
import type { Language } from '../../scoring/node.ts';

/** Cells of a row as typed: the name, then one for each input of the table in their order. */
export type Row = readonly string[];

/** Readings of assumptions that differ from the default. */
export type Readings = Readonly<Record<string, string>>;

/** What a table is read from: text of a spreadsheet, or a file. */
export type Source = { kind: 'text'; text: string } | { kind: 'file'; name: string; bytes: ArrayBuffer };

/** A column of a file that the table does not take, and why. */
export type HeadingFault = { heading: string; why: string };

export type Read =
  | { kind: 'rows'; rows: Row[]; leftOut: string[]; asShares: string[] }
  /** The first line names columns that cannot be taken; without them `rows` remain, or nothing where the name lacks. */
  | { kind: 'headings'; faults: HeadingFault[]; without: number | null }
  /** No cell of the first line is a heading. */
  | { kind: 'bare'; lines: string[][] }
  | { kind: 'broken'; why: 'quote' | 'xlsx' | 'old-excel' | 'too-long'; line: number }
  | { kind: 'empty' };

/** A cell that must be mended: what is allowed, or that it is needed. `column` 0 is the name. */
export type Fault = { row: number; column: number; text: string };

/** A list to choose from, and how many rows each option has. */
export type Outcome = { name: string; label: string; options: { id: string; label: string; count: number }[] };
export type Group = { key: string; label: string; count: number };

export type TotalsTable = {
  /** Heading of the groups; empty where the figures are of the whole table. */
  groupLabel: string;
  columns: { label: string; cites: string[] }[];
  rows: { group: string; cells: { text: string; open: boolean; gaps: string[] }[] }[];
};

export type QuotaRow = {
  group: string;
  label: string;
  limit: string;
  actual: string;
  /** By how much it is exceeded; empty where it is not. */
  over: string;
  gaps: string[];
};

export type Moves = {
  /** Rows with another outcome, rows of which only a figure or the place is another, and the first of both. */
  outcome: number;
  figure: number;
  list: { row: number; name: string; changes: string[] }[];
};

/** What is said of a table that has been worked out; rows are asked for as they are shown. */
export type Summary = {
  rows: number;
  computed: number;
  /** Rows that cannot be worked out. */
  faulty: number;
  faults: Fault[];
  /** Whether the table has a ranking. */
  ranked: boolean;
  /** Outputs that at least one row has: the columns of the result. */
  outputs: string[];
  groups: Group[];
  outcomes: Outcome[];
  /** What lines can be drawn by: names of steps. The first is where the ranking is cut. */
  cuts: { name: string; label: string }[];
  totals: TotalsTable[];
  quotas: QuotaRow[];
  moves: Moves | null;
};

export type Sort = 'place' | 'table' | 'name' | 'outcome';

/** Which rows are shown, and in which order. */
export type View = {
  sort: Sort;
  /** An outcome and one of its options, `moved`, `faulty`, or nothing. */
  filter: { outcome: string; option: string } | 'moved' | 'faulty' | null;
  group: string | null;
  cut: string | null;
  page: number;
};

export type Basis = 'stated' | 'assumed' | 'undefined' | 'absent';
export type Cell = { text: string; basis: Basis; gaps: string[]; isNumber: boolean; note: string };

export type Item =
  | { kind: 'row'; row: number; name: string; cells: Cell[]; fault: string; before: string }
  | { kind: 'cut'; above: string; below: string; limit: string }
  | { kind: 'group'; label: string; count: number }
  | { kind: 'faulty'; count: number };

export type Page = { items: Item[]; count: number; pages: number; page: number };

export type Line = { step: string; text: string; cited: string[]; open: boolean; output: boolean };
export type Explanation = {
  headline: string;
  /** Rules that decided outright, by name. */
  outright: { text: string; rules: string[] }[];
  consequences: { text: string; rules: string[] }[];
  lines: Line[];
};

export type Chart = {
  label: string;
  bins: { range: string; low: string; high: string; from: number; to: number; count: number }[];
  /** Where the ranking is cut: between the values of two rows. */
  cuts: { at: number; above: string; below: string }[];
  /** Rows without the value. */
  without: number;
  /** The rows are of several rankings, so that no cut fits all. */
  mixed: boolean;
};

export type Uses = { id: string; rows: number }[];

export type Format = 'csv' | 'xlsx';

/** Everything that can be asked for, and what is answered. */
export type Asked = {
  /** `texts`: what the page carries; a worker has none of its own. */
  open: { ask: { scheme: IdentifiedScheme; language: Language; texts?: CarriedTexts }; answer: null };
  read: { ask: { source: Source; leaveOut: boolean }; answer: Read };
  /** `rows: null` keeps the rows of the last time, and says who moved since. */
  compute: { ask: { rows: Row[] | null; readings: Readings }; answer: Summary };
  view: { ask: View; answer: Page };
  chart: { ask: { group: string | null; cut: string | null }; answer: Chart | null };
  explain: { ask: { row: number }; answer: Explanation | null };
  uses: { ask: null; answer: Uses };
  results: { ask: { format: Format }; answer: Blob };
  template: { ask: { format: Format }; answer: Blob };
};

export type Kind = keyof Asked;
export type Ask<K extends Kind> = Asked[K]['ask'];
export type Answer<K extends Kind> = Asked[K]['answer'];

/** What is being done, for the progress line. */
export type Phase = 'reading' | 'computing' | 'comparing' | 'explaining' | 'writing';
export type Progress = { phase: Phase; share: number };

export type Request = { [K in Kind]: { id: number; kind: K; ask: Ask<K> } }[Kind];
export type Reply =
  | { id: number; kind: 'answer'; answer: unknown }
  | { id: number; kind: 'progress'; progress: Progress }
  | { id: number; kind: 'failed'; message: string };
