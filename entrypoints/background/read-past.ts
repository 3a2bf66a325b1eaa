import { browser } from 'wxt/browser';
import { sites } from '../../lib/crm/known-hosts.ts';
import type { Reading } from '../../lib/deal/reading.ts';
import { tellTab } from '../../lib/messages/send.ts';
import { DEFAULT_SITE, type SiteSettings } from '../../lib/settings/settings.ts';

/** After a record was recorded: its page is asked for the past that it shows, by a script of its own. */
export async function readPastIn(tab: number, reading: Reading, site: SiteSettings = DEFAULT_SITE): Promise<void> {
  const [deal] = reading.deals;
  if (reading.page !== 'record' || !deal || deal.recordId === null) return;
  const { crm, tenant } = reading;
  if (!sites.some(({ id, noPast }) => id === crm && !noPast)) return;
  const name = deal.fields.name?.ok ? deal.fields.name.value : null;
  const { dateOrder, currency } = site;
  const look = { crm, tenant, recordId: deal.recordId, name, dateOrder, currency };
  if (await tellTab(tab, 'past.look', look)) return;
  // The tab may be gone, or be another page, by now.
  await browser.scripting.executeScript({ target: { tabId: tab }, files: ['/past.js'] }).catch(() => undefined);
  await tellTab(tab, 'past.look', look);
}
