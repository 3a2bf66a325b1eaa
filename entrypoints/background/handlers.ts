import type { DealCard } from '../../lib/coaching/card.ts';
import { addWorkdays, dayInZone } from '../../lib/deal/day.ts';
import type { Refusal } from '../../lib/messages/protocol.ts';
import { type Handlers, refuse, type Sender } from '../../lib/messages/receive.ts';
import { DEFAULT_SITE, type Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { changeSettings, withSite } from './change-settings.ts';
import { cardOf, momentNow } from './coach.ts';
import { lessonHandlers } from './lessons.ts';
import { loadPrompts } from './load-prompts.ts';
import { overlayViews } from './overlay-view.ts';
import { readAgain, showOverlay, stopReading } from './overlays.ts';
import { popupView } from './popup-view.ts';
import { questionsFrom } from './questions.ts';
import { pageOf, pageRecorder } from './record-page.ts';
import type { Reminding } from './reminders.ts';
import { allTabs, forgetTab, readTab, type TabState, writeTab } from './tab-state.ts';
import { teamOf } from './team.ts';
import { welcomeView } from './welcome-view.ts';

/** Long enough for an answer to arrive, short enough to be back within the week. */
const SNOOZE_WORKDAYS = 3;

type ActionReply = { ok: true; card: DealCard } | Refusal;

const unknownDeal = (): Refusal =>
  refuse('unknown-deal', 'This deal is not on record in this browser yet. Open it in the CRM once.');

/** Brings the registered scripts in order, and puts them into the open tabs of these patterns. */
export type Reconcile = (patterns?: readonly string[]) => Promise<unknown>;

/** The answers of the background, one for each message of the protocol. */
export function createHandlers(store: Store, reconcile: Reconcile, reminders: Reminding): Handlers {
  const readSettings = async () => (await store.readSettings()).settings;
  const team = teamOf(store);
  const questions = questionsFrom(loadPrompts, store.readOwnPrompts);
  const viewOf = overlayViews(store, team, questions);
  const recordPage = pageRecorder(store, team, viewOf);

  async function refresh(tab: number, state: TabState, settings: Settings): Promise<void> {
    const view = await viewOf(state, settings);
    // It may have gone on to another deal or list meanwhile.
    const now = await readTab(tab);
    if (view && now?.deal === state.deal && now.list?.url === state.list?.url) await showOverlay(tab, view);
  }

  async function refreshAll(settings: Settings): Promise<void> {
    for (const [tab, state] of await allTabs()) await refresh(tab, state, settings);
  }

  /** The new card for whoever acted, and the same card for every other tab that shows the deal. */
  async function cardAfter(deal: string, sender: Sender): Promise<ActionReply> {
    const settings = await readSettings();
    const history = await store.loadHistory(deal);
    if (!history) return unknownDeal();
    const own = sender.from === 'page' ? await readTab(sender.tab) : null;
    for (const [tab, state] of await allTabs()) {
      if (state.deal === deal || state.list?.rows.some((row) => row.deal === deal)) await refresh(tab, state, settings);
    }
    const { catalogue } = await questions.read();
    return { ok: true, card: cardOf(history, catalogue, settings, own, await team.soon()) };
  }

  /** A page may speak only for the deal that stands in its own tab. */
  async function act(deal: string, sender: Sender, write: () => Promise<unknown>): Promise<ActionReply> {
    if (sender.from === 'page' && (await readTab(sender.tab))?.deal !== deal) return unknownDeal();
    await write();
    const reply = await cardAfter(deal, sender);
    void reminders.remind();
    return reply;
  }

  const newId = () => crypto.randomUUID();

  return {
    'site.get': async (_, sender) => {
      const page = pageOf(sender);
      team.prepare();
      const site = (await readSettings()).sites[page.origin] ?? DEFAULT_SITE;
      return { ok: true, on: site.state === 'on', dateOrder: site.dateOrder, currency: site.currency };
    },

    'reading.record': ({ reading, overlay }, sender) => {
      if (reading.page === 'record') {
        questions.prepare();
        reminders.soon();
      }
      return recordPage(reading, pageOf(sender), overlay);
    },

    'past.record': async (seen, sender) => {
      const page = pageOf(sender);
      const [settings, state] = await Promise.all([readSettings(), readTab(page.tab)]);
      const deal = await store.dealOf(seen.crm, seen.tenant, seen.recordId);
      // A page speaks for the deal that stands in its own tab, and only while it may be read.
      if (!state || deal === null || state.deal !== deal || settings.sites[page.origin]?.state === 'off')
        return unknownDeal();
      const { isNews } = await store.recordPast(seen, Date.now());
      if (!isNews) return { ok: true };
      for (const [tab, other] of await allTabs()) if (other.deal === deal) await refresh(tab, other, settings);
      return { ok: true };
    },

    'deal.left': async (_, sender) => {
      await forgetTab(pageOf(sender).tab);
      return { ok: true };
    },

    ...lessonHandlers(store, reconcile),

    'card.get': async (_, sender) => {
      const state = await readTab(pageOf(sender).tab);
      return { ok: true, view: state ? await viewOf(state, await readSettings()) : null };
    },

    'overlay.toggled': async ({ open }, sender) => {
      const { origin, tab } = pageOf(sender);
      const state = await readTab(tab);
      if (state?.list) await writeTab(tab, { ...state, list: { ...state.list, open } });
      else await store.updateSettings((before) => withSite(before, origin, { open }));
      return { ok: true };
    },

    'list.pick': async ({ deal }, sender) => {
      const { tab } = pageOf(sender);
      const before = await readTab(tab);
      // A page may speak only for the deals in its own list.
      if (!before?.list || (deal !== null && !before.list.rows.some((row) => row.deal === deal))) return unknownDeal();
      const list = { ...before.list, open: true };
      const state: TabState = { ...before, list, deal, unread: [], openedAt: Date.now() };
      await writeTab(tab, state);
      return { ok: true, view: await viewOf(state, await readSettings()) };
    },

    'marks.set': async ({ page, on }) => {
      const settings = await store.updateSettings((before) => ({ ...before, marks: { ...before.marks, [page]: on } }));
      for (const [tab, state] of await allTabs()) if (state.list) await refresh(tab, state, settings);
      return { ok: true };
    },

    'overlay.hide-everywhere': async () => {
      const settings = await store.updateSettings((before) => ({ ...before, hidden: !before.hidden }));
      await refreshAll(settings);
      return { ok: true, hidden: settings.hidden };
    },

    'date-order.set': ({ deal, order }, sender) =>
      act(deal, sender, async () => {
        const tabs = (await allTabs()).filter(([, state]) => state.deal === deal);
        for (const origin of new Set(tabs.map(([, state]) => state.origin))) {
          const { sites } = await store.updateSettings((before) => withSite(before, origin, { dateOrder: order }));
          await readAgain(origin, sites[origin] ?? DEFAULT_SITE);
        }
      }),

    'prompt.note': ({ deal, prompt, signal, basis, kind }, sender) =>
      act(deal, sender, () =>
        store.addPromptEvent({ id: newId(), deal, prompt, signal, basis, kind, at: Date.now(), until: null }),
      ),

    'proof.answer': (said, sender) =>
      act(said.deal, sender, () => store.putAnswer({ ...said, at: Date.now(), recordedAt: Date.now() })),

    'promise.make': ({ deal, what, who, side, by, proof }, sender) =>
      act(deal, sender, () =>
        store.putPromise({
          id: newId(),
          deal,
          what,
          who,
          side,
          by,
          proof,
          madeAt: Date.now(),
          movedFrom: [],
          settled: null,
        }),
      ),

    'promise.settle': ({ deal, id, as, reason }, sender) =>
      act(deal, sender, () => store.settlePromise(deal, id, { as, reason, at: Date.now() })),

    'promise.move': ({ deal, id, by }, sender) => act(deal, sender, () => store.movePromise(deal, id, by)),

    'wait.agree': ({ deal, what, saidBy, until }, sender) =>
      act(deal, sender, () =>
        store.putWait({ id: newId(), deal, until, what, saidBy, madeAt: Date.now(), endedAt: null }),
      ),

    'wait.end': ({ deal, id }, sender) => act(deal, sender, () => store.endWait(deal, id, Date.now())),

    'deal.snooze': ({ deal, on }, sender) =>
      act(deal, sender, async () => {
        const { calendar } = await readSettings();
        const { asOf, timeZone } = momentNow();
        const until = on ? addWorkdays(dayInZone(asOf, timeZone), SNOOZE_WORKDAYS, calendar) : null;
        const snooze = { deal, prompt: '', signal: '', basis: '', kind: 'snoozed' as const, at: asOf, until };
        await store.addPromptEvent({ id: newId(), ...snooze });
      }),

    'popup.get': async ({ tab, url }) => {
      const [{ settings, problems }, { catalogue, problem }] = await Promise.all([
        store.readSettings(),
        questions.read(),
      ]);
      return {
        ok: true,
        view: await popupView(store, team, catalogue, settings, tab, url),
        me: settings.me,
        hidden: settings.hidden,
        problems: problem === null ? problems : [problem, ...problems],
      };
    },

    'welcome.get': async () => ({ ok: true, view: await welcomeView(await readSettings()) }),

    'settings.change': async (change) => {
      const settings = await store.updateSettings((before) => changeSettings(before, change, momentNow()));
      if (change.judging && change.judging.limits !== settings.limits)
        return refuse('stale', 'These were changed elsewhere meanwhile. Look at them, then save once more.');
      if (change.site?.state) {
        const { origin, state } = change.site;
        await reconcile(state === 'off' ? undefined : [`${origin}/*`]);
        if (state === 'off') await stopReading(origin);
      }
      await refreshAll(settings);
      void reminders.remind();
      return { ok: true };
    },

    'reminders.changed': async () => {
      await reminders.remind();
      return { ok: true };
    },

    'data.changed': async () => {
      team.forget();
      questions.forget();
      await reconcile();
      await refreshAll(await readSettings());
      void reminders.remind();
      return { ok: true };
    },
  };
}
