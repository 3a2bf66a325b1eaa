import { gapsIn } from '../../process/qualification.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'Several of the questions that qualify a deal were answered with no, or in part.';

export const qualificationGaps: Signal<'qualification-gaps'> = {
  name: 'qualification-gaps',
  family: 'process',
  limits: DEFAULT_LIMITS['qualification-gaps'],
  inputs: [],
  evaluate(context) {
    const { gaps, answered } = gapsIn(context.standing());
    if (answered === 0) return unknown(qualificationGaps, [], ['answers']);
    const limit = context.limit('qualification-gaps');
    if (!limit || gaps.length < limit.limit) return off(qualificationGaps);
    const last = context.clock.dayOf(context.deal.lastSeenAt);
    return holds(context, qualificationGaps, {
      facts: { gaps: gaps.length, answered, first: gaps[0] ?? '', second: gaps[1] ?? null },
      observed: gaps.length,
      limit,
      asOfDay: last,
    });
  },
};
