import type { Stage } from '../../deal/fields.ts';
import { kindAt, openStages, stageIndex } from '../../deal/stage-kind.ts';
import type { PastRow } from '../../history/types.ts';
import type { SignalContext } from '../context.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';
import { toldUntil } from '../told-trail.ts';
import { UNDONE_WITHIN } from '../trail.ts';

/** By then the move is known to everybody and the stage clock takes over. */
const EXPIRES_AFTER_DAYS = 21;

export const sees = 'The deal was moved back to an earlier stage and has not regained its place.';

export const stageBack: Signal<'stage-back'> = {
  name: 'stage-back',
  family: 'stage',
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
        told: fall.row !== null,
      },
      observed: fall.steps,
      limit,
      asOfDay: last,
      fields: ['stage'],
      told: fall.row ? [{ field: 'stage', row: fall.row }] : [],
    });
  },
};

type Place = { place: number; label: string; movedOn: number; row: PastRow | null };

/** The latest move back that was not made good, measured from where the deal stood before it to where it stands. */
function fallOf(context: SignalContext) {
  const open = openStages(context.history.stages);
  const places = placesOf(context, open);
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
      movedOn: moved.movedOn,
      row: moved.row,
    };
  }
  return null;
}

/** What was seen, with the day of a move where the page's own history tells it, and before that what the history says. */
function placesOf(context: SignalContext, open: readonly Stage[]): Place[] {
  const { clock } = context;
  const moves = context.past().stages;
  const places: Place[] = [];
  const add = (stage: Stage, movedOn: number, row: PastRow | null) => {
    const place = stageIndex(stage, open);
    if (place < 0) return;
    // As for what was seen: a detour that was undone at once was none.
    const back = places.findLastIndex((one) => one.place === place);
    const left = back < 0 ? undefined : places[back + 1];
    if (left && clock.workingDays(left.movedOn, movedOn) <= UNDONE_WITHIN) places.length = back + 1;
    else places.push({ place, label: stage.label, movedOn, row });
  };
  for (const { value, after, seenAt } of context.trail('stage')) {
    if (!value) continue;
    const seenOn = clock.dayOf(seenAt);
    const told = toldUntil(moves, value.label, seenOn).slice(after === null ? 0 : -1);
    if (!told[0] || (after !== null && told[0].day < clock.dayOf(after))) add(value, seenOn, null);
    else for (const { label, day, row } of told) add({ id: null, label, order: null }, day, row);
  }
  return places;
}
