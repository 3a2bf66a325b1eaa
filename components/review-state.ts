import type { DealCard } from '../lib/coaching/card.ts';
import type { ReviewChoice, ReviewPlan } from '../lib/coaching/review/arrange.ts';
import type { Agreed, AnswerKind, Review } from '../lib/coaching/review/review-state.ts';
import type { Day } from '../lib/deal/day.ts';
import type { Work } from './actions.ts';

/** What the side panel shows beside, or in place of, the deal of its tab. */
export type ReviewScreen =
  /** The open deal. `paused`: a run that can be gone on with. */
  | { kind: 'follow'; paused: Review | null }
  /** Null while all deals are looked through. */
  | { kind: 'plan'; plan: ReviewPlan | null }
  /** `card`: of the deal at hand, once it is known. */
  | { kind: 'run'; review: Review; card: DealCard | null; today: Day }
  | { kind: 'end'; review: Review };

export type Said = { answer: AnswerKind | null; note: string; agreed: Agreed | null };

export type ReviewActions = {
  /** Looks through all deals for those to talk about. */
  plan(): Work;
  start(choice: ReviewChoice): Work;
  /** Back to the open deal; the run waits. */
  pause(): Work;
  resume(): Work;
  /** The run is over and its list was taken along. */
  finish(): Work;
  /** Puts on record what was asked, said and agreed, then goes on. */
  save(said: Said): Work;
  next(): Work;
  back(): Work;
  /** Opens the record of the deal at hand in the tab beside the panel. */
  openRecord(): Work;
  copy(text: string): Work;
};
