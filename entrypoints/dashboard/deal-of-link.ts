import { readers } from '../../lib/crm/registry.ts';
import { openStore } from '../../lib/store/store.ts';

/** The deal on record whose record the address names; null where it names none that was seen. */
export async function dealOfLink(address: string): Promise<string | null> {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const store = openStore();
  try {
    for (const reader of readers) {
      const match = reader.match(url);
      if (!match?.recordId) continue;
      const deal = await store.dealOf(reader.id, match.tenant, match.recordId);
      if (deal) return deal;
    }
    return null;
  } finally {
    store.close();
  }
}
