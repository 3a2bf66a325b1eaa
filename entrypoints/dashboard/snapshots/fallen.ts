import type { KnownTeam } from '../known-team.ts';
import { freezeWeek } from './freeze-week.ts';
import { recordsOf, type SnapshotRecords } from './records.ts';
import { fallenWeeks } from './week-due.ts';

/** Freezes the weeks that nobody froze in time, oldest first, as of their ends; gives what is on record then. */
export async function freezeFallen(known: KnownTeam, records: SnapshotRecords): Promise<SnapshotRecords> {
  let now = records;
  for (const { week, asOf, knownAt } of fallenWeeks(known, records)) {
    try {
      const head = await freezeWeek(known, now, { week, asOf, knownAt, draft: null, corrects: null });
      now = { ...now, heads: [...now.heads, head] };
    } catch (error) {
      // Another tab does the same: what it froze stands.
      now = await recordsOf(known);
      if (!now.heads.some(({ from }) => from === week.from)) throw error;
    }
  }
  return now;
}
