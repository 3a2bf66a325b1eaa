import { dayInZone, daysBetween, type Instant } from '../deal/day.ts';
import type { Freshness, Moment } from './types.ts';

/** Days after a look up to which it counts. Expert judgement: a weekly round, and one that was missed. */
const FRESH_DAYS = 7;
const AGEING_DAYS = 14;

/** How old a look is at a moment, in calendar days of the user's zone; for a deal or for one of its fields. */
export function freshnessOf(lastSeenAt: Instant, moment: Moment): Freshness {
  const { asOf, timeZone } = moment;
  return freshnessAfter(daysBetween(dayInZone(lastSeenAt, timeZone), dayInZone(asOf, timeZone)));
}

/** The same from the days that lie between. */
export function freshnessAfter(between: number): Freshness {
  const days = Math.max(0, between);
  if (days <= FRESH_DAYS) return { level: 'fresh', days };
  return { level: days <= AGEING_DAYS ? 'ageing' : 'stale', days };
}
