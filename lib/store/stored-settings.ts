import type { Instant } from '../deal/day.ts';
import { differs, type FormerPart, formerParts, settingsAsOf } from '../settings/former.ts';
import { underPolicy } from '../settings/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.ts';
import { type CheckedSettings, checkSettings, isRecord, settingsProblem } from '../settings/settings-schema.ts';
import { LOCAL } from './local-rows.ts';
import type { Database } from './schema.ts';
import { StoreError } from './store-error.ts';

const KEY = 'settings';
/** Of the rows that say what a part held before it was changed. */
const FORMER = 'former ';

/** What the organisation set, as the browser last told it, with the sites that may be read: of this browser alone. */
const POLICY = `${LOCAL}policy`;
type Managed = [policy: Record<string, unknown>, granted: string[]];

/** Undefined: no organisation set anything. */
export const managedIn = async (db: Database) => (await db.meta.get(POLICY))?.value as Managed | undefined;

/** Keeps what the browser tells of the organisation's policy, where it is news. */
export async function keepPolicy(db: Database, ...managed: Managed): Promise<void> {
  const value = Object.keys(managed[0]).length > 0 ? managed : undefined;
  if (differs(value, await managedIn(db))) await db.meta.put({ key: POLICY, value });
}

/** The settings in force. */
export async function readSettings(db: Database): Promise<CheckedSettings> {
  const [row, [policy, granted] = []] = await Promise.all([db.settings.get(KEY), managedIn(db)]);
  const { settings, problems } = checkSettings(row?.value);
  return { settings: underPolicy(settings, policy, granted).settings, problems };
}

/**
 * Writes the parts that the change touched and leaves the rest of the row as it stands, a broken part too: it may be
 * another version's, and whoever wrote it can still mend it. What versioned parts held before is kept beside it. What the
 * organisation set holds on, whatever is written; the user's own comes back with its end. Gives what is in force.
 */
export function updateSettings(
  db: Database,
  change: (settings: Settings) => Settings,
  now: Instant = Date.now(),
): Promise<Settings> {
  return db.transaction('rw', ['settings', 'meta'], async () => {
    const stored = (await db.settings.get(KEY))?.value;
    const [policy, granted] = (await managedIn(db)) ?? [];
    const before = underPolicy(checkSettings(stored).settings, policy, granted).settings;
    const after = change(before);
    const problem = settingsProblem(after);
    if (problem !== null) throw new StoreError('invalid', `These settings are not valid: ${problem}.`);
    const value: Record<string, unknown> = { version: DEFAULT_SETTINGS.version, ...(isRecord(stored) ? stored : {}) };
    for (const part of Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[]) {
      if (differs(after[part], before[part])) value[part] = after[part];
    }
    if (differs(after.sites, before.sites)) value.sites = changedSites(stored, before, after);
    await db.settings.put({ key: KEY, value });
    for (const former of formerParts(before, after, now)) {
      const key = `${FORMER}${former.part} ${now}`;
      // Of two changes in one moment, what held up to it is what the first one found.
      if (!(await db.settings.get(key))) await db.settings.put({ key, value: former });
    }
    return underPolicy(after, policy, granted).settings;
  });
}

/** Site by site: what is not understood stays, and so does what the organisation's word stands over. */
function changedSites(stored: unknown, before: Settings, { sites }: Settings): Record<string, unknown> {
  const left = { ...(isRecord(stored) && isRecord(stored.sites) ? stored.sites : {}) };
  for (const origin in { ...before.sites, ...sites })
    if (!sites[origin]) delete left[origin];
    else if (differs(sites[origin], before.sites[origin])) left[origin] = sites[origin];
  return left;
}

type FormerRow = { key: string; value: FormerPart };

export function isFormer(row: { key: string; value: unknown }): row is FormerRow {
  return row.key.startsWith(FORMER) && isRecord(row.value) && typeof row.value.until === 'number';
}

/** The settings that figures as of a moment rest on. */
export function readSettingsAsOf(db: Database, at: Instant): Promise<CheckedSettings> {
  return db.transaction('r', ['settings', 'meta'], async () => {
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
