import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/page.css';
import type { WelcomeState } from '../../components/welcome-state.ts';
import { WelcomeView } from '../../components/welcome-view.tsx';
import { send } from '../../lib/messages/send.ts';
import { welcomeState } from './welcome-state.ts';

const state = signal<WelcomeState | null>(null);
const asked = new Map<string, 'asked' | 'refused'>();

async function load(): Promise<void> {
  const [reply, policy] = await Promise.all([send('welcome.get', {}), browser.storage.managed.get()]);
  if (reply.ok) state.value = welcomeState(reply.view, asked, policy);
  else if (state.value) state.value = { ...state.value, problem: reply.sentence };
}

async function change(data: Parameters<typeof send<'settings.change'>>[1]): Promise<void> {
  const reply = await send('settings.change', data);
  if (!reply.ok) throw new Error(reply.sentence);
  await load();
}

const actions = {
  setRole: (role: 'manager' | 'rep') => change({ role, welcomed: true }),
  setMe: (me: string | null) => change({ me }),
  /** `permissions.request` must be the first thing that happens in the click. */
  grant: async (origin: string) => {
    const granted = await browser.permissions.request({ origins: [`${origin}/*`] });
    asked.set(origin, granted ? 'asked' : 'refused');
    await load();
  },
  visit: async (url: string) => {
    await browser.tabs.create({ url });
  },
};

const Root = () => (state.value ? <WelcomeView state={state.value} actions={actions} /> : null);

const root = document.getElementById('root');
if (root) render(<Root />, root);
void load();

// The first list is read in another tab: its answer appears here by itself.
browser.storage.session.onChanged.addListener(() => void load());
browser.permissions.onAdded.addListener(() => void load());
browser.permissions.onRemoved.addListener(() => void load());
