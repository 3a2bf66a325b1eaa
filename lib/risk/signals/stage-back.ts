import { kindAt, openStages, stageIndex } from '../../deal/stage-kind.ts';
import type { SignalContext } from '../context.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, severityOf, unknown } from '../signal.ts';
import { UNDONE_WITHIN } from '../trail.ts';

/** By then the move is known to everybody and the stage clock takes over. */
const EXPIRES_AFTER_DAYS = 21;

export const stageBack: Signal<'stage-back'> = {
  name: 'stage-back',
  family: 'stage',
  sees: 'The deal was moved back to an earlier stage and has not regained its place.',
  limits: DEFAULT_LIMITS['stage-back'],
  inputs: ['stage'],
  evaluate(context) {
    const known = context.seen('stage');
    if (!known) return unknown(stageBack, ['stage']);
    const fall = fallOf(context);
    if (!fall) return off(stageBack);
    // What counts is where the deal stood: a fall from a late stage weighs even where it landed in an early one.
    const limit = context.limit('stage-back', fall.kind);
    const last = context.lastDay(known);
    const { workingDays } = context.clock;
    const mayBeUndone = workingDays(fall.movedOn, last) < UNDONE_WITHIN;
    const isOld = context.today - fall.movedOn > EXPIRES_AFTER_DAYS;
    if (!limit || fall.steps < limit.limit || mayBeUndone || isOld) return off(stageBack);
    return holds(context, stageBack, {
      facts: {
        from: fall.from,
        to: fall.to,
        steps: fall.steps,
        movedOn: context.dayText(fall.movedOn),
        lastSeen: context.dayText(last),
      },
      observed: fall.steps,
      limit,
      severity: severityOf(fall.steps, limit),
      asOfDay: last,
      fields: ['stage'],
    });
  },
};

/** The latest move back that was not made good, measured from where the deal stood before it to where it stands. */
function fallOf(context: SignalContext) {
  const trail = context.trail('stage');
  if (trail.length < 2) return null;
  const open = openStages(context.history.stages);
  const places = trail.flatMap((stay) => {
    const place = stay.value ? stageIndex(stay.value, open) : -1;
    return stay.value && place >= 0 ? [{ place, label: stay.value.label, seenAt: stay.seenAt }] : [];
  });
  const now = places.at(-1);
  if (!now) return null;
  for (let at = places.length - 1; at > 0; at--) {
    const before = places[at - 1];
    const moved = places[at];
    if (!before || !moved || moved.place >= before.place || now.place >= before.place) continue;
    return {
      from: before.label,
      to: now.label,
      steps: before.place - now.place,
      kind: kindAt(before.place, open.length),
      movedOn: context.clock.dayOf(moved.seenAt),
    };
  }
  return null;
}
