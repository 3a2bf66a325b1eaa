import { readPage } from '../../lib/crm/read-page.ts';
import { readers } from '../../lib/crm/registry.ts';
import { dayInZone } from '../../lib/deal/day.ts';

/** Reads the page once; the number of fields that had a value. */
export function readNow(): number {
  const at = Date.now();
  const timeZone = 'UTC';
  const reading = readPage(readers, document, new URL(location.href), {
    at,
    timeZone,
    today: dayInZone(at, timeZone),
    dateOrder: null,
    currency: null,
  });
  return Object.values(reading?.deals[0]?.fields ?? {}).filter((field) => field.ok).length;
}
