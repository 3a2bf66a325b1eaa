import type { Day } from './day.ts';
import type { Money } from './money.ts';

/** Everything Sideline knows of a deal, in the order that screens show it. The index is its bit in a field mask. */
export const FIELD_NAMES = [
  'name',
  'amount',
  'stage',
  'pipeline',
  'closeDate',
  'owner',
  'account',
  'probability',
  'forecastCategory',
  'nextStep',
  'nextStepDue',
  'createdOn',
  'lastActivity',
  'outcome',
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

/** A stage as a page showed it. `id` is the CRM's machine id where the page carries one. */
export type Stage = {
  id: string | null;
  label: string;
  /** 0-based place among the stages shown, won and lost included as the page has them; null where not shown. */
  order: number | null;
};

export type Outcome = 'open' | 'won' | 'lost';

export type FieldValues = {
  name: string;
  amount: Money;
  stage: Stage;
  pipeline: string;
  closeDate: Day;
  owner: string;
  account: string;
  /** Percent, 0 to 100. */
  probability: number;
  forecastCategory: string;
  nextStep: string;
  nextStepDue: Day;
  createdOn: Day;
  lastActivity: Day;
  outcome: Outcome;
};

export type FieldValue = FieldValues[FieldName];

/** A set of fields as bits, so that a sighting of 200 rows stays one small row. */
export type FieldMask = number;

export function maskOf(fields: Iterable<FieldName>): FieldMask {
  let mask = 0;
  for (const field of fields) mask |= 1 << FIELD_NAMES.indexOf(field);
  return mask;
}

export function maskHas(mask: FieldMask, field: FieldName): boolean {
  return (mask & (1 << FIELD_NAMES.indexOf(field))) !== 0;
}
