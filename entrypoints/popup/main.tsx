import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/page.css';
import type { PopupState } from '../../components/popup-state.ts';
import { PopupView } from '../../components/popup-view.tsx';
import { dealActions } from '../../lib/messages/deal-actions.ts';
import { send } from '../../lib/messages/send.ts';
import { activeTab } from './active-tab.ts';
import { diagnoseTab } from './diagnose-tab.ts';
import { popupState } from './popup-state.ts';
import { stepActions } from './step-actions.ts';

const state = signal<PopupState>({ kind: 'loading' });
const me = signal<string | null>(null);
const notice = signal<string | null>(null);

async function load(refused = false): Promise<void> {
  const tab = await activeTab();
  tabNow = tab;
  const reply = await send('popup.get', { tab: tab.id, url: tab.url });
  if (!reply.ok) return fail(reply.sentence);
  me.value = reply.me;
  const [problem = null] = reply.problems;
  notice.value = problem;
  if (reply.hidden) {
    state.value = { kind: 'hidden' };
    return;
  }
  try {
    state.value = await popupState(reply.view, refused, async () => {
      const loaded = await (await import('./load-today.ts')).loadToday();
      notice.value = problem ?? loaded?.problem ?? null;
      return loaded;
    });
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(what: string): void {
  const [safe, next] = ['What was recorded before is safe.', 'Close this and open it once more.'];
  state.value = { kind: 'error', what, safe, next };
}

/** `permissions.request` must be the first thing that happens in the click. */
async function grant(origin: string): Promise<void> {
  const granted = await browser.permissions.request({ origins: [`${origin}/*`] });
  await load(!granted);
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

const open = async (url: string) => {
  await browser.tabs.create({ url });
  window.close();
};

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

/** The tab as it was when this popup opened: a click that asks for access has no time to look. */
let tabNow: { id: number | null; url: string | null } = { id: null, url: null };
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
  window.close();
}

async function forgetTaught(): Promise<void> {
  const origin = originNow();
  const reply = origin === null ? null : await send('taught.forget', { origin });
  if (reply && !reply.ok) throw new Error(reply.sentence);
  await load();
}

const actions = {
  card,
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
  visit: open,
  openWelcome: () => open(browser.runtime.getURL('/welcome.html')),
  retry: () => load(),
};

const Root = () => <PopupView state={state.value} actions={actions} me={me.value} notice={notice.value} />;

const root = document.getElementById('root');
if (root) render(<Root />, root);
void load()
  .then(async () => {
    const reminder = await (await import('./when-quiet.ts')).whenQuiet(Date.now());
    // Not beside a deal: it is about everything that is kept.
    if (state.value.kind === 'today') notice.value ??= reminder;
  })
  // Nothing of this is needed for what the popup shows, but that nothing new is recorded must be said.
  .catch((error) => {
    if (error.code === 'not-upgraded') notice.value = error.message;
  });
