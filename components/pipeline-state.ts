import type { SavedView } from '../lib/settings/saved-views.ts';
import type { PipelineList } from '../lib/team/pipeline/pipeline.ts';
import type { PipelineRow } from '../lib/team/pipeline/say-row.ts';
import type { PipelineView, SortKey } from '../lib/team/pipeline/view.ts';
import type { Work } from './actions.ts';

export type PipelineState = {
  view: PipelineView;
  list: PipelineList;
  /** The address of the view that `list` answers: while another is worked out, the one before. */
  place: string;
  /** Rows that are here already, by the place of their entry. */
  rows: ReadonlyMap<number, PipelineRow>;
  /** Groups of which the head alone stands in `list.lines`, by their titles. */
  folded: ReadonlySet<string>;
  /** The line that the keyboard stands on. */
  active: number;
  /** The reader comes back from a deal's page: the table has the keyboard at once. */
  returns: boolean;
  saved: SavedView[];
  /** What goes on paper, heads of groups among the rows; null: nothing. */
  printed: PrintedLine[] | null;
};

export type PrintedLine = { row: PipelineRow } | { head: PipelineList['groups'][number] };

export type PipelineActions = {
  /** `replaces`: the address before is not gone back to. */
  change(patch: Partial<PipelineView>, replaces?: boolean): void;
  /** Rows that came into sight and are not here. */
  need(places: number[]): void;
  stand(line: number): void;
  /** Folds a group, or opens it again. */
  fold(title: string): void;
  open(deal: string): void;
  saveView(name: string): Work;
  dropView(name: string): Work;
  print(): Work;
};

export const COLUMNS: readonly { key: SortKey; title: string; downFirst?: true }[] = [
  { key: 'mark', title: 'Mark' },
  { key: 'name', title: 'Deal' },
  { key: 'owner', title: 'Owner' },
  { key: 'amount', title: 'Amount', downFirst: true },
  { key: 'stage', title: 'Stage' },
  { key: 'age', title: 'In stage', downFirst: true },
  { key: 'close', title: 'Close date' },
  { key: 'next', title: 'Next step' },
  { key: 'seen', title: 'Last seen' },
];

/** Said outright: where rows are shown as cards, the browser sees no table in them. */
export const AS = {
  grid: { role: 'grid' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  groupHead: { role: 'rowheader' },
  cell: { role: 'gridcell' },
  nothing: { 'aria-hidden': true },
} as const;

export const dealHref = (id: string) => `#pipeline/${encodeURIComponent(id)}`;
export const viewHref = (place: string) => (place === '' ? '#pipeline' : `#pipeline/${encodeURIComponent(place)}`);
