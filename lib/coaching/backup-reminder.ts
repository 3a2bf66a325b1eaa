import type { Instant } from '../deal/day.ts';

const DAY_MS = 86_400_000;
/** So few looks are soon made again. */
const FEW = 20;
const FORTNIGHT = 14 * DAY_MS;

/**
 * One sentence where much would be lost with this browser; null where it would not. `changesSince`: looks that were
 * recorded since the last backup, or ever where there is none.
 */
export function backupReminder(lastBackupAt: Instant | null, changesSince: number, now: Instant): string | null {
  if (changesSince < FEW) return null;
  const looks = changesSince.toLocaleString('en');
  if (lastBackupAt === null) {
    return `There is no backup yet: ${looks} looks at your deals are in this browser alone.`;
  }
  const days = Math.floor((now - lastBackupAt) / DAY_MS);
  if (now - lastBackupAt < FORTNIGHT) return null;
  return `The last backup is ${days} days old; ${looks} looks have been recorded since.`;
}
