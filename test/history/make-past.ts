import type { Instant } from '../../lib/deal/day.ts';
import { PASSING, type PastEntry, type PastPart, partOfEntry, pastKeys } from '../../lib/deal/past.ts';
import type { DealHistory, PastRow } from '../../lib/history/types.ts';

export type PastSaid = { at: Instant; entries: PastEntry[]; parts?: PastPart[] };

/** The history with what pages showed of its past, recorded look by look as the store does it. */
export function withPast(history: DealHistory, ...looks: PastSaid[]): DealHistory {
  const deal = history.deal.id;
  const rows = new Map<string, PastRow>();
  const kept = looks.map(({ at, entries, parts = entries.map(partOfEntry) }) => {
    const keys = pastKeys(entries);
    for (const [index, entry] of entries.entries()) {
      const key = keys[index] ?? '';
      const row = rows.get(key) ?? { deal, key, entry, seenAt: at, lastSeenAt: at, recordedAt: at };
      rows.set(key, { ...row, lastSeenAt: at });
    }
    const standing = keys.filter((_, index) => PASSING.has(partOfEntry(entries[index] as PastEntry)));
    return { deal, at, recordedAt: at, parts, standing };
  });
  return { ...history, past: { rows: [...rows.values()], looks: kept } };
}
