import { Dexie } from 'dexie';
import type { BackupKey } from '../backup/lock.ts';
import { openBackup } from '../backup/read-file.ts';
import type { Instant } from '../deal/day.ts';
import type { CheckedSettings } from '../settings/settings-schema.ts';
import { backUp } from './back-up.ts';
import { connect } from './connection.ts';
import { type Erased, type Erasure, erase } from './erase.ts';
import { LOCAL } from './local-rows.ts';
import { type Difference, mergeBackup } from './merge-backup.ts';
import { type Merged, mergeDeals, mergedDeals, suspectedTwins, type Twins, unmergeDeal } from './merge-deals.ts';
import { rootsOf } from './merges.ts';
import { refreshPacks } from './refresh-packs.ts';
import { replaceByBackup } from './replace-by-backup.ts';
import type { Database } from './schema.ts';
import { type SpaceUsed, spaceUsed } from './space-used.ts';
import { asideOf, type Staged, schemaVersion, stageBackup } from './stage-backup.ts';
import { readSettingsAsOf } from './stored-settings.ts';
import { tellWritten } from './written.ts';

/** A backup that was read whole and found in order, and what it would change. Nothing was changed by it yet. */
export type CheckedBackup = {
  madeAt: Instant;
  madeBy: string;
  rows: number;
  difference: Difference;
  /** Adds what the backup knows more. */
  merge(): Promise<void>;
  /** Puts the backup in the place of all that is on record. */
  replace(): Promise<void>;
  /** Forgets the backup; to be called at last, whatever was done with it. */
  drop(): Promise<void>;
};

/** One CRM installation on record. */
export type SiteKept = { crm: string; tenant: string; deals: number };

/** A deal on record, as it can be looked for. */
export type DealKept = { id: string; name: string; account: string; owner: string; lastSeenAt: Instant };

/**
 * What is kept in this browser as a whole: how much it is, as a file and back again, and gone. For pages of our own: none
 * of it is in the background. Fails with a `StoreError` or a `BackupError`; then nothing was changed.
 */
export type Keeping = {
  spaceUsed(): Promise<SpaceUsed[]>;
  backUp(madeBy: string, now: Instant, key: BackupKey | null): Promise<ReadableStream<Uint8Array>>;
  /** What the file says of itself, before its rows are looked at. */
  look(file: Blob): Promise<{ madeAt: Instant; locked: boolean }>;
  /** `told` hears the share of the file that was read, 0 to 1. */
  check(file: Blob, passphrase: string | null, told?: (share: number) => void): Promise<CheckedBackup>;
  /** Forgets a backup that a page was looking through when it was closed. */
  dropLeftover(): Promise<void>;
  /** `isDry`: only counts. */
  erase(erasure: Erasure, isDry?: boolean): Promise<Erased>;
  deals(): Promise<DealKept[]>;
  /** Pairs that may be one deal, and those that were said to be. */
  twins(): Promise<Twins[]>;
  merged(): Promise<Merged[]>;
  merge(deal: string, into: string, now: Instant): Promise<void>;
  takeApart(deal: string): Promise<void>;
  /** Packs what was recorded since, so that all deals are read quickly. */
  pack(): Promise<void>;
  sites(): Promise<SiteKept[]>;
  /** Moments of recording since, for saying how much no backup holds yet. */
  looksSince(at: Instant): Promise<number>;
  /** What only this browser keeps of itself; undefined where nothing is. */
  local(key: string): Promise<unknown>;
  setLocal(key: string, value: unknown): Promise<void>;
  /** The settings that figures as of a moment rest on. */
  settingsAsOf(at: Instant): Promise<CheckedSettings>;
  close(): void;
};

export function openKeeping(name = 'sideline'): Keeping {
  const { run, write, close } = connect(name);

  async function check(file: Blob, passphrase: string | null, told?: (share: number) => void): Promise<CheckedBackup> {
    const staged = await stageBackup(name, file, passphrase, told);
    const drop = async () => {
      staged.db.close();
      await Dexie.delete(asideOf(name));
    };
    try {
      const difference = await run((db) => mergeBackup(db, staged.db, true));
      return {
        ...aboutOf(staged),
        difference,
        merge: () => write(async (db) => void (await mergeBackup(db, staged.db))),
        replace: () => write((db) => replaceByBackup(db, staged.db)),
        drop,
      };
    } catch (error) {
      await drop();
      throw error;
    }
  }

  return {
    spaceUsed: () => run(spaceUsed),
    backUp: (madeBy, at, key) => run((db) => backUp(db, { at, madeBy, key })),
    look: async (file) => {
      const { header } = await openBackup(file, schemaVersion());
      return { madeAt: header.madeAt, locked: header.lock !== null };
    },
    check,
    dropLeftover: () => Dexie.delete(asideOf(name)),
    erase: async (erasure, isDry = false) => {
      // A backup that was being looked through holds what is to be gone, too.
      if (!isDry) await Dexie.delete(asideOf(name));
      const erased = await run((db) => erase(db, erasure, isDry));
      if (!isDry) tellWritten();
      return erased;
    },
    deals: () => run(dealsKept),
    twins: () => run(suspectedTwins),
    merged: () => run(mergedDeals),
    merge: (deal, into, now) => write((db) => mergeDeals(db, deal, into, now)),
    takeApart: (deal) => run((db) => unmergeDeal(db, deal)),
    pack: () => write(refreshPacks),
    sites: () => run(sitesKept),
    looksSince: (at) => run((db) => db.sightings.filter(({ recordedAt }) => recordedAt > at).count()),
    local: (key) => run(async (db) => (await db.meta.get(LOCAL + key))?.value),
    setLocal: (key, value) => run(async (db) => void (await db.meta.put({ key: LOCAL + key, value }))),
    settingsAsOf: (at) => run((db) => readSettingsAsOf(db, at)),
    close,
  };
}

function aboutOf({ header }: Staged) {
  const rows = Object.values(header.rows).reduce((sum, count) => sum + count, 0);
  return { madeAt: header.madeAt, madeBy: header.madeBy, rows };
}

async function dealsKept(db: Database): Promise<DealKept[]> {
  const [states, roots] = [await db.states.toArray(), await rootsOf(db)];
  const shown = states.filter(({ deal }) => roots(deal) === deal);
  return shown.map(({ deal, fields, lastSeenAt }) => ({
    id: deal,
    name: fields.name?.value ?? '',
    account: fields.account?.value ?? '',
    owner: fields.owner?.value ?? '',
    lastSeenAt,
  }));
}

async function sitesKept(db: Database): Promise<SiteKept[]> {
  const sites = new Map<string, SiteKept>();
  await db.deals.each(({ crm, tenant }) => {
    const key = JSON.stringify([crm, tenant]);
    const site = sites.get(key) ?? { crm, tenant, deals: 0 };
    sites.set(key, { ...site, deals: site.deals + 1 });
  });
  return [...sites.values()];
}
