import type { Instant } from '../deal/day.ts';
import type { ImportCounts, ImportPortion } from '../deal/imported.ts';
import type { CrmId } from '../deal/reading.ts';
import type { Settings } from '../settings/settings.ts';
import { connect } from './connection.ts';
import { importPortion } from './import-portion.ts';
import { refreshPacks } from './refresh-packs.ts';
import { readSettings, updateSettings } from './stored-settings.ts';
import { NO_TENANT } from './unplaced.ts';

/** What an import asks of the database: a door of its own, so that the background need not carry it. */
export type ImportStore = {
  /** Fails with the sentence to show where the database is of another version, and takes nothing. */
  ready(): Promise<void>;
  /** Whole or nothing; `dry`: tells what it would do, and keeps nothing. */
  importPortion(portion: ImportPortion, now: Instant, dry: boolean): Promise<ImportCounts>;
  /** The installations whose deals are on record. */
  installations(): Promise<{ crm: CrmId; tenant: string }[]>;
  readSettings(): Promise<Settings>;
  updateSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  /** Packs what was stored, so that all deals are read quickly. */
  pack(): Promise<void>;
  close(): void;
};

export function openImportStore(name = 'sideline'): ImportStore {
  const { run, write, close } = connect(name);
  return {
    ready: () => run((db) => db.transaction('rw', ['meta'], async () => {})),
    importPortion: (portion, now, dry) => (dry ? run : write)((db) => importPortion(db, portion, now, { dry })),
    installations: () =>
      run(async (db) => {
        const keys = (await db.deals.orderBy('[crm+tenant]').uniqueKeys()) as unknown as [CrmId, string][];
        return keys.flatMap(([crm, tenant]) => (tenant === NO_TENANT ? [] : [{ crm, tenant }]));
      }),
    readSettings: () => run(async (db) => (await readSettings(db)).settings),
    updateSettings: (change) => write((db) => updateSettings(db, change)),
    pack: () => write(refreshPacks),
    close,
  };
}
