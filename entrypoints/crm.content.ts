import { defineContentScript } from 'wxt/utils/define-content-script';
import { namesDeal } from '../lib/crm/find-reader.ts';
import { offeredReaders } from '../lib/crm/offered-readers.ts';
import { readPage } from '../lib/crm/read-page.ts';
import { watchPage } from '../lib/crm/watch.ts';
import { type DateOrder, dayInZone } from '../lib/deal/day.ts';
import type { Reply } from '../lib/messages/protocol.ts';
import { messenger, send } from '../lib/messages/send.ts';

/** The element that holds the overlay: left out of reading, and the sign that the overlay stands in this page. */
const OVERLAY = 'sideline-overlay';

/** A reading that was refused is made anew after this long, then twice as long, up to the most. */
const RETRY_MS = 1_000;
const RETRY_MOST_MS = 15_000;

/** Reads deals from the page and tells the background. It shows nothing and stores nothing. */
export default defineContentScript({
  registration: 'runtime',
  async main(ctx) {
    const reply = await askSite(() => ctx.isInvalid);
    if (!reply.ok || !reply.on || ctx.isInvalid) return;
    // Left by an extension that was updated under the open page: it answers nobody. One that lives puts itself back.
    document.querySelector(OVERLAY)?.remove();
    let site: { dateOrder: DateOrder | null; currency: string | null } = reply;
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    let onDeal = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let refusals = 0;

    const watch = watchPage({
      document,
      window,
      now: () => Date.now(),
      ignore: () => document.querySelector(OVERLAY),
      read: () => {
        const at = Date.now();
        return readPage(offeredReaders(), document, new URL(location.href), {
          at,
          timeZone,
          today: dayInZone(at, timeZone),
          dateOrder: site.dateOrder,
          currency: site.currency,
        });
      },
      namesDeal: () => namesDeal(offeredReaders(), new URL(location.href)),
      onReading: async ({ pageRecordId: _, editing: __, fingerprint: ___, ...reading }) => {
        onDeal = reading.page === 'record';
        clearTimeout(retry);
        const overlay = document.querySelector(OVERLAY) !== null;
        const reply = await send('reading.record', { reading: { ...reading, id: crypto.randomUUID() }, overlay });
        if (ctx.isInvalid) stop();
        else if (reply.ok) refusals = 0;
        // A worker that was stopped in the middle, a full disk: what stands on the page is not on record yet.
        else if (reply.code !== 'invalid-message')
          retry = setTimeout(watch.readNow, Math.min(RETRY_MS * 2 ** refusals++, RETRY_MOST_MS));
        // Left while it was being recorded: its card came too late.
        if (!onDeal && reading.page === 'record') void send('deal.left', {});
      },
      onLeave: () => {
        clearTimeout(retry);
        if (!onDeal) return;
        onDeal = false;
        void send('deal.left', {});
      },
    });

    // The popup asks the page itself, so that it never speaks of a deal that was left a moment ago.
    const forget = messenger.onMessage('page.where', () => ({ onDeal }));
    const stop = () => {
      clearTimeout(retry);
      watch.stop();
      onDeal = false;
    };
    const forgetAgain = messenger.onMessage('page.read-again', ({ data }) => {
      site = data;
      watch.readNow();
    });
    const forgetStop = messenger.onMessage('page.stop', stop);
    ctx.onInvalidated(() => {
      stop();
      forget();
      forgetAgain();
      forgetStop();
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
