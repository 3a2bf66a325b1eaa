import { dayNumber } from '../../deal/day.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { dims, holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'The close date lay in the past when it was last seen, and the deal was still open.';

export const closeDatePast: Signal<'close-date-past'> = {
  name: 'close-date-past',
  family: 'date',
  limits: DEFAULT_LIMITS['close-date-past'],
  inputs: ['closeDate'],
  evaluate(context) {
    const known = context.seen('closeDate');
    if (!known) return unknown(closeDatePast, ['closeDate']);
    const limit = context.limit('close-date-past');
    if (known.value === null || !limit) return off(closeDatePast);
    const due = dayNumber(known.value);
    const last = context.lastDay(known);
    if (last <= due) return off(closeDatePast);
    const workingDays = context.clock.workingDays(due, last);
    const held = {
      facts: { closeDate: known.value, days: last - due, workingDays },
      observed: workingDays,
      limit,
      asOfDay: last,
      fields: ['closeDate', 'stage'] as const,
    };
    return workingDays < limit.limit ? dims(context, closeDatePast, held) : holds(context, closeDatePast, held);
  },
};
