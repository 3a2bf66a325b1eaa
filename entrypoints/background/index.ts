import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { listen } from '../../lib/messages/receive.ts';
import { openStore } from '../../lib/store/store.ts';
import { grantedOrigins, injectIntoOpenTabs, reconcileAccess, standingScripts } from './access.ts';
import { explain } from './explain.ts';
import { createHandlers } from './handlers.ts';
import { dropLesson } from './lessons.ts';
import { mirrorPolicy } from './mirror-policy.ts';
import { remindersOf } from './reminders.ts';
import { forgetTab } from './tab-state.ts';

const openDashboard = (place: string) =>
  void browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') + place });

/** "What does Sideline know?" stands at links to sites that it may read, and nowhere else. */
async function offerOnLinks(): Promise<void> {
  const targetUrlPatterns = await grantedOrigins();
  await browser.contextMenus.removeAll();
  if (targetUrlPatterns.length > 0)
    browser.contextMenus.create({
      id: 'link',
      title: 'What does Sideline know?',
      contexts: ['link'],
      targetUrlPatterns,
    });
}

/** Listeners are added at once, in the first turn: the worker is started by the event that it has to answer. */
export default defineBackground(() => {
  const store = openStore();
  const reminders = remindersOf(store, (deal, id) =>
    handlers['promise.settle']({ deal, id, as: 'kept', reason: null }, { from: 'extension' }),
  );
  const handlers = createHandlers(store, (origins) => reconcile(origins), reminders);
  const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };
  listen(handlers, own, explain);
  reminders.listen();
  reminders.start();

  // One after the other: two reconciliations at once would register the same script twice.
  let queue: Promise<unknown> = Promise.resolve();
  const reconcile = (origins?: readonly string[]) => {
    queue = queue
      .then(async () => {
        await mirrorPolicy(store).catch(() => {});
        const [{ settings }, maps] = await Promise.all([store.readSettings(), store.taughtMaps()]);
        const taught = maps.map(({ origin }) => origin);
        await reconcileAccess(settings, taught);
        await offerOnLinks();
        if (origins) await injectIntoOpenTabs(origins, taught);
      })
      .catch((error) => console.warn('Sideline could not bring its access in order:', error));
    return queue;
  };

  /** A worker that was stopped in the middle of registering has left nothing registered. */
  const repair = async () => {
    if ((await standingScripts()).length > 0) return;
    const { origins = [] } = await browser.permissions.getAll();
    if (origins.length > 0) await reconcile(origins);
  };
  repair().catch(() => {});

  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
    await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
    const { origins = [] } = await browser.permissions.getAll();
    await reconcile(origins);
    if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
  browser.runtime.onStartup.addListener(() => void reconcile());
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    reminders.listen();
    void reconcile(origins);
  });
  browser.storage.managed.onChanged.addListener(() => void reconcile());
  browser.permissions.onRemoved.addListener(() => void reconcile());
  browser.contextMenus.onClicked.addListener(({ linkUrl = '' }) =>
    openDashboard(`#today/${encodeURIComponent(`link/${linkUrl}`)}`),
  );
  browser.tabs.onRemoved.addListener((tab) => {
    void forgetTab(tab);
    void dropLesson(tab);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'hide-everywhere') void handlers['overlay.hide-everywhere']({}, { from: 'extension' });
    else if (command === 'open-dashboard') openDashboard('');
    // Both other keys: a panel that stands open already hears "next" itself.
    else if (tab) void browser.sidePanel.open({ windowId: tab.windowId });
  });
});
