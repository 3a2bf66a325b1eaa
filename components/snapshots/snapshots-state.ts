import type { DealRow } from '../../lib/coaching/card.ts';
import type { Day } from '../../lib/deal/day.ts';
import type { SnapshotDraft } from '../../lib/deal/frozen-snapshot.ts';
import type { Money } from '../../lib/deal/money.ts';
import type { MaskOptions } from '../../lib/snapshot/mask.ts';
import type { WeeksFrozen } from '../../lib/snapshot/say-freezing.ts';
import type { FileForm } from '../../lib/snapshot/write/write-file.ts';
import type { Work } from '../actions.ts';

/** One frozen snapshot in the list. `text`: as of when, and how it was frozen. */
export type SnapshotLineItem = {
  id: string;
  week: string;
  text: string;
  stamp: 'reviewed' | 'not reviewed';
  isInForce: boolean;
};

/** What stands before anything was opened. */
export type SnapshotsHome = {
  /** A week whose snapshot can be frozen, or soon can; the oldest first. */
  drafts: { from: Day; week: string; needs: string }[];
  /** Weeks that ended unfrozen and are not frozen yet. */
  unfrozen: number;
  /** The week whose draft waits for them. */
  waits: string | null;
  /** When the next draft stands ready, where none does; null: nothing was seen yet. */
  nextOn: string | null;
  /** The latest first. */
  items: SnapshotLineItem[];
  /** Rows on record that cannot be read. */
  damaged: number;
};

/** Weeks on their way to be frozen by themselves. `problem`: why they stopped. */
export type WeeksFreezing = { frozen: WeeksFrozen; problem: string | null; again: () => Work };

/** What a draft still wants, with the deals that are meant. */
export type DraftNeed = { id: string; text: string; rows: DealRow[] };

/** A deal that moved off its way, or an action of the last sheet: what the manager says of it. */
export type DraftMove = { deal: string; name: string; url: string; told: string };
export type PastAction = { deal: string; action: string; told: string };

export type DraftScreen = {
  from: Day;
  week: string;
  needs: DraftNeed[];
  moves: DraftMove[];
  past: PastAction[];
  /** Nought in the currency that a call is typed in. */
  like: Money;
  lastCall: string | null;
  people: string[];
  typed: SnapshotDraft;
};

export type DraftActions = {
  /** Writes what was typed into the draft as it stands now. */
  change(patch: (before: SnapshotDraft) => SnapshotDraft): Work;
  freeze(): Work;
};

export const ALL_KEPT: MaskOptions = { names: 'kept', amounts: 'kept' };

export const FILE_KINDS: readonly { kind: FileForm; title: string }[] = [
  { kind: 'xlsx', title: 'Excel' },
  { kind: 'html', title: 'Web page' },
  { kind: 'csv', title: 'CSV' },
  { kind: 'markdown', title: 'Markdown' },
  { kind: 'json', title: 'JSON' },
];

/** The share of a file that is written, 0 to 1; null: none is being written. */
export type Writing = number | null;

export type ShareActions = {
  save(kind: FileForm): Work;
  cancel(): void;
  copy(): Work;
  print(): Work;
};
