import type { LimitSource } from './facts.ts';
import type { SignalName, SignalOn } from './types.ts';

export type OpenKind = 'early' | 'mid' | 'late';

/** A signal comes on at `limit` and is at its full weight at `high`. */
export type Limit = { limit: number; high: number };

export type LimitTable = { [K in OpenKind]: Limit | null } & {
  unit: SignalOn['unit'];
  source: LimitSource;
  /**
   * Where the order of stages was never seen: `loosest` goes by the most lenient of the three limits, `off` says nothing,
   * because the signal means something only in some stages.
   */
  orderUnknown: 'loosest' | 'off';
};

export const DEFAULT_LIMITS: Record<SignalName, LimitTable> = {
  'close-date-past': {
    early: { limit: 3, high: 13 },
    mid: { limit: 3, high: 13 },
    late: { limit: 1, high: 11 },
    unit: 'working-days',
    source: 'expert judgement',
    orderUnknown: 'loosest',
  },
  pushed: {
    early: null,
    mid: { limit: 30, high: 60 },
    late: { limit: 14, high: 60 },
    unit: 'days',
    source: 'published',
    orderUnknown: 'off',
  },
  stalled: {
    early: { limit: 45, high: 90 },
    mid: { limit: 30, high: 60 },
    late: { limit: 21, high: 42 },
    unit: 'days',
    source: 'published',
    orderUnknown: 'loosest',
  },
  'stage-back': {
    early: null,
    mid: { limit: 1, high: 3 },
    late: { limit: 1, high: 3 },
    unit: 'none',
    source: 'expert judgement',
    orderUnknown: 'off',
  },
  'no-next-step': {
    early: null,
    mid: { limit: 3, high: 13 },
    late: { limit: 0, high: 10 },
    unit: 'working-days',
    source: 'expert judgement',
    orderUnknown: 'off',
  },
  'next-step-past': {
    early: { limit: 5, high: 15 },
    mid: { limit: 3, high: 13 },
    late: { limit: 1, high: 11 },
    unit: 'working-days',
    source: 'expert judgement',
    orderUnknown: 'loosest',
  },
  'no-activity': {
    early: { limit: 30, high: 60 },
    mid: { limit: 21, high: 42 },
    late: { limit: 14, high: 30 },
    unit: 'days',
    source: 'published',
    orderUnknown: 'loosest',
  },
  // Days left: comes on below the limit, so `high` is the smaller figure.
  'date-too-early': {
    early: { limit: 30, high: 0 },
    mid: { limit: 14, high: 0 },
    late: null,
    unit: 'days',
    source: 'published',
    orderUnknown: 'off',
  },
  'amount-cut': {
    early: null,
    mid: { limit: 15, high: 40 },
    late: { limit: 10, high: 30 },
    unit: 'percent',
    source: 'published',
    orderUnknown: 'off',
  },
  'unusual-size': {
    early: { limit: 3, high: 6 },
    mid: { limit: 3, high: 6 },
    late: { limit: 3, high: 6 },
    unit: 'times',
    source: 'expert judgement',
    orderUnknown: 'loosest',
  },
  'buyer-silent': {
    early: { limit: 21, high: 42 },
    mid: { limit: 14, high: 28 },
    late: { limit: 7, high: 21 },
    unit: 'days',
    source: 'measured',
    orderUnknown: 'loosest',
  },
  'seller-alone': {
    ...everywhere({ limit: 3, high: 6 }),
    unit: 'times',
    source: 'expert judgement',
    orderUnknown: 'loosest',
  },
  // Days left in the period: comes on at any of them, more as it ends.
  'due-this-period': {
    early: { limit: 31, high: 0 },
    mid: null,
    late: null,
    unit: 'none',
    source: 'published',
    orderUnknown: 'off',
  },
  'older-than-won': {
    ...everywhere({ limit: 1.5, high: 2 }),
    unit: 'times',
    source: 'measured',
    orderUnknown: 'loosest',
  },
  'stage-skipped': {
    early: null,
    mid: { limit: 1, high: 3 },
    late: { limit: 1, high: 3 },
    unit: 'none',
    source: 'expert judgement',
    orderUnknown: 'off',
  },
  'stage-unproven': {
    early: null,
    mid: { limit: 1, high: 3 },
    late: { limit: 1, high: 3 },
    unit: 'none',
    source: 'expert judgement',
    orderUnknown: 'off',
  },
  'vague-step': {
    early: null,
    mid: { limit: 1, high: 2 },
    late: { limit: 1, high: 2 },
    unit: 'none',
    source: 'expert judgement',
    orderUnknown: 'off',
  },
  'step-unchanged': {
    early: { limit: 30, high: 60 },
    mid: { limit: 21, high: 42 },
    late: { limit: 10, high: 20 },
    unit: 'days',
    source: 'expert judgement',
    orderUnknown: 'loosest',
  },
  'step-too-far': {
    early: { limit: 45, high: 90 },
    mid: { limit: 30, high: 60 },
    late: { limit: 21, high: 42 },
    unit: 'days',
    source: 'expert judgement',
    orderUnknown: 'loosest',
  },
  'amount-unrefined': {
    early: null,
    mid: { limit: 2, high: 4 },
    late: { limit: 2, high: 4 },
    unit: 'none',
    source: 'measured',
    orderUnknown: 'off',
  },
  // People there: comes on below the limit, which is one more for a deal of twice the usual size.
  'few-contacts': {
    early: null,
    mid: { limit: 2, high: 0 },
    late: { limit: 2, high: 0 },
    unit: 'none',
    source: 'published',
    orderUnknown: 'off',
  },
  'no-decision-maker': {
    early: null,
    mid: { limit: 1, high: -1 },
    late: { limit: 1, high: 0 },
    unit: 'none',
    source: 'published',
    orderUnknown: 'off',
  },
  'qualification-gaps': {
    early: { limit: 3, high: 5 },
    mid: { limit: 2, high: 4 },
    late: { limit: 2, high: 4 },
    unit: 'none',
    source: 'published',
    orderUnknown: 'loosest',
  },
  competitor: {
    ...everywhere({ limit: 1, high: 2 }),
    unit: 'none',
    source: 'measured',
    orderUnknown: 'loosest',
  },
  // Days since: comes on up to the limit and fades.
  'owner-changed': {
    ...everywhere({ limit: 21, high: 0 }),
    unit: 'days',
    source: 'expert judgement',
    orderUnknown: 'loosest',
  },
  reopened: {
    ...everywhere({ limit: 90, high: 0 }),
    unit: 'days',
    source: 'expert judgement',
    orderUnknown: 'loosest',
  },
  'commit-unproven': {
    early: { limit: 1, high: 2 },
    mid: { limit: 2, high: 4 },
    late: { limit: 2, high: 4 },
    unit: 'none',
    source: 'expert judgement',
    orderUnknown: 'loosest',
  },
  'buyer-acted': {
    ...everywhere({ limit: 7, high: 0 }),
    unit: 'days',
    source: 'measured',
    orderUnknown: 'loosest',
  },
  'moved-on': {
    ...everywhere({ limit: 7, high: 0 }),
    unit: 'days',
    source: 'measured',
    orderUnknown: 'off',
  },
  'offer-revised': {
    ...everywhere({ limit: 2, high: 3 }),
    unit: 'times',
    source: 'measured',
    orderUnknown: 'loosest',
  },
  'promise-kept': {
    ...everywhere({ limit: 21, high: 0 }),
    unit: 'days',
    source: 'expert judgement',
    orderUnknown: 'loosest',
  },
};

function everywhere(limit: Limit): { [K in OpenKind]: Limit } {
  return { early: limit, mid: limit, late: limit };
}
