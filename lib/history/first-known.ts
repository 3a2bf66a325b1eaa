import type { Instant } from '../deal/day.ts';
import type { DealHistory, Moment } from './types.ts';

/** The earliest moment that anything tells of a deal, of what was on record at `knownAt`: a file may tell more later. */
export function firstKnownAt({ deal, changes, sightings }: DealHistory, { knownAt }: Pick<Moment, 'knownAt'>): Instant {
  let first = Number.POSITIVE_INFINITY;
  for (const { seenAt, recordedAt } of changes) if (recordedAt <= knownAt && seenAt < first) first = seenAt;
  for (const { at, recordedAt } of sightings) if (recordedAt <= knownAt && at < first) first = at;
  return Number.isFinite(first) ? first : deal.firstSeenAt;
}
