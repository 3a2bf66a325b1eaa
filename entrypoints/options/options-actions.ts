import { browser } from 'wxt/browser';
import type { OptionsActions } from '../../components/options/options-state.ts';
import { REFUSED_WORDS } from '../../components/options/person-words.ts';
import type { ReminderActions } from '../../components/reminders-section.tsx';
import type { RequestData } from '../../lib/messages/protocol.ts';
import { send, tellTab } from '../../lib/messages/send.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { explain } from '../background/explain.ts';
import { writeSettings } from '../popup/write-reminders.ts';
import { NOTIFICATIONS } from './load-options.ts';

/** A rule of the house, such as "one workday at least", is told; nothing is written then. */
async function changeSettings(store: Store, change: (settings: Settings) => Partial<Settings>): Promise<void> {
  let refused: unknown = null;
  await store
    .updateSettings((before) => {
      refused = null;
      try {
        return { ...before, ...change(before) };
      } catch (error) {
        refused = error;
        return before;
      }
    })
    .catch((error) => {
      throw new Error(explain(error).sentence);
    });
  if (refused) throw refused;
  await send('data.changed', {});
}

async function sendChange(data: RequestData<'settings.change'>): Promise<void> {
  const reply = await send('settings.change', data);
  if (!reply.ok) throw new Error(reply.sentence);
}

const NO = 'The browser was told no. Nothing was changed; the button asks again.';

/** `load`: what stands there now, on screen. */
export function optionsActions(store: Store, load: () => Promise<void>): Omit<OptionsActions, 'maps' | 'reminders'> {
  const then = (work: Promise<void>) => work.then(load);
  return {
    change: (change) => then(changeSettings(store, change)),
    editRoster: (edit) =>
      then(
        changeSettings(store, ({ people }) => {
          const edited = edit(people);
          if ('refused' in edited) throw new Error(REFUSED_WORDS[edited.refused]);
          return edited;
        }),
      ),
    setRole: (role) => then(sendChange({ role })),
    setGoal: (goal) => then(sendChange({ goal: goal && { minor: goal.minor, currency: goal.currency ?? '' } })),
    setSite: async (origin, patch) => {
      await sendChange({ site: { origin, ...patch } });
      const { sites } = (await store.readSettings()).settings;
      const { dateOrder = null, currency = null } = sites[origin] ?? {};
      for (const { id } of await browser.tabs.query({ url: `${origin}/*` })) {
        if (id !== undefined && patch.state === undefined)
          await tellTab(id, 'page.read-again', { dateOrder, currency });
      }
      await load();
    },
    takeBack: async (origin) => {
      const gone = await browser.permissions.remove({ origins: [`${origin}/*`] }).catch(() => false);
      if (!gone) throw new Error('The browser does not let this be taken back here. It can be in its own settings.');
      await load();
    },
    allow: async (origin) => {
      if (!(await browser.permissions.request({ origins: [`${origin}/*`] }))) throw new Error(NO);
      await load();
    },
    copy: (text) => navigator.clipboard.writeText(text),
  };
}

export function reminderActions(store: Store, load: () => Promise<void>): ReminderActions {
  return {
    save: (settings) => writeSettings(settings).then(load),
    setNotifications: async (on) => {
      const granted = !on || (await browser.permissions.request(NOTIFICATIONS));
      if (!granted) throw new Error(NO);
      await writeSettings({ ...(await store.reminders()).settings, notifications: on });
      await load();
    },
  };
}
