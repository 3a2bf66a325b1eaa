import type { Instant } from '../deal/day.ts';
import type { Sighting } from './types.ts';

/** One look at a list or board. */
export type ViewLook = Pick<Sighting, 'at' | 'deals' | 'rows'>;

/** Looks no further apart are one visit: a list is scrolled through, and read piece by piece. */
export const VISIT_GAP_MS = 30 * 60_000;

/** Looks at a view that was the same list all the while, with every deal that stood in one of them. */
export type ViewVisit = {
  from: Instant;
  to: Instant;
  /** The page's own count; null where it has none. */
  total: number | null;
  deals: Set<string>;
  looks: ViewLook[];
};

/**
 * The looks at a view, oldest first, as visits. Where the list changes while it is read (its own count does, or more deals
 * were read than it counts) a new visit begins: what was read before may hold what is gone.
 */
export function joinLooks(looks: readonly ViewLook[]): ViewVisit[] {
  const visits: ViewVisit[] = [];
  for (const look of looks) {
    const { at, rows } = look;
    const total = rows?.total ?? null;
    const last = visits.at(-1);
    const deals = new Set([...(last?.deals ?? []), ...look.deals]);
    if (last && at - last.to <= VISIT_GAP_MS && last.total === total && (total === null || deals.size <= total)) {
      Object.assign(last, { to: at, deals });
      last.looks.push(look);
    } else visits.push({ from: at, to: at, total, deals: new Set(look.deals), looks: [look] });
  }
  return visits;
}
