import type { Day, Instant } from '../deal/day.ts';
import type { Money } from '../deal/money.ts';
import type { Quarter } from '../deal/quarter.ts';
import type { Week } from '../deal/week.ts';
import type { DealPart } from './deal-part.ts';
import type { Note, SaidPart } from './said-part.ts';
import type { TeamPart } from './team-part.ts';

/** Of the content's shape: a later one that reads otherwise has another number. */
export const CONTENT_FORM = 1;

/**
 * What a snapshot holds, as plain JSON: no undefined, nothing in words of a locale. The JSON export is this and no more.
 * Deals and people are named by id everywhere but in a part of their own, so that an erasure takes one part away and the
 * rest still adds up: an id without a part is one that was erased.
 */
export type SnapshotContent = {
  form: typeof CONTENT_FORM;
  /** What was taken out before it was handed on. A frozen snapshot holds all. */
  left: { names: 'kept' | 'masked' | 'out'; amounts: 'kept' | 'out' };
  team: TeamPart;
  /** In roster order. */
  people: PersonPart[];
  /** Open ones, those of the quarter, and those that changed since the snapshot before. */
  deals: DealPart[];
  /** By deal: texts in which people may be named. */
  said: SaidPart[];
  /** The manager's lines. */
  notes: Note[];
};

export type SnapshotMoment = {
  asOf: Instant;
  knownAt: Instant;
  timeZone: string;
  today: Day;
  week: Week;
  quarter: Quarter;
};

/** Sums of a quarter, each per currency. `due`: open and to close by its end, the four before it together. */
export type Sums = Record<'closed' | 'commit' | 'bestCase' | 'pipeline' | 'omitted' | 'due', Money[]>;

/** goal − closed − commit = gap, all in the goal's currency. `apart`: money in others, held against nothing. */
export type Gap = { goal: Money; closed: Money; commit: Money; bestCase: Money; gap: Money; apart: Money[] };

export type PersonPart = {
  id: string;
  /** As the roster has it; null where names were left out. */
  name: string | null;
  goal: Money | null;
  sums: Sums;
  gap: Gap | null;
  /** What the quarter will bring from them, in the manager's word and in their own. */
  calls: { manager: Money | null; own: Money | null };
  /** Ours to keep, on their deals, since the snapshot before; `open` now. */
  promises: Record<'kept' | 'missed' | 'moved' | 'dropped' | 'open', number>;
  talks: TalkPart[];
  /** When they are talked with next, as far as it was said. */
  nextTalk: Day | null;
};

/** A talk since the snapshot before. What was written down in it stays between the two. */
export type TalkPart = { on: Day; deal: string | null; practice: string };
