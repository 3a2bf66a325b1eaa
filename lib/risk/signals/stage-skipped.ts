import { openStages, stageIndex } from '../../deal/stage-kind.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';
import { toldUntil } from '../told-trail.ts';

/** Looks further apart than this may have missed the stage between. */
const SEEN_WITHIN_DAYS = 7;
const EXPIRES_AFTER_DAYS = 21;

export const sees = 'The deal went forward past a stage in which it was never seen.';

export const stageSkipped: Signal<'stage-skipped'> = {
  name: 'stage-skipped',
  family: 'process',
  limits: DEFAULT_LIMITS['stage-skipped'],
  inputs: ['stage'],
  evaluate(context) {
    const known = context.seen('stage');
    if (!known) return unknown(stageSkipped, ['stage']);
    const limit = context.limit('stage-skipped');
    const [before, now] = context.trail('stage').slice(-2);
    if (!limit || !before?.value || !now?.value || now.after === null) return off(stageSkipped);
    const open = openStages(context.history.stages);
    const [from, to] = [stageIndex(before.value, open), stageIndex(now.value, open)];
    const movedOn = context.clock.dayOf(now.seenAt);
    const wide = movedOn - context.clock.dayOf(now.after) > SEEN_WITHIN_DAYS;
    const skipped = to - from - 1;
    if (from < 0 || wide || skipped < limit.limit || context.today - movedOn > EXPIRES_AFTER_DAYS)
      return off(stageSkipped);
    // The page's own history may know better than the looks.
    const told = toldUntil(context.past().stages, now.value.label, movedOn);
    const passed = told.map(({ label }) => stageIndex({ id: null, label, order: null }, open));
    if (passed.some((place) => place > from && place < to)) return off(stageSkipped);
    return holds(context, stageSkipped, {
      facts: {
        from: before.value.label,
        to: now.value.label,
        skipped: open[from + 1]?.label ?? '',
        steps: skipped,
        movedOn: context.dayText(movedOn),
      },
      observed: skipped,
      limit,
      asOfDay: context.lastDay(known),
      fields: ['stage'],
    });
  },
};
