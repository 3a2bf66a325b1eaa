import { proofsBehind } from '../../process/stage-exits.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'A stage was left although what proves its end was answered with no.';

export const stageUnproven: Signal<'stage-unproven'> = {
  name: 'stage-unproven',
  family: 'process',
  limits: DEFAULT_LIMITS['stage-unproven'],
  inputs: ['stage'],
  evaluate(context) {
    const known = context.seen('stage');
    if (!known) return unknown(stageUnproven, ['stage']);
    const limit = context.limit('stage-unproven');
    if (!limit || !known.value) return off(stageUnproven);
    if (context.answers().size === 0) return unknown(stageUnproven, [], ['answers']);
    const behind = proofsBehind(known.value, context.history.stages, context.exits, context.answers());
    if (behind.answered === 0) return unknown(stageUnproven, [], ['answers']);
    const [first] = behind.unproven;
    if (!first || behind.unproven.length < limit.limit) return off(stageUnproven);
    const last = context.lastDay(known);
    return holds(context, stageUnproven, {
      facts: {
        left: first.stage,
        proof: first.proof,
        unproven: behind.unproven.length,
      },
      observed: behind.unproven.length,
      limit,
      asOfDay: last,
      fields: ['stage'],
    });
  },
};
