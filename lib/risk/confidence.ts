import type { FieldName } from '../deal/fields.ts';
import type { Deal, Freshness } from '../history/types.ts';
import { STALE_AFTER_DAYS } from './context.ts';
import type { DayClock } from './day-clock.ts';
import type { Confidence } from './types.ts';

/** What the signals rest on, in the order that screens show fields. Seen empty is known. */
export const INPUTS: readonly FieldName[] = [
  'amount',
  'stage',
  'closeDate',
  'nextStep',
  'nextStepDue',
  'createdOn',
  'lastActivity',
];

export function confidenceOf(
  deal: Pick<Deal, 'fields'> | null,
  parts: Confidence['parts'],
  freshness: Freshness,
  today: number,
  clock: DayClock,
): Confidence {
  const known: FieldName[] = [];
  const missing: FieldName[] = [];
  const old: FieldName[] = [];
  for (const field of INPUTS) {
    const seen = deal?.fields[field];
    if (!seen) missing.push(field);
    else if (today - clock.dayOf(seen.lastSeenAt) <= STALE_AFTER_DAYS) known.push(field);
    else {
      missing.push(field);
      old.push(field);
    }
  }
  return { known, missing, old, of: INPUTS.length, parts, stale: freshness.level === 'stale' };
}
