import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { evidenceOf } from '../lib/crm/evidence.ts';
import { recordIdIn } from '../lib/crm/find-reader.ts';
import { offeredReaders } from '../lib/crm/offered-readers.ts';
import { offerRows } from '../lib/crm/offered-rows.ts';
import { readPage } from '../lib/crm/read-page.ts';
import { watchPage } from '../lib/crm/watch.ts';
import { type DateOrder, dayInZone } from '../lib/deal/day.ts';
import { overlayPort } from '../lib/messages/overlay-port.ts';
import type { Reply } from '../lib/messages/protocol.ts';
import { isAlive, onNews, send } from '../lib/messages/send.ts';

/** The element that holds the overlay, whose changes are ours. */
const OVERLAY = 'sideline-overlay';

/** It stands among the document's outermost children: asking the whole page for it, at every mutation, would cost a share of it. */
function overlayIn({ documentElement }: Document): Element | null {
  for (let at = documentElement?.lastElementChild; at; at = at.previousElementSibling) {
    if (at.localName === OVERLAY) return at;
  }
  return null;
}

/** A reading that was refused is made anew after this long, then twice as long, up to the most. */
const RETRY_MS = 1_000;
const RETRY_MOST_MS = 15_000;

/**
 * Ends the copy of this script that was put into the page before, as access was granted again. A copy of an older version
 * lives in a world of its own and ends by itself.
 */
const END = Symbol.for('sideline.end');
const world = globalThis as { [END]?: () => void };

/**
 * The content script: it reads deals from the page and tells the background. It shows nothing and stores nothing. Not one
 * of the framework's own kind, which would announce itself to the page and weigh a tenth more.
 */
export default defineUnlistedScript({
  async main() {
    const ended = new AbortController();
    const { signal } = ended;
    world[END]?.();
    world[END] = () => ended.abort();
    const isOver = () => signal.aborted || !isAlive();

    const reply = await askSite(isOver);
    if (!reply.ok || !reply.on || isOver()) return;
    // Left by an extension that was updated under the open page: it answers nobody. One that lives puts itself back.
    overlayIn(document)?.remove();
    let site: { dateOrder: DateOrder | null; currency: string | null } = reply;
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    /** A deal or a list that was handed over stands in the page; and whether it is a deal. */
    let stands = false;
    let onDeal = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let refusals = 0;
    /** Counts readings, so that the answer to an earlier one does not overtake a later one's. */
    let places = 0;

    const watch = watchPage({
      document,
      window,
      now: () => Date.now(),
      ignore: () => overlayIn(document),
      read: () => {
        if (!isAlive()) {
          ended.abort();
          return null;
        }
        const at = Date.now();
        const page = readPage(offeredReaders(), document, new URL(location.href), {
          at,
          timeZone,
          today: dayInZone(at, timeZone),
          dateOrder: site.dateOrder,
          currency: site.currency,
        });
        offerRows(page ? evidenceOf(page).rows : undefined);
        overlayPort()?.look();
        return page;
      },
      recordId: () => recordIdIn(offeredReaders(), new URL(location.href)),
      onReading: async ({ pageRecordId: _, editing: __, fingerprint: ___, ...reading }) => {
        const place = ++places;
        stands = true;
        onDeal = reading.page === 'record';
        clearTimeout(retry);
        const port = overlayPort();
        port?.expect();
        const reply = await send('reading.record', {
          reading: { ...reading, id: crypto.randomUUID() },
          overlay: port !== null,
        });
        if (isOver()) ended.abort();
        else if (reply.ok) {
          refusals = 0;
          if (reply.view && stands && place === places) overlayPort()?.show(reply.view);
        }
        // A worker that was stopped in the middle, a full disk: what stands on the page is not on record yet.
        else if (reply.code !== 'invalid-message')
          retry = setTimeout(watch.readNow, Math.min(RETRY_MS * 2 ** refusals++, RETRY_MOST_MS));
        // Left while it was being recorded: its card came too late.
        if (stands) return;
        overlayPort()?.hide();
        void send('deal.left', {});
      },
      onLeave: () => {
        clearTimeout(retry);
        stands = false;
        onDeal = false;
        overlayPort()?.hide();
        // The next deal's reading says it as well.
        if (recordIdIn(offeredReaders(), new URL(location.href)) === null) void send('deal.left', {});
      },
    });

    // The popup asks the page itself, so that it never speaks of a deal that was left a moment ago.
    const forget = [
      onNews('page.where', () => ({ onDeal })),
      onNews('page.read-again', (data) => {
        site = data;
        watch.readNow();
      }),
      onNews('page.stop', () => ended.abort()),
    ];
    signal.addEventListener('abort', () => {
      clearTimeout(retry);
      watch.stop();
      offerRows(undefined);
      onDeal = false;
      for (const one of forget) one();
    });
  },
});

/** A page may open while the worker is being stopped: without this answer it would not be read until it is reloaded. */
async function askSite(isOver: () => boolean): Promise<Reply<'site.get'>> {
  for (let wait = RETRY_MS; ; wait *= 2) {
    const reply = await send('site.get', {});
    if (reply.ok || isOver() || wait > RETRY_MOST_MS) return reply;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
