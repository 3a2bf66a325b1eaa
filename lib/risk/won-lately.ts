import type { Instant } from '../deal/day.ts';
import type { Outcome } from '../deal/fields.ts';
import { foldLabel } from '../deal/same-value.ts';
import type { Deal } from '../history/types.ts';

const DAY_MS = 86_400_000;
const LATELY_DAYS = 180;
const LAST = 5;
const ENDED_LEAST = 3;
const LOST_MOST = 1;

/**
 * Open deals whose owner's last deals were won: of the last five that ended here within half a year, three at least,
 * all but one. It holds of deals, picks another question, and is neither kept in the database nor shown.
 */
export function createWonLately(asOf: Instant) {
  const ends = new Map<string, { at: Instant; won: boolean }[]>();
  const open: [deal: string, owner: string][] = [];
  return {
    add({ record, fields }: Deal, outcome: Outcome): void {
      const owner = fields.owner?.value;
      if (!owner) return;
      const key = [record.crm, record.tenant, foldLabel(owner)].join('\n');
      if (outcome === 'open') return void open.push([record.id, key]);
      const at = (fields.outcome?.value === outcome ? fields.outcome : fields.stage)?.seenAt ?? 0;
      if (at < asOf - LATELY_DAYS * DAY_MS) return;
      ends.set(key, [...(ends.get(key) ?? []), { at, won: outcome === 'won' }]);
    },
    deals(): ReadonlyMap<string, true> {
      const well = new Set<string>();
      for (const [owner, ended] of ends) {
        const last = ended.sort((a, b) => b.at - a.at).slice(0, LAST);
        if (last.length >= ENDED_LEAST && last.filter(({ won }) => !won).length <= LOST_MOST) well.add(owner);
      }
      return new Map(open.flatMap(([deal, owner]) => (well.has(owner) ? [[deal, true] as const] : [])));
    },
  };
}
