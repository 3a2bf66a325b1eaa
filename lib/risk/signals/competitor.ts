import { QUESTIONS } from '../../process/qualification.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'The checklist says that somebody else is in it.';

export const competitor: Signal<'competitor'> = {
  name: 'competitor',
  family: 'process',
  limits: DEFAULT_LIMITS.competitor,
  inputs: [],
  evaluate(context) {
    const answer = context.standing().get(QUESTIONS.competitor);
    if (!answer || answer.answer === 'unknown') return unknown(competitor, [], ['answers']);
    const limit = context.limit('competitor');
    if (!limit || answer.answer !== 'yes') return off(competitor);
    const on = context.clock.dayOf(answer.at);
    return holds(context, competitor, {
      facts: { saidOn: context.dayText(on) },
      observed: 1,
      limit,
      asOfDay: on,
    });
  },
};
