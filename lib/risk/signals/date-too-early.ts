import { dayNumber } from '../../deal/day.ts';
import type { FieldName } from '../../deal/fields.ts';
import { openStages, stageIndex } from '../../deal/stage-kind.ts';
import type { SignalContext } from '../context.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'The close date is near and the deal still stands in the first stages.';

export const dateTooEarly: Signal<'date-too-early'> = {
  name: 'date-too-early',
  family: 'date',
  limits: DEFAULT_LIMITS['date-too-early'],
  inputs: ['closeDate', 'stage'],
  evaluate(context) {
    const date = context.seen('closeDate');
    const stage = context.seen('stage');
    if (!date || !stage) {
      const missing: FieldName[] = [];
      if (!date) missing.push('closeDate');
      if (!stage) missing.push('stage');
      return unknown(dateTooEarly, missing);
    }
    const limit = context.limit('date-too-early');
    if (!date.value || !stage.value || !limit) return off(dateTooEarly);
    // Both must have held: the earlier of the two last looks.
    const last = Math.min(context.lastDay(date), context.lastDay(stage));
    const daysLeft = dayNumber(date.value) - last;
    // A date that has passed is another signal's.
    if (daysLeft < 0 || daysLeft >= limit.limit) return off(dateTooEarly);
    return holds(context, dateTooEarly, {
      facts: {
        closeDate: date.value,
        daysLeft,
        workingDaysLeft: context.clock.workingDays(last, dayNumber(date.value)),
        stepsLeft: stepsLeft(context),
      },
      observed: daysLeft,
      limit,
      asOfDay: last,
      fields: ['closeDate', 'stage'],
    });
  },
};

function stepsLeft(context: SignalContext): number | null {
  const open = openStages(context.history.stages);
  const stage = context.deal.fields.stage?.value;
  const place = stage ? stageIndex(stage, open) : -1;
  return place < 0 ? null : open.length - 1 - place;
}
