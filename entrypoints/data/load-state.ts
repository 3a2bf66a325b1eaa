import type { DataState } from '../../components/data-state.ts';
import { backupReminder } from '../../lib/coaching/backup-reminder.ts';
import type { Keeping } from '../../lib/store/keeping.ts';
import { accessTo, canPickFolder, keptFolder } from './folder-copies.ts';

export const BACKED_UP = 'backed-up-at';

/** All that the page shows. `problem`: why today's copy was not made. */
export async function loadState(keeping: Keeping, problem: string | null): Promise<DataState> {
  const now = Date.now();
  const backedUp = await keeping.local(BACKED_UP);
  const lastBackupAt = typeof backedUp === 'number' ? backedUp : null;
  const [space, deals, sites, since, twins, merged] = await Promise.all([
    keeping.spaceUsed(),
    keeping.deals(),
    keeping.sites(),
    keeping.looksSince(lastBackupAt ?? 0),
    keeping.twins(),
    keeping.merged(),
  ]);
  const owners = [...new Set(deals.map(({ owner }) => owner).filter(Boolean))].sort();
  return {
    space,
    disk: await diskOf(),
    reminder: backupReminder(lastBackupAt, since, now),
    lastBackupAt,
    folder: await folderOf(keeping, problem),
    canPickFolder: canPickFolder(),
    deals: deals.sort((a, b) => a.name.localeCompare(b.name)),
    owners,
    sites,
    twins,
    merged,
  };
}

async function diskOf(): Promise<DataState['disk']> {
  const { usage, quota } = await navigator.storage.estimate();
  if (usage === undefined || quota === undefined) return null;
  return { usage, quota, persisted: await navigator.storage.persisted() };
}

async function folderOf(keeping: Keeping, problem: string | null): Promise<DataState['folder']> {
  const folder = await keptFolder(keeping);
  if (!folder) return null;
  const { handle, key, copiedAt } = folder;
  return { name: handle.name, access: await accessTo(folder), copiedAt, locked: key !== null, problem };
}
