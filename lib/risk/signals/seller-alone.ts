import { dayOfTold, feedOf } from '../feed.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'We wrote or called on several days since the buyer last did anything.';

export const sellerAlone: Signal<'seller-alone'> = {
  name: 'seller-alone',
  family: 'quiet',
  limits: DEFAULT_LIMITS['seller-alone'],
  inputs: [],
  evaluate(context) {
    const feed = feedOf(context);
    if (!feed) return unknown(sellerAlone, [], ['feed']);
    const limit = context.limit('seller-alone');
    const act = feed.buyer.at(-1);
    const after = feed.seller.filter((one) => !act || dayOfTold(one) > dayOfTold(act));
    const tries = new Set(after.map(({ entry }) => entry.day)).size;
    const latest = after.at(-1);
    if (!limit || context.waiting || !latest || tries < limit.limit) return off(sellerAlone);
    return holds(context, sellerAlone, {
      facts: {
        tries,
        lastTry: latest.entry.day,
        lastAct: act?.entry.day ?? null,
      },
      observed: tries,
      limit,
      asOfDay: feed.last,
      told: [{ field: 'lastActivity', row: latest.row }],
    });
  },
};
