import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { recordIdIn } from '../lib/crm/find-reader.ts';
import { offeredReaders } from '../lib/crm/offered-readers.ts';
import { findPast, pastOfFound } from '../lib/crm/past-of-page.ts';
import { readPage } from '../lib/crm/read-page.ts';
import type { ReadOptions } from '../lib/crm/types.ts';
import { watchPast } from '../lib/crm/watch-past.ts';
import { type DateOrder, dayInZone } from '../lib/deal/day.ts';
import { isAlive, onNews, send } from '../lib/messages/send.ts';

/** Ends the copy that was put into the page before. A copy of an older version lives in a world of its own. */
const END = Symbol.for('sideline.past.end');
const world = globalThis as { [END]?: () => void };

/** A page that is never at rest is looked at all the same. */
const IDLE_MS = 1_000;

/**
 * Put into a page by the background once a record was read there: reads what the page shows of the deal's past. Beside the
 * script that reads the record, so that a page without a feed carries none of this.
 */
export default defineUnlistedScript(() => {
  world[END]?.();
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  let site: { dateOrder: DateOrder | null; currency: string | null } = { dateOrder: null, currency: null };
  let name: string | null = null;

  const options = (): ReadOptions => {
    const at = Date.now();
    return { at, timeZone, today: dayInZone(at, timeZone), ...site };
  };

  const watch = watchPast({
    clock: () => Date.now(),
    timeZone,
    recordId: () => (isAlive() ? recordIdIn(offeredReaders(), new URL(location.href)) : null),
    idle: (work) => void requestIdleCallback(work, { timeout: IDLE_MS }),
    isHidden: () => document.visibilityState === 'hidden',
    read: (deal) => {
      const url = new URL(location.href);
      const readers = offeredReaders().filter(({ id }) => id === deal.crm);
      const found = findPast(readers, document, url);
      if (!found) return null;
      const page = readPage(readers, document, url, options());
      const [record] = page?.deals ?? [];
      if (!page || page.tenant !== deal.tenant || record?.recordId !== deal.recordId) return null;
      // The page may show the next deal before its address does.
      if (name !== null && !(record.fields.name?.ok && record.fields.name.value === name)) return null;
      return pastOfFound(found, options(), page);
    },
    isFirst: (deal) => {
      const [loaded] = performance.getEntriesByType('navigation');
      return loaded !== undefined && recordIdIn(offeredReaders(), new URL(loaded.name)) === deal.recordId;
    },
    onPast: async (deal, { entries, parts }, at) => {
      const reply = await send('past.record', { ...deal, at, entries, parts });
      return reply.ok || reply.code === 'invalid-message';
    },
  });

  const forget = [
    onNews('past.look', ({ crm, tenant, recordId, dateOrder, currency, ...said }) => {
      site = { dateOrder, currency };
      name = said.name;
      watch.begin({ crm, tenant, recordId });
      return true;
    }),
    onNews('page.stop', () => end()),
  ];
  const end = () => {
    watch.stop();
    for (const one of forget) one();
  };
  world[END] = end;
});
