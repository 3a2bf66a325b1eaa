import { browser } from 'wxt/browser';
import type { Elsewhere, OptionsState } from '../../components/options/options-state.ts';
import { ownOf } from '../../lib/coaching/catalogue/own-prompts.ts';
import { dayInZone } from '../../lib/deal/day.ts';
import { underPolicy } from '../../lib/settings/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import { openChecklists } from '../../lib/store/checklists.ts';
import type { Store } from '../../lib/store/store.ts';
import type { TaughtMap } from '../../lib/teach/taught-map.ts';
import { ownersSeen } from '../../lib/team/owners-seen.ts';
import { momentNow } from '../background/coach.ts';
import { sitesOf } from './load-sites.ts';
import { siteOf } from './map-actions.ts';
import { usualCurrency } from './usual-currency.ts';

export const NOTIFICATIONS = { permissions: ['notifications' as const] };

const RIGHTS: Record<string, string> = {
  storage: 'Storage: the history of your deals, in this browser’s own database.',
  unlimitedStorage: 'Unlimited storage: that history may grow over years.',
  scripting: 'Scripting: to read on the sites that you allowed, and to show the card there.',
  sidePanel: 'Side panel: opened by your click or key alone.',
  alarms: 'Alarms: to wake when a step of yours is due.',
  activeTab: 'Active tab: to know which site you are on when you click the icon.',
  notifications: 'Notifications, which you allowed: the digest and your alarms.',
};

/** All that is set, quickly read. Fails with a `StoreError`. */
export async function loadOptions(
  store: Store,
): Promise<Omit<OptionsState, 'seen' | 'elsewhere' | 'tested' | 'currency'> & { taught: TaughtMap[] }> {
  const [policy, rights, commands] = await Promise.all([
    browser.storage.managed.get(),
    browser.permissions.getAll(),
    browser.commands.getAll(),
  ]);
  const granted = (rights.origins ?? []).filter((pattern) => /^(\*|https?):\/\//.test(pattern));
  const { locked, ignored } = underPolicy(DEFAULT_SETTINGS, policy);
  // The background does so, too; where the database takes nothing, what can be read of it is shown all the same.
  await store.keepPolicy(policy, granted).catch(() => undefined);
  const [{ settings, problems }, { settings: own }, taught, notifications] = await Promise.all([
    store.readSettings(),
    store.reminders(),
    store.taughtMaps(),
    browser.permissions.contains(NOTIFICATIONS),
  ]);
  const { asOf, timeZone } = momentNow();
  return {
    ...{ settings, problems, locked, ignored, taught },
    sites: sitesOf(settings, policy, granted),
    reminders: { settings: own, granted: notifications },
    maps: taught.map(siteOf),
    today: dayInZone(asOf, timeZone),
    paster: { at: asOf, timeZone, language: navigator.language },
    rights: (rights.permissions ?? []).map((right) => RIGHTS[right] ?? right),
    keys: commands
      .filter(({ name }) => name !== '_execute_action')
      .map(({ description = '', shortcut = '' }) => ({ what: description, key: shortcut })),
    version: browser.runtime.getManifest().version,
  };
}

/** What takes a look at all deals, or at rows that other pages write. */
export async function loadSeen(store: Store): Promise<Pick<OptionsState, 'seen' | 'elsewhere' | 'currency'>> {
  const checklists = openChecklists();
  const [histories, { settings }, ownPrompts, choice] = await Promise.all([
    store.loadHistories(),
    store.readSettings(),
    store.readOwnPrompts(),
    checklists.read(),
  ]);
  checklists.close();
  const { off, changed, added } = ownOf(ownPrompts);
  const chosen = [choice.everywhere, ...Object.values(choice.pipelines)].filter((each) => each !== null);
  const elsewhere: Elsewhere = {
    deals: histories.length,
    ownLimits: limitsIn(settings.limits),
    ownPrompts: off.length + Object.keys(changed).length + added.length,
    checklists: new Set(chosen).size,
    learnt: settings.learnt.model !== null,
  };
  return { seen: ownersSeen(histories, momentNow()), elsewhere, currency: usualCurrency(histories) };
}

/** Every figure, wherever it holds. */
function limitsIn(limits: Settings['limits']): number {
  const places = [limits.everywhere, ...Object.values(limits.pipelines ?? {}), ...Object.values(limits.sizes ?? {})];
  return places
    .flatMap((set) => Object.values(set ?? {}))
    .reduce((sum, kinds) => sum + Object.keys(kinds ?? {}).length, 0);
}
