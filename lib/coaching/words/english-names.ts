import type { FieldName } from '../../deal/fields.ts';
import type { MissingReason, SourceKind } from '../../deal/reading.ts';
import type { LimitSource } from '../../risk/facts.ts';
import type { InputPart, SignalName } from '../../risk/types.ts';
import type { OpenKind } from '../catalogue/types.ts';

// What things are called: one word for each, the same on every screen.

export const FIELD_WORDS: Record<FieldName, string> = {
  name: 'name',
  amount: 'amount',
  stage: 'stage',
  pipeline: 'pipeline',
  closeDate: 'close date',
  owner: 'owner',
  account: 'account',
  probability: 'probability',
  forecastCategory: 'forecast category',
  nextStep: 'next step',
  nextStepDue: 'day of the next step',
  createdOn: 'day of creation',
  lastActivity: 'last activity',
  outcome: 'won or lost',
};

export const PART_WORDS: Record<InputPart, string> = {
  feed: 'what happened on it',
  contacts: 'who is on it over there',
  answers: 'answers to the checklist',
};

export const PAGE_WORDS: Record<SourceKind, string> = {
  record: 'deal page',
  list: 'list',
  board: 'board',
  file: 'file',
  said: 'word of yours',
};

export const TITLES: Record<SignalName, string> = {
  'close-date-past': 'date past',
  pushed: 'date put off',
  stalled: 'standing still',
  'stage-back': 'stage back',
  'no-next-step': 'no next step',
  'next-step-past': 'step was due',
  'no-activity': 'quiet',
  'date-too-early': 'early for its date',
  'amount-cut': 'amount down',
  'unusual-size': 'unusual size',
  'buyer-silent': 'buyer quiet',
  'seller-alone': 'only we write',
  'due-this-period': 'due soon, still early',
  'older-than-won': 'older than usual',
  'stage-skipped': 'stage passed over',
  'stage-unproven': 'stage without its proof',
  'vague-step': 'step without a deed',
  'step-unchanged': 'same step as before',
  'step-too-far': 'step far off',
  'amount-unrefined': 'first round figure',
  'few-contacts': 'few people',
  'no-decision-maker': 'nobody who decides',
  'qualification-gaps': 'open questions',
  competitor: 'somebody else in it',
  'owner-changed': 'handed over',
  reopened: 'opened again',
  'commit-unproven': 'counted on early',
  'buyer-acted': 'buyer acted',
  'moved-on': 'moved on',
  'offer-revised': 'offer made anew',
  'promise-kept': 'promise kept',
};

export const UNREAD: Record<MissingReason, string> = {
  'not-on-page': 'this page does not show it',
  empty: 'the page shows it with nothing in it',
  unreadable: 'something stands there that I could not make out',
  ambiguous: 'it can be read in two ways, so it was left out',
};

export const SOURCES: Record<LimitSource, string> = {
  published: 'after published figures',
  measured: 'measured',
  'expert judgement': 'expert judgement',
  'own deals': 'from your own closed deals',
  'set by you': 'set by you',
};

export const KIND_WORDS: Record<OpenKind, string> = { early: 'an early', mid: 'a mid', late: 'a late' };
