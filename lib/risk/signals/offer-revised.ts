import { isOffer } from '../../process/offers.ts';
import { feedOf } from '../feed.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'An offer was made anew: they asked for another, which those who have gone do not.';

export const offerRevised: Signal<'offer-revised'> = {
  name: 'offer-revised',
  family: 'good',
  limits: DEFAULT_LIMITS['offer-revised'],
  inputs: [],
  evaluate(context) {
    const feed = feedOf(context);
    if (!feed) return unknown(offerRevised, [], ['feed']);
    const limit = context.limit('offer-revised');
    const offers = feed.events.filter(({ entry }) => isOffer(entry));
    const latest = offers.at(-1);
    if (!limit || !latest || offers.length < limit.limit) return off(offerRevised);
    return holds(context, offerRevised, {
      facts: { offers: offers.length, latestOn: latest.entry.day },
      observed: offers.length,
      limit,
      asOfDay: feed.last,
      told: [{ field: 'lastActivity', row: latest.row }],
    });
  },
};
