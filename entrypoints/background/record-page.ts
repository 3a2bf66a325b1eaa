import { isSameView, listAfter } from '../../lib/coaching/list-look.ts';
import type { Instant } from '../../lib/deal/day.ts';
import { FIELD_NAMES } from '../../lib/deal/fields.ts';
import type { DealReading, Reading } from '../../lib/deal/reading.ts';
import { ordersToldBy, readByOrders } from '../../lib/history/date-orders.ts';
import type { OverlayView, Replies } from '../../lib/messages/protocol.ts';
import type { Sender } from '../../lib/messages/receive.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { stopsRecording } from './explain.ts';
import { rememberList } from './last-list.ts';
import type { overlayViews } from './overlay-view.ts';
import { injectOverlay, showOverlay } from './overlays.ts';
import { readPastIn } from './read-past.ts';
import { readTab, type TabState, writeTab } from './tab-state.ts';
import type { Team } from './team.ts';
import { tellLost } from './tell-lost.ts';

/** An overlay that was injected stands in its page after this long. */
const MOUNTING_MS = 500;

export type PageSender = Extract<Sender, { from: 'page' }>;

/** `receive` lets only pages send these messages; the type does not know it. */
export function pageOf(sender: Sender): PageSender {
  if (sender.from !== 'page') throw new Error('This message belongs to a page.');
  return sender;
}

function unreadOf(deal: DealReading | undefined): TabState['unread'] {
  return FIELD_NAMES.flatMap((field) => {
    const read = deal?.fields[field];
    return read && !read.ok && read.reason !== 'empty' ? [{ field, reason: read.reason, raw: read.raw }] : [];
  });
}

/** Where not even what is on record can be read: the sentence alone. */
async function tellAlone(notice: string, tab: number, mounted: boolean): Promise<void> {
  if (!mounted) await injectOverlay(tab);
  const nothing = { card: null, list: null, me: null, open: true, hidden: false };
  await showOverlay(tab, { ...nothing, notice });
}

