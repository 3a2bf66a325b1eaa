import type { Day } from '../../../lib/deal/day.ts';
import type { Outcome } from '../../../lib/deal/fields.ts';
import type { SimPerson } from './people.ts';

/** What is really going on in a deal. No page shows it; tests may ask. */
export type Cause = 'healthy' | 'drifting' | 'doomed';

export type NextStep = { text: string; due: Day };
export type Activity = 'mail' | 'call' | 'meeting' | 'document';

/** One thing that happened, on its day. `buyer-silent` and `step-passed` are known to the simulation alone. */
export type TruthEvent =
  | { day: Day; kind: 'created'; amount: number; closeDate: Day; nextStep: NextStep | null }
  | { day: Day; kind: 'stage'; from: number; to: number }
  | { day: Day; kind: 'close-date'; from: Day; to: Day }
  | { day: Day; kind: 'amount'; from: number; to: number }
  | { day: Day; kind: 'next-step'; to: NextStep | null }
  | { day: Day; kind: 'step-passed' }
  | { day: Day; kind: 'activity'; side: 'buyer' | 'seller'; what: Activity }
  | { day: Day; kind: 'buyer-silent' }
  | { day: Day; kind: 'won' }
  | { day: Day; kind: 'lost'; reason: string };

export type SimDeal = {
  /** `D001`: the team's own name for it; each CRM has an id of its own. */
  id: string;
  serial: number;
  name: string;
  account: string;
  contact: string;
  owner: SimPerson;
  currency: string;
  cause: Cause;
  events: TruthEvent[];
};

/** A deal's fields on one day. `stage` counts the open stages from 0; of a closed deal, it is the last open one. */
export type DealState = {
  name: string;
  account: string;
  contact: string;
  owner: string;
  amount: number;
  currency: string;
  stage: number;
  stageSince: Day;
  closeDate: Day | null;
  probability: number;
  forecastCategory: 'Pipeline' | 'Best Case' | 'Commit' | 'Closed' | 'Omitted';
  nextStep: string | null;
  nextStepDue: Day | null;
  createdOn: Day;
  lastActivity: Day | null;
  outcome: Outcome;
};

/** The open stages by what happens in them; each CRM has labels of its own. */
export const STAGES = ['qualify', 'discover', 'fit', 'propose', 'negotiate'] as const;
const PROBABILITY = [10, 25, 40, 60, 80] as const;

/** What a CRM puts beside a stage when nobody types another figure. */
export function probabilityOf(stage: number, outcome: Outcome): number {
  if (outcome !== 'open') return outcome === 'won' ? 100 : 0;
  return PROBABILITY[stage] ?? 10;
}

function forecastOf(deal: SimDeal, stage: number, outcome: Outcome): DealState['forecastCategory'] {
  if (outcome !== 'open') return outcome === 'won' ? 'Closed' : 'Omitted';
  const lead = deal.owner.habit === 'optimist' ? 1 : 0;
  const step = stage + lead;
  return step >= 4 ? 'Commit' : step === 3 ? 'Best Case' : 'Pipeline';
}

export function createdOn(deal: SimDeal): Day {
  return deal.events[0]?.day ?? '1970-01-01';
}

export function laterOf(one: Day, other: Day): Day {
  return one < other ? other : one;
}

/** The deal as the CRM held it at the end of `day`; null while it did not exist. */
export function dealOn(deal: SimDeal, day: Day): DealState | null {
  const first = deal.events[0];
  if (first?.kind !== 'created' || first.day > day) return null;
  const state: DealState = {
    name: deal.name,
    account: deal.account,
    contact: deal.contact,
    owner: deal.owner.name,
    amount: first.amount,
    currency: deal.currency,
    stage: 0,
    stageSince: first.day,
    closeDate: first.closeDate,
    probability: 0,
    forecastCategory: 'Pipeline',
    nextStep: first.nextStep?.text ?? null,
    nextStepDue: first.nextStep?.due ?? null,
    createdOn: first.day,
    lastActivity: null,
    outcome: 'open',
  };
  for (const event of deal.events) {
    if (event.day > day) break;
    if (event.kind === 'stage') Object.assign(state, { stage: event.to, stageSince: event.day });
    if (event.kind === 'close-date') state.closeDate = event.to;
    if (event.kind === 'amount') state.amount = event.to;
    if (event.kind === 'next-step') {
      state.nextStep = event.to?.text ?? null;
      state.nextStepDue = event.to?.due ?? null;
    }
    if (event.kind === 'activity') state.lastActivity = event.day;
    if (event.kind === 'won' || event.kind === 'lost')
      Object.assign(state, { outcome: event.kind, closeDate: event.day });
  }
  state.probability = probabilityOf(state.stage, state.outcome);
  state.forecastCategory = forecastOf(deal, state.stage, state.outcome);
  return state;
}
