import type { Outcome } from '../deal/fields.ts';
import type { ForecastCategory } from '../process/forecast-category.ts';
import type { DealPlace } from './deal-part.ts';
import type { PromisePart } from './said-part.ts';
import type { MoveKind, SnapshotLine } from './team-part.ts';

// What things are called in every document that a snapshot is handed on as. Reps may read all of it.

export const LINE_WORDS: Record<SnapshotLine, string> = {
  restated: 'Learned since',
  'quarter-turned': 'Quarter turned',
  new: 'New',
  found: 'First seen',
  'pulled-in': 'Pulled in',
  increased: 'Increased',
  'handed-in': 'Handed in',
  reopened: 'Opened again',
  recounted: 'Said more precisely',
  decreased: 'Decreased',
  'pushed-out': 'Put off beyond the quarter',
  'handed-out': 'Handed out',
  lost: 'Lost',
  won: 'Won',
};

export const MOVE_WORDS: Record<MoveKind, string> = {
  lost: 'Lost',
  gone: 'Gone from its view',
  pushed: 'Put off',
  decreased: 'Lower amount',
  'stage-back': 'A stage back',
  won: 'Won',
  new: 'New',
  'pulled-in': 'Due earlier',
  increased: 'Higher amount',
};

export const CATEGORY_WORDS: Record<ForecastCategory, string> = {
  closed: 'closed',
  commit: 'commit',
  'best-case': 'best case',
  pipeline: 'pipeline',
  omitted: 'left out of the forecast',
};

export const PLACE_WORDS: Record<DealPlace, string> = {
  ...CATEGORY_WORDS,
  undated: 'open, without a close date',
  later: 'open, due later',
  ended: 'ended',
};

export const OUTCOME_WORDS: Record<Outcome, string> = { open: 'open', won: 'won', lost: 'lost' };

export const PROMISE_WORDS: Record<PromisePart['state'], string> = {
  open: 'open',
  due: 'its day has come, not seen yet',
  'due-not-checked': 'its day has come, not looked at since',
  kept: 'kept',
  missed: 'not seen by its day',
  dropped: 'dropped',
};

export const NOT_WORDS = {
  erasedDeal: 'a deal that was erased',
  someDeal: 'a deal',
  somePerson: 'a person',
  nobody: 'nobody named',
  somebody: 'somebody',
  amountsOut: 'Amounts are left out of this document.',
} as const;
