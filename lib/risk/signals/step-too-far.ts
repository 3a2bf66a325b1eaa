import { dayNumber } from '../../deal/day.ts';
import { nextStepDue } from '../../process/next-step-due.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'The next step lies weeks ahead, and no wait was agreed.';

export const stepTooFar: Signal<'step-too-far'> = {
  name: 'step-too-far',
  family: 'next-step',
  limits: DEFAULT_LIMITS['step-too-far'],
  inputs: ['nextStep', 'nextStepDue'],
  evaluate(context) {
    const step = context.seen('nextStep');
    const day = context.seen('nextStepDue');
    const next = nextStepDue({ fields: { ...(step && { nextStep: step }), ...(day && { nextStepDue: day }) } });
    const field = next?.from === 'text' ? step : day;
    if (!next || !field) {
      if (day || step?.value === null) return off(stepTooFar);
      return unknown(stepTooFar, step ? ['nextStepDue'] : ['nextStep', 'nextStepDue']);
    }
    const limit = context.limit('step-too-far');
    const last = context.lastDay(field);
    const days = dayNumber(next.due) - last;
    if (!limit || context.waiting || days < limit.limit) return off(stepTooFar);
    return holds(context, stepTooFar, {
      facts: { due: next.due, text: next.text, days },
      observed: days,
      limit,
      asOfDay: last,
      fields: next.from === 'text' ? ['nextStep'] : ['nextStepDue', 'nextStep'],
    });
  },
};
