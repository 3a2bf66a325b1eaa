import { dayOfTold, feedOf } from '../feed.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'The buyer did something lately: wrote, came, sent back.';

export const buyerActed: Signal<'buyer-acted'> = {
  name: 'buyer-acted',
  family: 'good',
  limits: DEFAULT_LIMITS['buyer-acted'],
  inputs: [],
  evaluate(context) {
    const feed = feedOf(context);
    if (!feed) return unknown(buyerActed, [], ['feed']);
    const limit = context.limit('buyer-acted');
    const act = feed.buyer.at(-1);
    const days = act ? Math.max(0, feed.last - dayOfTold(act)) : Number.POSITIVE_INFINITY;
    if (!limit || !act || days > limit.limit) return off(buyerActed);
    return holds(context, buyerActed, {
      facts: { actedOn: act.entry.day, days },
      observed: days,
      limit,
      asOfDay: feed.last,
      told: [{ field: 'lastActivity', row: act.row }],
    });
  },
};
