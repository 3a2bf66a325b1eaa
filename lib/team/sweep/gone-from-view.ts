import type { Instant } from '../../deal/day.ts';
import { VISIT_GAP_MS } from '../../history/view-visits.ts';
import { hasMostOf, type Visit } from './visits.ts';

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
