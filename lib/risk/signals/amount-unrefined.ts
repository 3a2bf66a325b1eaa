import { major } from '../../deal/money.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

/** A guess is written in thousands; what was worked out seldom is. */
const ROUND = 1_000;

export const sees = 'The amount is the round figure of the first look, stages later.';

export const amountUnrefined: Signal<'amount-unrefined'> = {
  name: 'amount-unrefined',
  family: 'money',
  limits: DEFAULT_LIMITS['amount-unrefined'],
  inputs: ['amount', 'stage'],
  evaluate(context) {
    const known = context.seen('amount');
    const stage = context.seen('stage');
    if (!known || !stage) {
      return unknown(amountUnrefined, [...(known ? [] : ['amount' as const]), ...(stage ? [] : ['stage' as const])]);
    }
    const limit = context.limit('amount-unrefined');
    const first = context.trail('amount')[0];
    const moves = context.trail('stage').filter(({ seenAt }) => first && seenAt > first.seenAt).length;
    const amount = known.value;
    const refined = context.trail('amount').length > 1 || !amount || amount.halfStep > 0 || major(amount) % ROUND !== 0;
    if (!limit || !amount || refined || moves < limit.limit) return off(amountUnrefined);
    const last = context.lastDay(known);
    return holds(context, amountUnrefined, {
      facts: { since: context.dayText(context.clock.dayOf(known.seenAt)), moves },
      observed: moves,
      limit,
      asOfDay: last,
      fields: ['amount', 'stage'],
    });
  },
};
