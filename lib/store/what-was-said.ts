/** Promises, agreed waits, answers and what became of prompts: said by a click, kept with the deal. */
import type { DealAnswer } from '../deal/answer.ts';
import type { Day, Instant } from '../deal/day.ts';
import { onAnotherDay } from '../deal/local-time.ts';
import type { AgreedWait, DealPromise, PromptEvent } from '../deal/promise.ts';
import { HISTORY_TABLES, loadHistories } from './load-histories.ts';
import { type Database, tablesIn } from './schema.ts';
import { StoreError } from './store-error.ts';

const TABLES = ['deals', 'promises', 'waits', 'prompts', 'answers'] as const;

/** For a deal on record alone: a row of a deal that is not known would never be shown again. */
function onDeal(db: Database, deal: string, write: () => Promise<unknown>): Promise<void> {
  return db.transaction('rw', [...TABLES], async () => {
    if (!(await db.deals.get(deal))) throw new StoreError('unknown-deal', 'This deal is not on record.');
    await write();
  });
}

/** One that the CRM's line alone carries becomes a row with the first word about it. */
function onPromise(
  db: Database,
  deal: string,
  id: string,
  change: (promise: DealPromise) => DealPromise,
): Promise<void> {
  return db.transaction('rw', tablesIn(db, HISTORY_TABLES), async () => {
    const stored = await db.promises.get(id);
    const [history] = stored ? [] : await loadHistories(db, [deal]);
    const promise = stored ?? history?.promises.find((one) => one.id === id);
    if (promise?.deal !== deal) throw new StoreError('invalid', 'This deal has no such promise.');
    const after = change(promise);
    if (after !== promise) await db.promises.put(after);
  });
}

export function putPromise(db: Database, promise: DealPromise): Promise<void> {
  return onDeal(db, promise.deal, () => db.promises.put(promise));
}

/** Said again, the first word stands: the day it was settled does not move. */
export function settlePromise(
  db: Database,
  deal: string,
  id: string,
  settled: NonNullable<DealPromise['settled']>,
): Promise<void> {
  return onPromise(db, deal, id, (promise) => (promise.settled?.as === settled.as ? promise : { ...promise, settled }));
}

/** A new date for an open promise, its alarm with it; the old one is kept, because moves are counted. */
export function movePromise(db: Database, deal: string, id: string, by: Day): Promise<void> {
  return onPromise(db, deal, id, (promise) => {
    if (promise.by === by) return promise;
    const alarm =
      promise.remindAt == null ? {} : { remindAt: onAnotherDay(promise.remindAt, by, Temporal.Now.timeZoneId()) };
    return { ...promise, ...alarm, by, movedFrom: [...promise.movedFrom, promise.by] };
  });
}

export function setAlarm(db: Database, deal: string, id: string, remindAt: Instant | null): Promise<void> {
  return onPromise(db, deal, id, (promise) => ({ ...promise, remindAt }));
}

export function putWait(db: Database, wait: AgreedWait): Promise<void> {
  return onDeal(db, wait.deal, () => db.waits.put(wait));
}

export function endWait(db: Database, deal: string, id: string, at: Instant): Promise<void> {
  return onDeal(db, deal, async () => {
    const wait = await db.waits.get(id);
    if (wait?.deal !== deal) throw new StoreError('invalid', 'This deal has no such wait.');
    if (wait.endedAt === null) await db.waits.put({ ...wait, endedAt: at });
  });
}

export function addPromptEvent(db: Database, event: PromptEvent): Promise<void> {
  return onDeal(db, event.deal, () => db.prompts.put(event));
}

/** An earlier answer to the same question stays: it held until this one. */
export function putAnswer(db: Database, answer: DealAnswer): Promise<void> {
  return onDeal(db, answer.deal, () => db.answers.put(answer));
}
