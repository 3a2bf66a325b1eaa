import type { CrmId } from '../deal/reading.ts';
import { type DateOrders, joinOrders } from '../history/date-orders.ts';
import type { Database } from './schema.ts';

/** Adds what a reading told of its tenant's dates to what is known, and gives all of it. */
export function learnDateOrders(db: Database, crm: CrmId, tenant: string, told: DateOrders): Promise<DateOrders> {
  const key = `date-orders ${JSON.stringify([crm, tenant])}`;
  return db.transaction('rw', ['meta'], async () => {
    const known = ((await db.meta.get(key))?.value ?? {}) as DateOrders;
    const joined = joinOrders(known, told);
    if (joined !== known) await db.meta.put({ key, value: joined });
    return joined;
  });
}
