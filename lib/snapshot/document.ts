import type { Day, Instant } from '../deal/day.ts';
import type { Money } from '../deal/money.ts';

/**
 * A snapshot as it is handed to a writer: the owner's sheet on one page, and behind it tables with typed cells. Writers know
 * nothing of deals; what was masked or left out is so here already.
 */
export type SnapshotDocument = {
  /** "Week of 16 to 22 Nov 2026". */
  title: string;
  /** As of, reviewed by whom or "not reviewed", short hash; a draft says that it is one. */
  footer: string[];
  /** In the order of the sheet's eight parts. */
  sheet: SheetSection[];
  /** One table each, with a name of its own; a person's own page is one of them. */
  tables: DocumentTable[];
  locale: string | undefined;
  /** IANA: the wall clock that moments are written by. */
  timeZone: string;
};

export type SheetSection = { id: string; title: string; blocks: SheetBlock[] };

export type SheetBlock =
  | { kind: 'sentence'; text: string; isLead?: boolean }
  /** Quantities of one currency on one scale, up to the goal where there is one. */
  | { kind: 'bar'; label: string; parts: { label: string; money: Money }[]; goal: Money | null }
  /** start + all lines = end, to the minor unit. */
  | { kind: 'bridge'; start: Money; lines: { label: string; money: Money }[]; end: Money }
  | { kind: 'table'; table: DocumentTable }
  | { kind: 'list'; items: string[]; none: string };

export type DocumentTable = {
  /** Unlike any other's of the document: file name, sheet name and anchor. */
  id: string;
  title: string;
  /** What it rests on, and what is not in it. */
  note: string;
  columns: DocumentColumn[];
  rows: Cell[][];
};

export type DocumentColumn = { title: string; kind: Exclude<Cell, null>['kind'] };

/** Null: not known. */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; url: string }
  | { kind: 'money'; money: Money }
  | { kind: 'day'; day: Day }
  | { kind: 'instant'; at: Instant }
  | { kind: 'count'; value: number }
  | { kind: 'days'; value: number }
  | { kind: 'share'; value: number }
  | null;
