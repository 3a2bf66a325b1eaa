import type { Day, Instant } from '../deal/day.ts';
import type { FieldName } from '../deal/fields.ts';
import type { Money } from '../deal/money.ts';
import type { Gap, SnapshotMoment, Sums } from './content.ts';

/**
 * What moves the sum of what is open and due by the quarter's end. Beside those of the team's bridge: `restated`: the
 * snapshot before would say otherwise today (another rate, a past that was learned since); `quarter-turned`: due in the
 * quarter that has begun since.
 */
export const SNAPSHOT_LINES = [
  ...(['restated', 'quarter-turned', 'new', 'found', 'pulled-in', 'increased', 'handed-in', 'reopened'] as const),
  ...(['recounted', 'decreased', 'pushed-out', 'handed-out', 'lost', 'won'] as const),
] as const;
export type SnapshotLine = (typeof SNAPSHOT_LINES)[number];

/** start + all lines = end, to the minor unit, in one currency. Money null: amounts were left out. */
export type BridgePart = {
  /** The end of the snapshot before, as it was frozen. */
  start: Money | null;
  lines: { line: SnapshotLine; money: Money | null; parts: { deal: string; money: Money | null }[] }[];
  end: Money | null;
};

/** What sets a deal off its way. `gone`: it stands no longer in the view where it stood, and nobody said why. */
export const DEVIATIONS = ['lost', 'gone', 'pushed', 'decreased', 'stage-back'] as const;
export type Deviation = (typeof DEVIATIONS)[number];
export type MoveKind = Deviation | 'won' | 'new' | 'pulled-in' | 'increased';

/** What became of one deal, by its weightiest kind. From and to are those of the field that tells it. */
export type Move = {
  deal: string;
  kind: MoveKind;
  /** All kinds that hold of it. */
  kinds: MoveKind[];
  field: FieldName | null;
  from: string | Money | null;
  to: string | Money | null;
  /** What weighs: the deal's amount, or by how much it changed. */
  weight: Money | null;
};

export type TeamPart = {
  moment: SnapshotMoment;
  /** All that have or had a part of their own. */
  people: string[];
  deals: string[];
  /** Day `number` of the quarter's `of`. */
  day: { number: number; of: number };
  goal: Money | null;
  sums: Sums;
  gap: Gap | null;
  /** Every open deal, whenever it is due; those without a close date. */
  open: Money[];
  undated: Money[];
  call: Money | null;
  /** The snapshot before: when, its call, and the sum of what was open and due then. */
  before: { asOf: Instant; quarter: string; call: Money | null; due: Money[] } | null;
  /** On the same day of the quarter before: its sums, and what was due in this one. Null: not on record. */
  lastQuarter: { day: Day; sums: Sums; next: Money[] } | null;
  /** What is open and due in the quarter after this. */
  nextQuarter: Money[];
  bridges: BridgePart[];
  /** Every deal that moved, what weighs most first. */
  moves: Move[];
  /** Five at most: value times how open the end is. */
  deciding: string[];
  /** How much of the quarter's sum hangs on the largest deal and on one person, by currency. */
  shares: { currency: string | null; deal: string; ofDeal: number; person: string | null; ofPerson: number | null }[];
  closing: Closing;
  unknown: Unknown;
};

/** What may close the gap. */
export type Closing = {
  /** Due in the quarter after, in a mid or late stage, seen lately, and waiting for nothing. */
  pullIns: { deals: string[]; sums: Money[] };
  /** Of the gap what neither best case nor pull-ins would bring; null without a gap, or where amounts were left out. */
  toCreate: Money | null;
  /** As late as a deal may begin to be won by the quarter's end, by the usual time of won deals; null: too few to say. */
  createBy: Day | null;
};

export type Unknown = {
  /** Open deals that were not seen since the week began, the longest first; what they come to, and since when. */
  unseen: string[];
  unseenSums: Money[];
  unseenSince: Day | null;
  /** Open deals, by field that was never seen or seen empty. */
  lacking: { field: FieldName; neverSeen: string[]; empty: string[] }[];
  /** What the CRM says was closed in the quarter, as typed, and by how much that is apart from ours. */
  crm: { closed: Money[]; apart: Money[] } | null;
  /** Gone from a view of open deals, and nobody said what became of them. */
  gone: string[];
  /** When every view of the week's sweep had been read to its end; null: it was not. */
  sweptAt: Instant | null;
  historySince: Day | null;
};
