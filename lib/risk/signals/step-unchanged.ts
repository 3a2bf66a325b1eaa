import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'The same next step was seen standing there at both ends of a long time.';

export const stepUnchanged: Signal<'step-unchanged'> = {
  name: 'step-unchanged',
  family: 'next-step',
  limits: DEFAULT_LIMITS['step-unchanged'],
  inputs: ['nextStep'],
  evaluate(context) {
    const known = context.seen('nextStep');
    if (!known) return unknown(stepUnchanged, ['nextStep']);
    const limit = context.limit('step-unchanged');
    const due = context.deal.fields.nextStepDue;
    // A new day for the old step is a new step; and a step planned on a page has no field that could stand still.
    if (!limit || context.waiting || known.value === null) return off(stepUnchanged);
    const last = context.lastDay(known);
    const since = Math.max(context.clock.dayOf(known.seenAt), due ? context.clock.dayOf(due.seenAt) : 0);
    const ahead = due?.value != null && due.value >= context.dayText(last);
    const days = last - since;
    if (ahead || days < limit.limit) return off(stepUnchanged);
    return holds(context, stepUnchanged, {
      facts: { text: known.value, since: context.dayText(since), days },
      observed: days,
      limit,
      asOfDay: last,
      atLeast: known.after === null,
      fields: ['nextStep'],
    });
  },
};
