import { browser } from 'wxt/browser';
import { send, tellTab } from '../../lib/messages/send.ts';
import type { Keeping } from '../../lib/store/keeping.ts';
import { openStore } from '../../lib/store/store.ts';
import { allTabs, forgetTab } from '../background/tab-state.ts';

/** What is remembered of pages for a browser session, worked out from all deals once a day, and the run of a review. */
const SESSION = ['team', 'last-list', 'review'];

/**
 * After a restore or an erasure: no tab goes on showing what is not on record any more. `isBack`: tabs whose deals are
 * unknown now are read again, since the deals may stand under other ids.
 */
export async function tellTabs(keeping: Keeping, isBack: boolean): Promise<void> {
  await browser.storage.session.remove(SESSION);
  const known = new Set((await keeping.deals()).map(({ id }) => id));
  const store = openStore();
  const { sites } = (await store.readSettings()).settings;
  store.close();
  for (const [tab, state] of await allTabs()) {
    const shown = [state.deal, ...(state.list?.rows.map(({ deal }) => deal) ?? [])];
    if (shown.every((deal) => deal === null || known.has(deal))) continue;
    await forgetTab(tab);
    await tellTab(tab, 'overlay.hide', {});
    const { dateOrder = null, currency = null } = sites[state.origin] ?? {};
    if (isBack) await tellTab(tab, 'page.read-again', { dateOrder, currency });
  }
  await send('data.changed', {});
}

/** After everything was erased: what stands beside the database goes, too. */
export async function clearAreas(): Promise<void> {
  for (const [tab] of await allTabs()) await tellTab(tab, 'overlay.hide', {});
  await browser.storage.session.clear();
  await browser.storage.local.clear();
  await send('data.changed', {});
}
