import type { Instant } from '../deal/day.ts';
import { type FormerPart, formerParts, settingsAsOf } from '../settings/former.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.ts';
import { type CheckedSettings, checkSettings, isRecord, settingsProblem } from '../settings/settings-schema.ts';
import type { Database } from './schema.ts';
import { StoreError } from './store-error.ts';

const KEY = 'settings';
/** Of the rows that say what a part held before it was changed. */
const FORMER = 'former ';

export async function readSettings(db: Database): Promise<CheckedSettings> {
  return checkSettings((await db.settings.get(KEY))?.value);
}

/**
 * Writes the parts that the change touched and leaves the rest of the row as it stands, a broken part too: it may be
 * another version's, and whoever wrote it can still mend it. What versioned parts held before is kept beside it.
 */
export function updateSettings(
  db: Database,
  change: (settings: Settings) => Settings,
  now: Instant = Date.now(),
): Promise<Settings> {
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
    for (const former of formerParts(before, after, now)) {
      const key = `${FORMER}${former.part} ${now}`;
      // Of two changes in one moment, what held up to it is what the first one found.
      if (!(await db.settings.get(key))) await db.settings.put({ key, value: former });
    }
    return after;
  });
}

function brokenSites(stored: unknown, understood: Settings): Record<string, unknown> {
  const sites = isRecord(stored) && isRecord(stored.sites) ? stored.sites : {};
  return Object.fromEntries(Object.entries(sites).filter(([origin]) => !(origin in understood.sites)));
}

type FormerRow = { key: string; value: FormerPart };

export function isFormer(row: { key: string; value: unknown }): row is FormerRow {
  return row.key.startsWith(FORMER) && isRecord(row.value) && typeof row.value.until === 'number';
}

/** The settings that figures as of a moment rest on. */
export function readSettingsAsOf(db: Database, at: Instant): Promise<CheckedSettings> {
  return db.transaction('r', ['settings'], async () => {
    const { settings, problems } = await readSettings(db);
    const rows = await db.settings.where('key').startsWith(FORMER).toArray();
    const then = settingsAsOf(
      settings,
      rows.filter(isFormer).map(({ value }) => value),
      at,
    );
    return { settings: then.settings, problems: [...new Set([...problems, ...then.problems])] };
  });
}

/** What was learnt goes with all the deals that it was learnt from; whether to learn stays said. */
export async function forgetLearnt(db: Database): Promise<void> {
  await updateSettings(db, (before) => ({ ...before, learnt: { ...before.learnt, model: null, shift: 0 } }));
  await db.settings.where('key').startsWith(`${FORMER}learnt `).delete();
}
