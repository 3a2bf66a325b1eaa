import type { TeamDeal } from '../team-deals.ts';

/** What the figure at the icon may count of open deals. */
export type BadgeCounts = { marked: number; 'look-again': number };

/** `marked`: they call for a closer look now, and nobody agreed to wait. A deal not seen for long is never among them. */
export function badgeCounts(deals: readonly TeamDeal[]): BadgeCounts {
  const open = deals.filter(({ outcome }) => outcome === 'open');
  const stale = open.filter(({ freshness }) => freshness.level === 'stale');
  const marked = open.filter(
    (deal) => !stale.includes(deal) && deal.now.wait === null && deal.now.assessment.score.band === 'closer',
  );
  return { marked: marked.length, 'look-again': stale.length };
}
