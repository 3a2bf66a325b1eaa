import type { DealAnswer } from '../deal/answer.ts';
import type { Day, Instant } from '../deal/day.ts';
import type { AgreedWait, DealPromise, PromptEvent } from '../deal/promise.ts';
import type { CrmId, Reading } from '../deal/reading.ts';
import type { ReminderLog } from '../deal/reminder.ts';
import type { DateOrders } from '../history/date-orders.ts';
import type { DealHistory } from '../history/types.ts';
import type { Vanished } from '../history/vanished.ts';
import type { Settings } from '../settings/settings.ts';
import type { CheckedSettings } from '../settings/settings-schema.ts';
import type { TaughtMap } from '../teach/taught-map.ts';
import { connect } from './connection.ts';
import { learnDateOrders } from './date-orders.ts';
import { goneFrom } from './gone-from.ts';
import { type LastList, lastLists } from './last-lists.ts';
import { loadHistories } from './load-histories.ts';
import { rootsOf } from './merges.ts';
import { changeOwnPrompts, readOwnPrompts } from './own-prompts.ts';
import { recentlyOpened } from './recently-opened.ts';
import { type PastSeen, type RecordedPast, recordPast } from './record-past.ts';
import { type Recorded, recordReading } from './record-reading.ts';
import { changeReminderLog, type Reminders, readReminders, stepDeals } from './reminders.ts';
import { keepPolicy, readSettings, updateSettings } from './stored-settings.ts';
import { changeTaughtMap, taughtMaps } from './taught-maps.ts';
import {
  addPromptEvent,
  endWait,
  movePromise,
  putAnswer,
  putPromise,
  putWait,
  settlePromise,
} from './what-was-said.ts';

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
  /** Deals that stood in this view when it was last seen whole, and no longer do. */
  goneFrom(view: { crm: CrmId; tenant: string; page: 'list' | 'board'; url: string }): Promise<Vanished | null>;
  /** Deals of one installation by when their own pages were opened, the latest first. */
  recentlyOpened(crm: CrmId, tenant: string, most: number): Promise<string[]>;
  putPromise(promise: DealPromise): Promise<void>;
  settlePromise(deal: string, id: string, settled: NonNullable<DealPromise['settled']>): Promise<void>;
  movePromise(deal: string, id: string, by: Day): Promise<void>;
  putWait(wait: AgreedWait): Promise<void>;
  endWait(deal: string, id: string, at: Instant): Promise<void>;
  addPromptEvent(event: PromptEvent): Promise<void>;
  putAnswer(answer: DealAnswer): Promise<void>;
  readSettings(): Promise<CheckedSettings>;
  writeSettings(patch: Partial<Settings>): Promise<Settings>;
  /** Read, change, write in one step, so that two tabs do not undo each other. */
  updateSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  /** Keeps what the browser tells of the organisation's policy, with the patterns of sites that may be read. */
  keepPolicy(policy: Record<string, unknown>, granted: string[]): Promise<void>;
  reminders(): Promise<Reminders>;
  changeReminderLog(change: (before: ReminderLog) => ReminderLog): Promise<void>;
  /** Deals that may hold a dated step of the user, by their names. */
  stepDeals(me: readonly string[]): Promise<string[]>;
  taughtMaps(): Promise<TaughtMap[]>;
  changeTaughtMap(origin: string, change: (before: TaughtMap | null) => TaughtMap | null): Promise<void>;
  /** What the user made of the questions, unchecked; undefined: nothing. */
  readOwnPrompts(): Promise<unknown>;
  changeOwnPrompts(change: (stored: unknown) => unknown): Promise<void>;
  close(): void;
};

export function openStore(name = 'sideline'): Store {
  const { run, write, close } = connect(name);
  return {
    recordReading: (reading, now) => write((db) => recordReading(db, reading, now)),
    learnDateOrders: (crm, tenant, told) => write((db) => learnDateOrders(db, crm, tenant, told)),
    recordPast: (seen, now) => write((db) => recordPast(db, seen, now)),
    loadHistory: (deal) => run(async (db) => (await loadHistories(db, [deal]))[0] ?? null),
    loadHistories: (deals) => run((db) => loadHistories(db, deals)),
    dealOf: (crm, tenant, recordId) =>
      run(async (db) => {
        const alias = await db.aliases.get([crm, tenant, 'deal', recordId]);
        return alias ? (await rootsOf(db))(alias.deal) : null;
      }),
    lastLists: () => run(lastLists),
    goneFrom: (view) => run((db) => goneFrom(db, view)),
    recentlyOpened: (crm, tenant, most) => run((db) => recentlyOpened(db, crm, tenant, most)),
    putPromise: (promise) => write((db) => putPromise(db, promise)),
    settlePromise: (deal, id, settled) => write((db) => settlePromise(db, deal, id, settled)),
    movePromise: (deal, id, by) => write((db) => movePromise(db, deal, id, by)),
    putWait: (wait) => write((db) => putWait(db, wait)),
    endWait: (deal, id, at) => write((db) => endWait(db, deal, id, at)),
    addPromptEvent: (event) => write((db) => addPromptEvent(db, event)),
    putAnswer: (answer) => write((db) => putAnswer(db, answer)),
    readSettings: () => run(readSettings),
    writeSettings: (patch) => write((db) => updateSettings(db, (settings) => ({ ...settings, ...patch }))),
    updateSettings: (change) => write((db) => updateSettings(db, change)),
    keepPolicy: (policy, granted) => run((db) => keepPolicy(db, policy, granted)),
    reminders: () => run(readReminders),
    changeReminderLog: (change) => write((db) => changeReminderLog(db, change)),
    stepDeals: (me) => run((db) => stepDeals(db, me)),
    taughtMaps: () => run(taughtMaps),
    changeTaughtMap: (origin, change) => write((db) => changeTaughtMap(db, origin, change)),
    readOwnPrompts: () => run(readOwnPrompts),
    changeOwnPrompts: (change) => write((db) => changeOwnPrompts(db, change)),
    close,
  };
}
