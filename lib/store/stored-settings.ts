import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.ts';
import { type CheckedSettings, checkSettings, isRecord, settingsProblem } from '../settings/settings-schema.ts';
import type { Database } from './schema.ts';
import { StoreError } from './store-error.ts';

const KEY = 'settings';

export async function readSettings(db: Database): Promise<CheckedSettings> {
  return checkSettings((await db.settings.get(KEY))?.value);
}

/**
 * Writes the parts that the change touched and leaves the rest of the row as it stands, a broken part too: it may be
 * another version's, and whoever wrote it can still mend it.
 */
export function updateSettings(db: Database, change: (settings: Settings) => Settings): Promise<Settings> {
  return db.transaction('rw', ['settings'], async () => {
    const stored = (await db.settings.get(KEY))?.value;
    const { settings: before } = checkSettings(stored);
    const after = change(before);
    const problem = settingsProblem(after);
    if (problem !== null) throw new StoreError('invalid', `These settings are not valid: ${problem}.`);
    const value: Record<string, unknown> = { version: DEFAULT_SETTINGS.version, ...(isRecord(stored) ? stored : {}) };
    for (const part of Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[]) {
      if (JSON.stringify(after[part]) !== JSON.stringify(before[part])) value[part] = after[part];
    }
    if (isRecord(value.sites)) value.sites = { ...brokenSites(stored, before), ...value.sites };
    await db.settings.put({ key: KEY, value });
    return after;
  });
}

function brokenSites(stored: unknown, understood: Settings): Record<string, unknown> {
  const sites = isRecord(stored) && isRecord(stored.sites) ? stored.sites : {};
  return Object.fromEntries(Object.entries(sites).filter(([origin]) => !(origin in understood.sites)));
}
