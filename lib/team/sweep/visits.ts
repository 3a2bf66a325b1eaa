import type { Instant } from '../../deal/day.ts';
import type { ViewLook } from '../../history/vanished.ts';

/** Looks no further apart are one visit: a list is scrolled through, and read piece by piece. */
const VISIT_GAP_MS = 30 * 60_000;

/**
 * One visit to a view. `whole`: every row of it is a deal on record, by the page's own count or by the user's word.
 * `other`: it would be, but fewer than half of the deals of the whole visit before stand there: another filter, most likely.
 */
export type Visit = {
  from: Instant;
  to: Instant;
  deals: ReadonlySet<string>;
  /** The most rows that stood in the page at once. */
  rows: number;
  /** The page's own count; null where it has none. */
  total: number | null;
  /**
   * The list changed while it was read, by its own count or by more deals than it counts: what was read before, in the
   * same sitting, is the visit before. Null: it did not.
   */
  anew: 'count' | 'rows' | null;
  reach: 'part' | 'uncounted' | 'unmatched' | 'other' | 'whole';
};

/**
 * The visits to a view, oldest first. Where the list changes while it is read (its own count does, or more deals were read
 * than it counts) a new visit begins: what was read before may hold what is gone. `isSaid`: the user said of that moment's
 * visit that it was all.
 */
export function visitsOf(looks: readonly ViewLook[], isSaid: (at: Instant) => boolean): Visit[] {
  type Open = Omit<Visit, 'deals' | 'reach'> & { deals: Set<string> };
  const found: Open[] = [];
  for (const { at, deals, rows } of looks) {
    const total = rows?.total ?? null;
    const loaded = rows?.loaded ?? deals.length;
    const last = found.at(-1);
    const isSitting = last !== undefined && at - last.to <= VISIT_GAP_MS;
    const all = new Set([...(last?.deals ?? []), ...deals]);
    if (isSitting && last.total === total && (total === null || all.size <= total)) {
      Object.assign(last, { to: at, rows: Math.max(last.rows, loaded), deals: all });
    } else {
      const isCounted = isSitting && last.total !== null && total !== null;
      const anew = isCounted ? (last.total === total ? 'rows' : 'count') : null;
      found.push({ from: at, to: at, total, anew, rows: loaded, deals: new Set(deals) });
    }
  }
  let before: Visit | null = null;
  return found.map((one) => {
    const visit: Visit = { ...one, reach: reachOf(one, before, isSaid(one.to)) };
    if (visit.reach === 'whole') before = visit;
    return visit;
  });
}

function reachOf({ deals, rows, total }: Omit<Visit, 'reach'>, before: Visit | null, isSaid: boolean): Visit['reach'] {
  if (isSaid) return 'whole';
  if (total === null) return 'uncounted';
  if (Math.max(rows, deals.size) < total) return 'part';
  if (deals.size < total) return 'unmatched';
  return before && !hasMostOf(before, deals) ? 'other' : 'whole';
}

const hasMostOf = ({ deals }: Visit, now: ReadonlySet<string>) =>
  [...deals].filter((deal) => now.has(deal)).length * 2 >= deals.size;

/** A deal that stood in a whole visit, and in no look at the view since, although it was seen whole again. */
export type Gone = { deal: string; stoodAt: Instant; missedAt: Instant };

/**
 * Until it stands there again, a deal that is gone stays so, however often the view is opened. What went while the list was
 * read, before its end was reached, is gone as well.
 */
export function goneFrom(visits: readonly Visit[]): Gone[] {
  const lastStood = new Map<string, Visit>();
  for (const visit of visits) for (const deal of visit.deals) lastStood.set(deal, visit);
  const whole = visits.filter(({ reach }) => reach === 'whole');
  const cut = visits.filter((visit) => {
    const next = visit.reach === 'part' ? whole.find(({ from }) => from > visit.to) : undefined;
    return next && next.anew !== null && next.from - visit.to <= VISIT_GAP_MS && hasMostOf(visit, next.deals);
  });
  const everStood = new Set([...whole, ...cut].flatMap(({ deals }) => [...deals]));
  return [...everStood].flatMap((deal) => {
    const stood = lastStood.get(deal);
    const missed = whole.find((visit) => stood && visit.from > stood.to);
    return stood && missed ? [{ deal, stoodAt: stood.to, missedAt: missed.from }] : [];
  });
}
