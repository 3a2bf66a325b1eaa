import type { Day, Instant } from './day.ts';

export type Side = 'ours' | 'theirs';

/** A commitment with a date. Kept and missed are concluded from sightings or said by a click, never assumed. */
export type DealPromise = {
  id: string;
  deal: string;
  what: string;
  who: string;
  side: Side;
  by: Day;
  proof: string | null;
  madeAt: Instant;
  /** Earlier dates, oldest first: each move is counted. */
  movedFrom: Day[];
  /** The alarm that the user set: a time on its day. Left out in rows from before there were any. */
  remindAt?: Instant | null | undefined;
  settled: { as: 'kept' | 'missed' | 'dropped'; at: Instant; reason: string | null } | null;
};

/** "Their board meets 2 Dec": mutes the quiet signals until that day, for both roles. */
export type AgreedWait = {
  id: string;
  deal: string;
  until: Day;
  what: string;
  saidBy: string;
  madeAt: Instant;
  endedAt: Instant | null;
};

/** What was done with a prompt on a deal. `basis` names what the prompt rested on: it is not asked again until that changes. */
export type PromptEvent = {
  id: string;
  deal: string;
  prompt: string;
  signal: string;
  basis: string;
  kind: 'asked' | 'proof-seen' | 'snoozed';
  at: Instant;
  /** For `snoozed`: quiet until this day. */
  until: Day | null;
};
