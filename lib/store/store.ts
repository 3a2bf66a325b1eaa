import type { Day, Instant } from '../deal/day.ts';
import type { AgreedWait, DealPromise, PromptEvent } from '../deal/promise.ts';
import type { CrmId, Reading } from '../deal/reading.ts';
import type { DateOrders } from '../history/date-orders.ts';
import type { DealHistory } from '../history/types.ts';
import type { Settings } from '../settings/settings.ts';
import type { CheckedSettings } from '../settings/settings-schema.ts';
import type { TaughtMap } from '../teach/taught-map.ts';
import { connect } from './connection.ts';
import { learnDateOrders } from './date-orders.ts';
import { type LastList, lastLists } from './last-lists.ts';
import { loadHistories } from './load-histories.ts';
import { rootsOf } from './merges.ts';
import { recentlyOpened } from './recently-opened.ts';
import { type PastSeen, type RecordedPast, recordPast } from './record-past.ts';
import { type Recorded, recordReading } from './record-reading.ts';
import { readSettings, updateSettings } from './stored-settings.ts';
import { changeTaughtMap, taughtMaps } from './taught-maps.ts';
import { addPromptEvent, endWait, movePromise, putPromise, putWait, settlePromise } from './what-was-said.ts';

/**
 * All that the rest of the house may ask of the database. Every call is whole or nothing, may be made again after a
 * failure, and fails with a `StoreError` alone.
 */
export type Store = {
  recordReading(reading: Reading, now: Instant): Promise<Recorded>;
  /** Keeps what a reading told of the order of its tenant's dates; gives all that is known of it. */
  learnDateOrders(crm: CrmId, tenant: string, told: DateOrders): Promise<DateOrders>;
  /** For a deal on record; of any other nothing is kept. */
  recordPast(seen: PastSeen, now: Instant): Promise<RecordedPast>;
  loadHistory(deal: string): Promise<DealHistory | null>;
  /** Of the deals named, in that order where known; else of all. */
  loadHistories(deals?: readonly string[]): Promise<DealHistory[]>;
  dealOf(crm: CrmId, tenant: string, recordId: string): Promise<string | null>;
  lastLists(): Promise<LastList[]>;
  /** Deals of one installation by when their own pages were opened, the latest first. */
  recentlyOpened(crm: CrmId, tenant: string, most: number): Promise<string[]>;
  putPromise(promise: DealPromise): Promise<void>;
  settlePromise(deal: string, id: string, settled: NonNullable<DealPromise['settled']>): Promise<void>;
  movePromise(deal: string, id: string, by: Day): Promise<void>;
  putWait(wait: AgreedWait): Promise<void>;
  endWait(deal: string, id: string, at: Instant): Promise<void>;
  addPromptEvent(event: PromptEvent): Promise<void>;
  readSettings(): Promise<CheckedSettings>;
  writeSettings(patch: Partial<Settings>): Promise<Settings>;
  /** Read, change, write in one step, so that two tabs do not undo each other. */
  updateSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  taughtMaps(): Promise<TaughtMap[]>;
  changeTaughtMap(origin: string, change: (before: TaughtMap | null) => TaughtMap | null): Promise<void>;
  close(): void;
};

export function openStore(name = 'sideline'): Store {
  const { run, close } = connect(name);
  return {
    recordReading: (reading, now) => run((db) => recordReading(db, reading, now)),
    learnDateOrders: (crm, tenant, told) => run((db) => learnDateOrders(db, crm, tenant, told)),
    recordPast: (seen, now) => run((db) => recordPast(db, seen, now)),
    loadHistory: (deal) => run(async (db) => (await loadHistories(db, [deal]))[0] ?? null),
    loadHistories: (deals) => run((db) => loadHistories(db, deals)),
    dealOf: (crm, tenant, recordId) =>
      run(async (db) => {
        const alias = await db.aliases.get([crm, tenant, 'deal', recordId]);
        return alias ? (await rootsOf(db))(alias.deal) : null;
      }),
    lastLists: () => run(lastLists),
    recentlyOpened: (crm, tenant, most) => run((db) => recentlyOpened(db, crm, tenant, most)),
    putPromise: (promise) => run((db) => putPromise(db, promise)),
    settlePromise: (deal, id, settled) => run((db) => settlePromise(db, deal, id, settled)),
    movePromise: (deal, id, by) => run((db) => movePromise(db, deal, id, by)),
    putWait: (wait) => run((db) => putWait(db, wait)),
    endWait: (deal, id, at) => run((db) => endWait(db, deal, id, at)),
    addPromptEvent: (event) => run((db) => addPromptEvent(db, event)),
    readSettings: () => run(readSettings),
    writeSettings: (patch) => run((db) => updateSettings(db, (settings) => ({ ...settings, ...patch }))),
    updateSettings: (change) => run((db) => updateSettings(db, change)),
    taughtMaps: () => run(taughtMaps),
    changeTaughtMap: (origin, change) => run((db) => changeTaughtMap(db, origin, change)),
    close,
  };
}
