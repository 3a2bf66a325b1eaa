import { type Day, dayInZone } from '../deal/day.ts';
import { nameKey } from '../deal/same-name.ts';
import { dealAsOf } from '../history/deal-as-of.ts';
import type { DealHistory, Moment } from '../history/types.ts';

/** A name in owner fields: on how many deals it stands, and the day when it was last seen there. */
export type OwnerSeen = { name: string; deals: number; lastOn: Day };

/** By name. Ways of writing one name are one, under the one that was seen last. */
export function ownersSeen(histories: readonly DealHistory[], moment: Moment): OwnerSeen[] {
  const seen = new Map<string, OwnerSeen & { at: number }>();
  for (const history of histories) {
    const owner = dealAsOf(history, moment)?.fields.owner;
    if (!owner?.value) continue;
    const key = nameKey(owner.value);
    const before = seen.get(key);
    const isLater = !before || owner.seenAt > before.at;
    seen.set(key, {
      name: isLater ? owner.value : before.name,
      deals: (before?.deals ?? 0) + 1,
      lastOn: isLater ? dayInZone(owner.seenAt, moment.timeZone) : before.lastOn,
      at: isLater ? owner.seenAt : before.at,
    });
  }
  return [...seen.values()].map(({ at: _, ...owner }) => owner).sort((a, b) => a.name.localeCompare(b.name));
}
