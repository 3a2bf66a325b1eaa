import { type BackupKey, makeKey } from '../../lib/backup/lock.ts';
import type { Instant } from '../../lib/deal/day.ts';
import type { Keeping } from '../../lib/store/keeping.ts';

const KEY = 'folder';
/** Copies that are kept of ours. */
const COPIES = 5;
const NAME = /^sideline-\d{4}-\d\d-\d\d\.sideline$/;

type Access = 'granted' | 'denied' | 'prompt';
type Asked = { mode: 'readwrite' };

/** What the browser's own types do not say yet. */
export type Folder = FileSystemDirectoryHandle & {
  queryPermission(asked: Asked): Promise<Access>;
  requestPermission(asked: Asked): Promise<Access>;
  values(): AsyncIterableIterator<{ kind: string; name: string }>;
};
declare global {
  interface Window {
    showDirectoryPicker?(asked: Asked & { id: string }): Promise<FileSystemDirectoryHandle>;
  }
}

/** Kept in the database of this browser alone, the key in a form that cannot be read out again. */
export type KeptFolder = { handle: Folder; key: BackupKey | null; copiedAt: Instant | null };

export const canPickFolder = (): boolean => window.showDirectoryPicker !== undefined;

export async function keptFolder(keeping: Keeping): Promise<KeptFolder | null> {
  return ((await keeping.local(KEY)) as KeptFolder | null | undefined) ?? null;
}

/** Called within the click: the browser asks the user which folder. Null where they chose none. */
export async function pickFolder(keeping: Keeping, passphrase: string | null): Promise<KeptFolder | null> {
  const handle = await window.showDirectoryPicker?.({ id: 'sideline', mode: 'readwrite' }).catch((error) => {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  });
  if (!handle) return null;
  const key = passphrase === null ? null : await makeKey(passphrase);
  const folder: KeptFolder = { handle: handle as Folder, key, copiedAt: null };
  await keeping.setLocal(KEY, folder);
  return folder;
}

export const forgetFolder = (keeping: Keeping): Promise<void> => keeping.setLocal(KEY, null);

export async function accessTo({ handle }: KeptFolder): Promise<'granted' | 'ask'> {
  return (await handle.queryPermission({ mode: 'readwrite' })) === 'granted' ? 'granted' : 'ask';
}

export const dayOf = (at: Instant): string => new Date(at).toLocaleDateString('sv');

/** True where today's copy is still to be made. */
export const isDue = ({ copiedAt }: KeptFolder, now: Instant): boolean =>
  copiedAt === null || dayOf(copiedAt) !== dayOf(now);

/**
 * Writes one copy, named after its day. What stands in the folder is the old copy until the new one is whole, and of the
 * older ones none goes before that.
 */
export async function copyInto(keeping: Keeping, folder: KeptFolder, madeBy: string, now: Instant): Promise<void> {
  const { handle, key } = folder;
  const name = `sideline-${dayOf(now)}.sideline`;
  const before = await namesIn(handle);
  const file = await handle.getFileHandle(name, { create: true });
  try {
    const stream = await keeping.backUp(madeBy, now, key);
    await stream.pipeTo(await file.createWritable());
  } catch (error) {
    if (!before.includes(name)) await handle.removeEntry(name).catch(() => {});
    throw error;
  }
  const old = (await namesIn(handle)).sort().slice(0, -COPIES);
  for (const one of old) await handle.removeEntry(one);
  await keeping.setLocal(KEY, { ...folder, copiedAt: now });
}

async function namesIn(handle: Folder): Promise<string[]> {
  const names: string[] = [];
  for await (const { kind, name } of handle.values()) if (kind === 'file' && NAME.test(name)) names.push(name);
  return names;
}