/** Takes a page's reading: on record first, then on screen. */
export function pageRecorder(store: Store, team: Team, viewOf: ReturnType<typeof overlayViews>) {
  // When the overlay was put into a tab last: a reading that was made before it stood there says that there is none.
  const injected = new Map<number, { document: string; at: Instant }>();
  const standsIn = ({ tab, document }: PageSender, { at }: Reading) => {
    const last = injected.get(tab);
    return last !== undefined && last.document === document && at <= last.at + MOUNTING_MS;
  };

  /** On screen: through the answer where an overlay stands; else it is put into the page and asks what to show. */
  async function show(
    state: TabState,
    settings: Settings,
    sender: PageSender,
    mounted: boolean,
  ): Promise<OverlayView | null> {
    const { tab, document } = sender;
    // An overlay that starts asks what stands in its tab, so that must be known before; one that stands is told.
    const known = writeTab(tab, state);
    if (!mounted) await known;
    const view = await viewOf(state, settings);
    await known;
    if (mounted || !view) return view;
    // A list that is empty from the start is no place for us.
    if (state.list?.rows.length === 0) return null;
    injected.set(tab, { document, at: Date.now() });
    await injectOverlay(tab);
    return null;
  }

  /** The same once more where what is usual in the team was worked out meanwhile. */
  async function showWhole(state: TabState, settings: Settings, sender: PageSender, mounted: boolean) {
    const view = await show(state, settings, sender, mounted);
    if (!(await team.becameReady())) return view;
    const better = await show(state, settings, sender, true);
    // One that was put into the page a moment ago has asked by now, for the view as it was.
    if (better && !mounted) await showOverlay(sender.tab, better);
    return mounted ? better : null;
  }

  /** After the card, since it is not about this deal. */
  async function tell(reading: Reading, { tab, origin }: PageSender, deal: string): Promise<void> {
    const told = await tellLost(store, reading, origin);
    const state = told === null ? null : await readTab(tab);
    if (state?.deal !== deal) return;
    await writeTab(tab, { ...state, told });
    const view = await viewOf({ ...state, told }, (await store.readSettings()).settings);
    if (view) await showOverlay(tab, view);
  }

  /** Here and not in the page, which knows its address but not its tenant: one address may serve several. */
  async function withLearnedOrder(reading: Reading, isSaid: boolean): Promise<Reading> {
    const told = ordersToldBy(reading);
    // A disk without room is told of by recording itself.
    const orders = await store.learnDateOrders(reading.crm, reading.tenant, told).catch(() => null);
    return isSaid || !orders ? reading : readByOrders(reading, orders, told);
  }

  async function record(said: Reading, sender: PageSender, seen: boolean): Promise<Replies['reading.record']> {
    const overlay = seen || standsIn(sender, said);
    const nothing = { ok: true as const, view: null };
    const [{ settings }, before] = await Promise.all([store.readSettings(), readTab(sender.tab)]).catch(
      async (error) => {
        const notice = stopsRecording(error);
        if (notice !== null) await tellAlone(notice, sender.tab, overlay);
        throw error;
      },
    );
    const site = settings.sites[sender.origin];
    // A page that was open when its site was switched off may still be in the middle of a reading.
    if (site?.state === 'off') return nothing;
    const reading = await withLearnedOrder(said, site?.dateOrder != null);
    const stateOf = (deal: string | null, notice: string | null): TabState => ({
      deal,
      list: null,
      origin: sender.origin,
      unread: unreadOf(reading.deals[0]),
      openedAt: before && before.deal === deal ? before.openedAt : reading.at,
      notice,
      told: before && before.deal === deal ? before.told : null,
    });

    const { deals } = await store.recordReading(reading, Date.now()).catch(async (error) => {
      const recordId = reading.page === 'record' ? reading.deals[0]?.recordId : null;
      const notice = stopsRecording(error);
      if (notice !== null && recordId) {
        // The card, as last recorded, says why nothing new is; the page itself tries again until there is room.
        const tell = async () => {
          const deal = await store.dealOf(reading.crm, reading.tenant, recordId);
          const view = await show(stateOf(deal, notice), settings, sender, overlay);
          if (view) await showOverlay(sender.tab, view);
        };
        await tell().catch(() => tellAlone(notice, sender.tab, overlay));
      }
      throw error;
    });
    if (reading.page !== 'record') {
      await rememberList(reading);
      // As it is by now: a deal may have been picked in it, or its card closed, while this was being recorded.
      const now = await readTab(sender.tab);
      const old = now?.list ?? null;
      const same = isSameView(old, reading) ? now : null;
      const list = { ...listAfter(old, reading, deals), open: same?.list?.open ?? false };
      const state = { ...stateOf(same?.deal ?? null, null), unread: [], list };
      return { ok: true, view: await showWhole(state, settings, sender, overlay) };
    }
    const deal = deals[0];
    if (!deal) return nothing;
    const state = stateOf(deal, null);
    const view = await showWhole(state, settings, sender, overlay);
    if (before?.deal !== deal || before.list) void tell(reading, sender, deal).catch(() => {});
    void readPastIn(sender.tab, reading, settings.sites[sender.origin]);
    return { ok: true, view };
  }

  // One page of a tab after the other: a slow first must not overtake the second on screen.
  const turns = new Map<number, Promise<unknown>>();
  return (reading: Reading, sender: PageSender, overlay: boolean): Promise<Replies['reading.record']> => {
    const turn = (turns.get(sender.tab) ?? Promise.resolve()).then(() => record(reading, sender, overlay));
    const settled = turn.catch(() => {});
    turns.set(sender.tab, settled);
    void settled.then(() => {
      if (turns.get(sender.tab) === settled) turns.delete(sender.tab);
    });
    return turn;
  };
}
