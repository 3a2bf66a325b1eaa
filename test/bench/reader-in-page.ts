import { readPage } from '../../lib/crm/read-page.ts';
import { readers } from '../../lib/crm/registry.ts';
import { dayInZone } from '../../lib/deal/day.ts';

/** Reads the page once: how many deals it shows, and how many of the first one's fields had a value. */
export function readNow(): { deals: number; fields: number } {
  const at = Date.now();
  const timeZone = 'UTC';
  const reading = readPage(readers, document, new URL(location.href), {
    at,
    timeZone,
    today: dayInZone(at, timeZone),
    dateOrder: null,
    currency: null,
  });
  const fields = Object.values(reading?.deals[0]?.fields ?? {}).filter((field) => field.ok).length;
  return { deals: reading?.deals.length ?? 0, fields };
}
