import type { Day, Instant } from '../../../lib/deal/day.ts';
import type { DealHistory } from '../../../lib/history/types.ts';
import { type FallenWeek, toFreeze } from '../../../lib/snapshot/auto-freeze.ts';
import { type DueInput, draftWeek } from '../../../lib/snapshot/due.ts';
import type { KnownTeam } from '../known-team.ts';
import type { WeekToFreeze } from './freeze-week.ts';
import type { SnapshotRecords } from './records.ts';

export function dueInput({ moment, settings, histories }: KnownTeam, { heads }: SnapshotRecords): DueInput {
  const firstSeen = histories.reduce((first, { deal }) => Math.min(first, deal.firstSeenAt), Number.POSITIVE_INFINITY);
  return {
    now: moment.asOf,
    ...{ heads, settings, timeZone: moment.timeZone },
    firstSeen: Number.isFinite(firstSeen) ? firstSeen : null,
  };
}

/** The week of a draft with the moments that it would be frozen as of: one that stands ready, or one that is corrected. */
export function weekDue(
  known: KnownTeam,
  records: SnapshotRecords,
  from: Day,
  corrects: string | null,
): Omit<WeekToFreeze, 'draft' | 'corrects'> | null {
  if (corrects !== null) {
    const old = records.heads.find(({ id }) => id === corrects);
    return old ? { week: { from: old.from, to: old.to }, asOf: old.asOf, knownAt: known.moment.asOf } : null;
  }
  const due = draftWeek(dueInput(known, records));
  return due?.week.from === from ? due : null;
}

/** Weeks that nobody froze in time. */
export function fallenWeeks(known: KnownTeam, records: SnapshotRecords): FallenWeek[] {
  return toFreeze({ ...dueInput(known, records), looks: lookMoments(known.histories) });
}

/** When anything was looked at: a list of hundreds is one look. */
function lookMoments(histories: readonly DealHistory[]): Instant[] {
  const moments = new Set<Instant>();
  for (const { sightings } of histories) for (const { at } of sightings) moments.add(at);
  return [...moments];
}
