import { browser } from 'wxt/browser';
import type { Store } from '../../lib/store/store.ts';

/** What the organisation set stands in the database, too, so that workers and pages read the same settings. */
export async function mirrorPolicy(store: Store): Promise<void> {
  const [policy, { origins = [] }] = await Promise.all([browser.storage.managed.get(), browser.permissions.getAll()]);
  await store.keepPolicy(policy, origins);
}
