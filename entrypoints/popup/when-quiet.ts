import { backupReminder } from '../../lib/coaching/backup-reminder.ts';
import { openKeeping } from '../../lib/store/keeping.ts';
import { BACKED_UP } from '../data/load-state.ts';

/**
 * The popup opens often, and waits for nobody once it shows: a good moment to pack what was recorded since. Gives the
 * sentence on backups, where there is one to say.
 */
export async function whenQuiet(now: number): Promise<string | null> {
  const keeping = openKeeping();
  try {
    const backedUp = await keeping.local(BACKED_UP);
    const lastBackupAt = typeof backedUp === 'number' ? backedUp : null;
    await keeping.pack();
    return backupReminder(lastBackupAt, await keeping.looksSince(lastBackupAt ?? 0), now);
  } finally {
    keeping.close();
  }
}
