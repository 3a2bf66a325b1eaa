import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'The deal passed to another owner lately.';

export const ownerChanged: Signal<'owner-changed'> = {
  name: 'owner-changed',
  family: 'people',
  limits: DEFAULT_LIMITS['owner-changed'],
  inputs: ['owner'],
  evaluate(context) {
    const known = context.seen('owner');
    if (!known) return unknown(ownerChanged, ['owner']);
    const limit = context.limit('owner-changed');
    // Seen for the first time is no handover.
    if (!limit || known.value === null || known.after === null || !context.hadOther('owner')) return off(ownerChanged);
    const changedOn = context.clock.dayOf(known.seenAt);
    const days = context.lastDay(known) - changedOn;
    if (days > limit.limit) return off(ownerChanged);
    return holds(context, ownerChanged, {
      facts: { to: known.value, changedOn: context.dayText(changedOn), days },
      observed: days,
      limit,
      asOfDay: context.lastDay(known),
      fields: ['owner'],
    });
  },
};
