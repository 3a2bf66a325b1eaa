import type { Day, Instant } from '../deal/day.ts';
import type { ChangePart, Seen } from './deal-part.ts';

/** One of ours by id; anybody else as they were named. */
export type Whom = { id: string } | { name: string };

/** Of one deal what was written or said, by whomever. `id`: the deal's. */
export type SaidPart = {
  id: string;
  nextStep: { text: string | null; due: Day | null; seen: Seen | null } | null;
  /** Who said that the close date is the day, where somebody's word for it is on record. */
  dateSaidBy: { who: Whom; on: Day } | null;
  wait: { until: Day; what: string; saidBy: Whom | null } | null;
  promises: PromisePart[];
  /** Since the snapshot before. */
  prompts: { signal: string; kind: 'asked' | 'proof-seen' | 'snoozed'; at: Instant }[];
  /** By signal: the facts in which people may be named. */
  facts: { [signal: string]: { [fact: string]: string } };
  /** Of the next step, since the snapshot before. */
  changes: ChangePart[];
};

export type PromisePart = {
  id: string;
  what: string;
  who: Whom;
  side: 'ours' | 'theirs';
  /** Of ours whose it is to keep: named, or the deal's owner where "we" promised. */
  whose: string | null;
  by: Day;
  proof: string | null;
  state: 'open' | 'due' | 'due-not-checked' | 'kept' | 'missed' | 'dropped';
  madeAt: Instant;
  /** Earlier days. */
  movedFrom: Day[];
  settledAt: Instant | null;
  reason: string | null;
  /** It was made, moved or settled since the snapshot before. */
  isNews: boolean;
};

export type Note =
  | { kind: 'sentence'; text: string }
  | { kind: 'line'; deal: string; why: string; action: string; owner: Whom | null; by: Day | null }
  /** An action of the snapshot before. `done` null: not said. */
  | {
      kind: 'action';
      deal: string;
      action: string;
      owner: Whom | null;
      by: Day | null;
      own: boolean;
      done: boolean | null;
    };
