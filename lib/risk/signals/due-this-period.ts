import { dayNumber } from '../../deal/day.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'It is due before this period ends and still stands in the first stages.';

export const dueThisPeriod: Signal<'due-this-period'> = {
  name: 'due-this-period',
  family: 'date',
  limits: DEFAULT_LIMITS['due-this-period'],
  inputs: ['closeDate', 'stage'],
  evaluate(context) {
    const date = context.seen('closeDate');
    const stage = context.seen('stage');
    if (!date || !stage) {
      return unknown(dueThisPeriod, [...(date ? [] : ['closeDate' as const]), ...(stage ? [] : ['stage' as const])]);
    }
    const limit = context.limit('due-this-period');
    const last = Math.min(context.lastDay(date), context.lastDay(stage));
    if (!date.value || !limit) return off(dueThisPeriod);
    const periodEnd = context.periodEnd(last);
    const daysLeft = dayNumber(periodEnd) - last;
    const due = dayNumber(date.value);
    if (due < last || date.value > periodEnd || daysLeft > limit.limit) return off(dueThisPeriod);
    return holds(context, dueThisPeriod, {
      facts: { closeDate: date.value, periodEnd, daysLeft },
      observed: daysLeft,
      limit,
      asOfDay: last,
      fields: ['closeDate', 'stage'],
    });
  },
};
