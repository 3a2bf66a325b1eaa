import { browser } from 'wxt/browser';
import type { Store } from '../../lib/store/store.ts';
import { grantedOrigins } from './access.ts';

/** What the organisation set stands in the database, too, so that workers and pages read the same settings. */
export async function mirrorPolicy(store: Store): Promise<void> {
  await store.keepPolicy(await browser.storage.managed.get(), await grantedOrigins());
}
