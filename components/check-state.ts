import type { Instant } from '../lib/deal/day.ts';
import type { CoursePoint } from '../lib/risk/course.ts';
import type { Model } from '../lib/risk/learn/model.ts';
import type { BandFrom } from '../lib/risk/score.ts';
import type { SelfCheck } from '../lib/risk/self-check.ts';
import type { Work } from './actions.ts';

/** How far the worker is; `share` 0 to 1, null where it cannot be told. */
export type CheckStep = { step: 'reading' | 'looking' | 'weighing' | 'checking'; share: number | null };

export type EndedDeal = { id: string; name: string; account: string; outcome: 'won' | 'lost'; endedAt: Instant };

/** What the deals on record tell of the score in force. */
export type CheckFound = {
  deals: number;
  /** Ended, and seen open before: what can be learnt from. */
  ended: EndedDeal[];
  /** Ended, and never seen open. */
  onlyEnded: number;
  check: SelfCheck;
  bandFrom: BandFrom;
};

/** One ended deal as the score saw it, look by look. */
export type DealCourse = EndedDeal & { points: CoursePoint[] };

export type CheckState = {
  /** Learning is switched on. */
  on: boolean;
  /** What was learnt and is kept, and what it took the place of. */
  kept: Model | null;
  former: Model | null;
  found: CheckFound | null;
  running: ({ what: 'check' | 'learn' } & CheckStep) | null;
  /** What was stopped before it was done. */
  stopped: 'check' | 'learn' | null;
  /** The sentence to show. */
  problem: string | null;
  /** What the last learning on this page came to. `too-few`: it could not be tried, so nothing changed. */
  outcome: Model['kind'] | 'too-few' | null;
  course: DealCourse | null;
};

export type CheckActions = {
  check(): Work;
  learn(): Work;
  cancel(): Work;
  setOn(on: boolean): Work;
  /** Null: none is shown. */
  showCourse(deal: EndedDeal | null): Work;
};
