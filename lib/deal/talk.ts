import type { Day, Instant } from './day.ts';

/** The parts of a 1:1, in the order in which they are talked through. */
export const TALK_PARTS = ['topic', 'promises', 'changes', 'deals', 'skill', 'next'] as const;
export type TalkPart = (typeof TALK_PARTS)[number];

/**
 * A talk with one of ours, as far as it was written down here. Everything in it may be shown to that person. It holds no
 * figure and no judgement: those are worked out anew each time, from the deals.
 */
export type OneToOne = {
  id: string;
  /** By the name of the roster, else as the CRM's owner field has it. */
  person: string;
  on: Day;
  startedAt: Instant;
  changedAt: Instant;
  /** Null: it goes on. */
  endedAt: Instant | null;
  notes: Partial<Record<TalkPart, string>>;
  /** Our id of the deal that the rep picked. */
  picked: string | null;
  /** All open deals were talked through, or two; null: as the agenda has it. */
  whole: boolean | null;
  /** What is to be tried until the next one. */
  practice: string;
  nextOn: Day | null;
};

/** Of a talk, what is written while it goes on. */
export type TalkPatch = Partial<Omit<OneToOne, 'id' | 'person' | 'startedAt'>>;

/** In characters. */
export const TALK_LIMITS = { note: 4_000, practice: 300, person: 300, id: 100 } as const;
