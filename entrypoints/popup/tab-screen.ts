import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { AnswerSaid } from '../../components/checklist.tsx';
import type { TypedNotes } from '../../components/deal-view.tsx';
import type { PopupState } from '../../components/popup-state.ts';
import { dealActions } from '../../lib/messages/deal-actions.ts';
import { send } from '../../lib/messages/send.ts';
import { activeTab, type Tab } from './active-tab.ts';
import { diagnoseTab } from './diagnose-tab.ts';
import type { TodayLoaded } from './load-today.ts';
import { popupState } from './popup-state.ts';
import { stepActions } from './step-actions.ts';

export type TabScreenOptions = {
  /** Shows a page of the web: in a tab of its own, or in the one at hand. */
  visit(url: string): Promise<void>;
  /** What the user goes on with stands in the page now. */
  leave(): void;
};

/** What is shown of the tab at hand, and what can be done there: the same in the popup and in the side panel. */
export function tabScreen({ visit, leave }: TabScreenOptions) {
  const state = signal<PopupState>({ kind: 'loading' });
  const me = signal<string | null>(null);
  const notice = signal<string | null>(null);
  const typed = signal<TypedNotes>(null);
  /** The tab as it was looked at last: a click that asks for access has no time to look. */
  let tabNow: Tab = { id: null, url: null, window: null };
  let asked = 0;
  let today: TodayLoaded | null = null;

  /** `keepToday`: what takes all deals to work out stands as it was worked out last. */
  async function load({ refused = false, keepToday = false } = {}): Promise<void> {
    const mine = ++asked;
    // Asked once more meanwhile, of another tab maybe: that answer counts.
    const isLast = () => mine === asked;
    const tab = await activeTab();
    if (!isLast()) return;
    tabNow = tab;
    const reply = await send('popup.get', { tab: tab.id, url: tab.url });
    if (!isLast()) return;
    if (!reply.ok) return fail(reply.sentence);
    me.value = reply.me;
    const [problem = null] = reply.problems;
    notice.value = problem;
    if (reply.hidden) {
      state.value = { kind: 'hidden' };
      return;
    }
    try {
      const next = await popupState(reply.view, refused, async () => {
        if (!keepToday || !today) today = await (await import('./load-today.ts')).loadToday();
        if (isLast()) notice.value = problem ?? today?.problem ?? null;
        return today;
      });
      if (!isLast()) return;
      // What is open beside the same deal stays so until it is looked at anew.
      const before = state.value;
      const stays = next.kind === 'deal' && before.kind === 'deal' && before.card.deal === next.card.deal;
      state.value = stays ? { ...next, beside: before.beside } : next;
      // The card stands without it.
      await lookBeside().catch((error) => {
        if (isLast()) notice.value ??= error.message;
      });
    } catch (error) {
      if (isLast()) fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** The checklist and what concerns wording come after the card, which waits for neither. */
  async function lookBeside(): Promise<void> {
    if (state.value.kind !== 'deal') return;
    const { deal } = state.value.card;
    const { loadBeside, typedNotes } = await import('./load-beside.ts');
    typed.value = typedNotes;
    const beside = await loadBeside(deal);
    if (state.value.kind === 'deal' && state.value.card.deal === deal) state.value = { ...state.value, beside };
  }

  function fail(what: string): void {
    const [safe, next] = ['What was recorded before is safe.', 'Close this and open it once more.'];
    state.value = { kind: 'error', what, safe, next };
  }

  /** `permissions.request` must be the first thing that happens in the click. */
  async function grant(origin: string): Promise<void> {
    const granted = await browser.permissions.request({ origins: [`${origin}/*`] });
    await load({ refused: !granted });
  }

  async function change(data: Parameters<typeof send<'settings.change'>>[1]): Promise<void> {
    const reply = await send('settings.change', data);
    if (!reply.ok) throw new Error(reply.sentence);
    await load();
  }

  async function toggleHidden(): Promise<void> {
    const reply = await send('overlay.hide-everywhere', {});
    if (!reply.ok) throw new Error(reply.sentence);
    await load();
  }

  const card = {
    ...dealActions({
      card: () => (state.value.kind === 'deal' ? state.value.card : null),
      onCard: (next) => {
        if (state.value.kind === 'deal') state.value = { ...state.value, card: next };
      },
    }),
    setOpen: () => {},
    hideEverywhere: () => toggleHidden(),
  };

  const originNow = () => (tabNow.url && URL.canParse(tabNow.url) ? new URL(tabNow.url).origin : null);

  async function diagnose(): Promise<void> {
    const origin = originNow();
    if (tabNow.id === null) return;
    const [diagnosis, known] = await Promise.all([
      diagnoseTab(tabNow.id),
      origin === null ? null : send('taught.has', { origin }),
    ]);
    state.value = { kind: 'diagnosis', diagnosis, taught: known?.ok === true && known.taught };
  }

  async function teach(corrects: string | null): Promise<void> {
    const [{ id: tab }, origin] = [tabNow, originNow()];
    if (tab === null || origin === null) throw new Error('Open a page of your CRM in this tab first.');
    if (!(await browser.permissions.request({ origins: [`${origin}/*`] }))) {
      throw new Error('The browser was told no. Nothing was read; the button asks again.');
    }
    const reply = await send('teach.start', { tab, origin, corrects });
    if (!reply.ok) throw new Error(reply.sentence);
    leave();
  }

  async function forgetTaught(): Promise<void> {
    const origin = originNow();
    const reply = origin === null ? null : await send('taught.forget', { origin });
    if (reply && !reply.ok) throw new Error(reply.sentence);
    await load();
  }

  const checklist = {
    answer: async (key: string, { answer, proof, saidBy }: AnswerSaid) => {
      await card.answerProof(key, answer, { ...(proof && { proof }), ...(saidBy && { saidBy }) });
      await lookBeside();
    },
    choose: async (id: string) => {
      const pipeline = state.value.kind === 'deal' ? (state.value.beside?.checklist.pipeline ?? null) : null;
      await (await import('./load-beside.ts')).chooseChecklist(id, pipeline);
      await lookBeside();
    },
  };

  const actions = {
    card,
    checklist,
    steps: stepActions(load),
    grant,
    setGoal: (goal: { minor: number; currency: string | null }) =>
      change({ goal: goal.currency === null ? null : { minor: goal.minor, currency: goal.currency } }),
    setSite: (origin: string, to: 'on' | 'off') => change({ site: { origin, state: to } }),
    diagnose,
    teach,
    forgetTaught,
    openMaps: () => browser.runtime.openOptionsPage(),
    show: () => toggleHidden(),
    visit,
    openWelcome: () => visit(browser.runtime.getURL('/welcome.html')),
    retry: () => load(),
  };

  return { state, me, notice, typed, load, actions, tabNow: () => tabNow };
}
