/** Promises, agreed waits, answers and what became of prompts: said by a click, kept with the deal. */
import type { DealAnswer } from '../deal/answer.ts';
import type { Day, Instant } from '../deal/day.ts';
import { onAnotherDay } from '../deal/local-time.ts';
import type { AgreedWait, DealPromise, PromptEvent } from '../deal/promise.ts';
import type { Database } from './schema.ts';
import { StoreError } from './store-error.ts';

const TABLES = ['deals', 'promises', 'waits', 'prompts', 'answers'] as const;

/** For a deal on record alone: a row of a deal that is not known would never be shown again. */
function onDeal(db: Database, deal: string, write: () => Promise<unknown>): Promise<void> {
  return db.transaction('rw', [...TABLES], async () => {
    if (!(await db.deals.get(deal))) throw new StoreError('unknown-deal', 'This deal is not on record.');
    await write();
  });
}

async function ownPromise(db: Database, deal: string, id: string): Promise<DealPromise> {
  const promise = await db.promises.get(id);
  if (promise?.deal !== deal) throw new StoreError('invalid', 'This deal has no such promise.');
  return promise;
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
  return onDeal(db, deal, async () => {
    const promise = await ownPromise(db, deal, id);
    if (promise.settled?.as !== settled.as) await db.promises.put({ ...promise, settled });
  });
}

/** A new date for an open promise, its alarm with it; the old one is kept, because moves are counted. */
export function movePromise(db: Database, deal: string, id: string, by: Day): Promise<void> {
  return onDeal(db, deal, async () => {
    const promise = await ownPromise(db, deal, id);
    if (promise.by === by) return;
    const alarm =
      promise.remindAt == null ? {} : { remindAt: onAnotherDay(promise.remindAt, by, Temporal.Now.timeZoneId()) };
    await db.promises.put({ ...promise, ...alarm, by, movedFrom: [...promise.movedFrom, promise.by] });
  });
}

export function setAlarm(db: Database, deal: string, id: string, remindAt: Instant | null): Promise<void> {
  return onDeal(db, deal, async () => {
    await db.promises.put({ ...(await ownPromise(db, deal, id)), remindAt });
  });
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
