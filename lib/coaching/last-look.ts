import { dayInZone, type Instant } from '../deal/day.ts';
import type { DealHistory, DealSighting, Moment } from '../history/types.ts';

/** A page left alone for this long and read again is another look. */
const SAME_LOOK_MS = 30 * 60_000;

/**
 * When the deal was looked at before the look that is going on: the last sighting on its own page, because a row that
 * passed by in a list is no look at the deal; where it was never opened before, the last sighting anywhere. Null: this is
 * the first. `openedAt` says when the look going on began, if a page that shows the deal knows it; else it is the last
 * one of today, so that what it brought stays told until the next.
 */
export function lastLookBefore(history: DealHistory, moment: Moment, openedAt?: Instant): Instant | null {
  const seen = history.sightings.filter((row) => row.at <= moment.asOf && row.recordedAt <= moment.knownAt);
  const opened = seen.filter((row) => row.page === 'record');
  const start = openedAt ?? startOfLook(opened, moment);
  return lastBefore(opened, start) ?? lastBefore(seen, start);
}

function startOfLook(opened: readonly DealSighting[], { asOf, timeZone }: Moment): Instant {
  const today = dayInZone(asOf, timeZone);
  let start: Instant | null = null;
  for (const { at } of [...opened].sort((a, b) => b.at - a.at)) {
    if (start === null ? dayInZone(at, timeZone) !== today : start - at > SAME_LOOK_MS) break;
    start = at;
  }
  return start ?? asOf;
}

function lastBefore(rows: readonly DealSighting[], before: Instant): Instant | null {
  let last: Instant | null = null;
  for (const { at } of rows) if (at < before && (last === null || at > last)) last = at;
  return last;
}
