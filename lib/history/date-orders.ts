import type { DateOrder } from '../deal/day.ts';
import { type NumericDay, numericDay, onlyDay } from '../deal/numeric-day.ts';
import type { DealReading, FieldReading, FieldReadings, Reading } from '../deal/reading.ts';
import { LIMITS } from '../deal/reading.ts';

/**
 * The order in which a tenant writes its dates, for each shape that they were seen in; null once two dates of one shape
 * contradicted each other. From then on nothing is concluded from that shape: only the user can say.
 */
export type DateOrders = Readonly<Record<string, DateOrder | null>>;

const DATES = ['closeDate', 'nextStepDue', 'createdOn', 'lastActivity'] as const;

type NumericDate = { name: (typeof DATES)[number]; field: FieldReading<string>; raw: string; date: NumericDay };

function* numericDates({ fields }: DealReading): Generator<NumericDate> {
  for (const name of DATES) {
    const field = fields[name];
    const raw = field?.raw;
    const date = raw ? numericDay(raw) : null;
    if (field && raw && date) yield { name, field, raw, date };
  }
}

/** What a reading tells of its tenant: "25/12/2027", read as that Christmas, says that the day stands first. */
export function ordersToldBy({ deals }: Pick<Reading, 'deals'>): DateOrders {
  const told: Record<string, DateOrder | null> = {};
  for (const deal of deals) {
    for (const { field, date } of numericDates(deal)) {
      const [order, ...others] = date.days.keys();
      // Two orders that meet in one day (07/07/2027) tell nothing. A calendar of its own means another day.
      if (!order || others.length > 0 || !field.ok || field.value !== onlyDay(date)) continue;
      told[date.shape] = (told[date.shape] ?? order) === order && told[date.shape] !== null ? order : null;
    }
  }
  return told;
}

/** What is known after one more reading; gives `known` itself back when nothing is new. */
export function joinOrders(known: DateOrders, told: DateOrders): DateOrders {
  let joined = known;
  for (const [shape, order] of Object.entries(told)) {
    const before = known[shape];
    const after = before === undefined || before === order ? order : null;
    if (after !== before) joined = { ...joined, [shape]: after };
  }
  return joined;
}

/**
 * A reading whose dates follow what its tenant's other pages told, over the order that the page's language has: an
 * English page with British dates is common. Where those pages contradict each other the language settles nothing
 * either, and only dates that this very page makes plain are kept.
 */
export function readByOrders(reading: Reading, orders: DateOrders, told: DateOrders): Reading {
  const deals = reading.deals.map((deal): DealReading => {
    const settled: FieldReadings = {};
    for (const { name, field, raw, date } of numericDates(deal)) {
      const order = orders[date.shape];
      if (order === undefined || onlyDay(date) !== null) continue;
      const value = order && date.days.get(order);
      if (value) {
        if (field.ok && field.value === value) continue;
        const rule = `${field.rule ?? ''} (order as on other pages)`.trim().slice(0, LIMITS.name);
        settled[name] = { ok: true, value, raw, rule };
      } else if (field.ok && field.value !== date.days.get(told[date.shape] ?? 'ymd')) {
        settled[name] = { ok: false, reason: 'ambiguous', raw, rule: field.rule };
      }
    }
    return Object.keys(settled).length > 0 ? { ...deal, fields: { ...deal.fields, ...settled } } : deal;
  });
  return { ...reading, deals };
}
