import { wordsFor } from '../../lib/coaching/words/words-for.ts';
import type { Reading } from '../../lib/deal/reading.ts';
import { lostFields } from '../../lib/history/lost-fields.ts';
import { DEFAULT_SITE } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { withSite } from './change-settings.ts';

/** Among these many there are three that were opened twice, if there are any. */
const LOOKED_AT = 12;

/**
 * One sentence where the pages of a site stopped giving fields that they gave before, said once; null else. Once they give
 * them again, a later loss is told anew.
 */
export async function tellLost(store: Store, { crm, tenant }: Reading, origin: string): Promise<string | null> {
  const opened = await store.recentlyOpened(crm, tenant, LOOKED_AT);
  const lost = lostFields(await store.loadHistories(opened), Date.now());
  const { sites } = (await store.readSettings()).settings;
  const key = `${crm} ${tenant}`;
  const known = (sites[origin] ?? DEFAULT_SITE).lost ?? {};
  const told = known[key] ?? [];
  if (lost.length === told.length && lost.every((field) => told.includes(field))) return null;
  await store.updateSettings((before) => withSite(before, origin, { lost: { ...known, [key]: lost } }));
  if (lost.every((field) => told.includes(field))) return null;
  const words = wordsFor(undefined);
  return words.lost(words.list(lost.map(words.field)));
}
