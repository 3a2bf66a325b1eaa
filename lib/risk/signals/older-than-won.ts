import { dayNumber } from '../../deal/day.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, severityOf, unknown } from '../signal.ts';
import { pipelineKey } from '../team-context.ts';

/** Fewer won deals than this have no usual length. */
const WON_DEALS = 20;
/** Measured: flat from twice the usual time on. */
const SEVERITY_MOST = 1;

export const sees = 'The deal is well older than deals here were when they were won.';

export const olderThanWon: Signal<'older-than-won'> = {
  name: 'older-than-won',
  family: 'stage',
  limits: DEFAULT_LIMITS['older-than-won'],
  inputs: ['createdOn'],
  evaluate(context) {
    const known = context.deal.fields.createdOn;
    if (!known) return unknown(olderThanWon, ['createdOn']);
    const limit = context.limit('older-than-won');
    const ages = context.team?.wonAges;
    const won = ages && ages.size > 0 ? ages.get(pipelineKey(context.deal)) : null;
    if (!known.value || !limit || !won || won.count < WON_DEALS || won.median <= 0) return off(olderThanWon);
    // Older it grew as long as it was seen open: a look that shows neither its day nor its stage says nothing of that.
    const { stage } = context.deal.fields;
    const last = context.clock.dayOf(Math.max(known.lastSeenAt, stage?.lastSeenAt ?? 0));
    const days = last - dayNumber(known.value);
    const times = days / won.median;
    if (times < limit.limit) return off(olderThanWon);
    return holds(context, olderThanWon, {
      facts: { days, wonMedian: Math.round(won.median), wonDeals: won.count },
      observed: Math.floor(times * 10) / 10,
      limit,
      severity: Math.min(SEVERITY_MOST, severityOf(times, limit)),
      asOfDay: last,
      fields: stage ? ['createdOn', 'stage'] : ['createdOn'],
    });
  },
};
