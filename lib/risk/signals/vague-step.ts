import { isVagueStep } from '../../process/step-wording.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'The next step says neither who does what nor by when.';

export const vagueStep: Signal<'vague-step'> = {
  name: 'vague-step',
  family: 'next-step',
  limits: DEFAULT_LIMITS['vague-step'],
  inputs: ['nextStep'],
  evaluate(context) {
    const known = context.seen('nextStep');
    if (!known) return unknown(vagueStep, ['nextStep']);
    const limit = context.limit('vague-step');
    const hasDay = context.seen('nextStepDue')?.value != null;
    if (!limit || known.value === null || hasDay || !isVagueStep(known.value)) return off(vagueStep);
    const last = context.lastDay(known);
    return holds(context, vagueStep, {
      facts: { text: known.value },
      observed: 1,
      limit,
      asOfDay: last,
      fields: ['nextStep'],
    });
  },
};
