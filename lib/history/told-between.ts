import { dayInZone, type Instant } from '../deal/day.ts';
import type { DealHistory, Moment, PastRow } from './types.ts';

/**
 * Whether anything that tells of the deal as of a moment came on record after `after` and not later than the moment's
 * `knownAt`. Nothing did: it is then what it was known as at `after`.
 */
export function toldBetween(history: DealHistory, moment: Moment, after: Instant): boolean {
  const { asOf, knownAt, timeZone } = moment;
  const isNew = ({ recordedAt }: { recordedAt: Instant }) => recordedAt > after && recordedAt <= knownAt;
  const { changes, sightings, answers = [], past } = history;
  if (changes.some((row) => row.seenAt <= asOf && isNew(row))) return true;
  if (sightings.some((row) => row.at <= asOf && isNew(row))) return true;
  if (answers.some((row) => row.at <= asOf && isNew(row))) return true;
  if (!past) return false;
  if (past.looks.some((look) => look.at <= asOf && isNew(look))) return true;
  const rows = past.rows.filter(isNew);
  if (rows.length === 0) return false;
  const today = dayInZone(asOf, timeZone);
  const stood = new Set(past.looks.filter(({ at }) => at <= asOf).flatMap(({ standing }) => standing));
  const isTold = ({ entry, key }: PastRow) =>
    entry.kind === 'event' || entry.kind === 'stage' ? entry.day <= today : stood.has(key);
  return rows.some(isTold);
}
