import { addDays, dayInZone } from '../../deal/day.ts';
import type { OneToOne } from '../../deal/talk.ts';
import type { Moment } from '../../history/types.ts';
import type { OwnDeal } from './own-deals.ts';

/** Over this time, so many deals won, and no fewer than were lost. Expert judgement. */
const DAYS = 180;
const FEWEST_WON = 5;

/**
 * Whether this talk goes through all open deals: every second one does with whoever wins steadily, so that the best are
 * coached as well and not only where something is wrong. Worked out anew each time from their own ended deals, used for
 * this alone, and never kept; anybody's talk may be set to either.
 */
export function goesThroughAll(own: readonly OwnDeal[], before: readonly OneToOne[], moment: Moment): boolean {
  if (before.length % 2 === 0) return false;
  const from = addDays(dayInZone(moment.asOf, moment.timeZone), -DAYS);
  const ended = own.filter(({ deal, outcome, since }) => {
    const known = deal.fields.outcome?.value === outcome ? deal.fields.outcome : deal.fields.stage;
    return outcome !== 'open' && known && known.seenAt > since && dayInZone(known.seenAt, moment.timeZone) >= from;
  });
  const won = ended.filter(({ outcome }) => outcome === 'won').length;
  return won >= FEWEST_WON && won * 2 >= ended.length;
}
