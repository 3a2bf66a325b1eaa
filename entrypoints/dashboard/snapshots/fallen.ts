import type { WeeksFrozen } from '../../../lib/snapshot/say-freezing.ts';
import type { KnownTeam } from '../known-team.ts';
import { type FrozenWeek, freezeWeek } from './freeze-week.ts';
import { recordsOf, type SnapshotRecords } from './records.ts';
import { fallenWeeks } from './week-due.ts';

/**
 * Freezes the weeks that nobody froze in time, oldest first, as of their ends; gives what is on record then. Each is whole
 * or not there: whoever is stopped in between goes on the next time. `team`: asked before each week, since an erasure in
 * the meantime must not come back in the weeks that follow.
 */
export async function freezeFallen(
  team: () => Promise<KnownTeam>,
  told: (frozen: WeeksFrozen) => void,
): Promise<SnapshotRecords> {
  let known = await team();
  let records = await recordsOf(known);
  const weeks = fallenWeeks(known, records);
  let last: FrozenWeek | null = null;
  for (const [done, { week, asOf, knownAt }] of weeks.entries()) {
    told({ done, of: weeks.length });
    const now = await team();
    if (now !== known) {
      known = now;
      records = await recordsOf(known);
      last = null;
    }
    if (records.heads.some(({ from }) => from === week.from)) continue;
    try {
      last = await freezeWeek(known, records, { week, asOf, knownAt, draft: null, corrects: null }, last);
      records = { ...records, heads: [...records.heads, last.head] };
    } catch (error) {
      // Another tab does the same: what it froze stands.
      records = await recordsOf(known);
      if (!records.heads.some(({ from }) => from === week.from)) throw error;
    }
  }
  if (weeks.length > 0) told({ done: weeks.length, of: weeks.length });
  return records;
}
