import { dayNumber } from '../../deal/day.ts';
import { nextStepDue } from '../../process/next-step-due.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'The day set for the next step had passed when the step was last seen standing.';

export const nextStepPast: Signal<'next-step-past'> = {
  name: 'next-step-past',
  family: 'next-step',
  limits: DEFAULT_LIMITS['next-step-past'],
  inputs: ['nextStep', 'nextStepDue'],
  evaluate(context) {
    const step = context.seen('nextStep');
    const day = context.seen('nextStepDue');
    const fields = { ...(step && { nextStep: step }), ...(day && { nextStepDue: day }) };
    const next = nextStepDue({ fields });
    const field = next?.from === 'text' ? step : day;
    if (!next || !field) {
      // No step, or a day seen empty and none in the text: nothing is due. A day never seen may well have passed.
      if (day || step?.value === null) return off(nextStepPast);
      return unknown(nextStepPast, step ? ['nextStepDue'] : ['nextStep', 'nextStepDue']);
    }
    const limit = context.limit('next-step-past');
    const due = dayNumber(next.due);
    const last = context.lastDay(field);
    const workingDays = context.clock.workingDays(due, last);
    if (!limit || last <= due || workingDays < limit.limit) return off(nextStepPast);
    return holds(context, nextStepPast, {
      facts: {
        due: next.due,
        text: next.text,
        days: last - due,
        workingDays,
        from: next.from,
      },
      observed: workingDays,
      limit,
      asOfDay: last,
      fields: next.from === 'text' ? ['nextStep'] : ['nextStepDue', 'nextStep'],
    });
  },
};
