import { openStages, stageIndex } from '../../deal/stage-kind.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'The deal went on to a later stage lately.';

export const movedOn: Signal<'moved-on'> = {
  name: 'moved-on',
  family: 'good',
  limits: DEFAULT_LIMITS['moved-on'],
  inputs: ['stage'],
  evaluate(context) {
    const known = context.seen('stage');
    if (!known) return unknown(movedOn, ['stage']);
    const limit = context.limit('moved-on');
    const [before, now] = context.trail('stage').slice(-2);
    const open = openStages(context.history.stages);
    // Somebody moved many deals at once: that says nothing of this one.
    if (!limit || !before?.value || !now?.value || now.together) return off(movedOn);
    const [from, to] = [stageIndex(before.value, open), stageIndex(now.value, open)];
    const on = context.clock.dayOf(now.seenAt);
    const days = context.lastDay(known) - on;
    if (from < 0 || to <= from || days > limit.limit) return off(movedOn);
    return holds(context, movedOn, {
      facts: { to: now.value.label, movedOn: context.dayText(on), days },
      observed: days,
      limit,
      asOfDay: context.lastDay(known),
      fields: ['stage'],
    });
  },
};
