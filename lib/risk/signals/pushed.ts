import { dayNumber } from '../../deal/day.ts';
import type { SignalContext } from '../context.ts';
import type { SignalFacts } from '../facts.ts';
import { dayOfTold, feedOf } from '../feed.ts';
import type { LimitInForce } from '../limit-in-force.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, severityOf, unknown } from '../signal.ts';
import type { SignalOn } from '../types.ts';

/** A move of up to a week is a correction, not a push. */
const IGNORED_DAYS = 7;
/** Three moves are the figure that practitioners name; they count in full whatever the days. */
const HIGH_MOVES = 3;
/** The second move counts however short, if it goes over the end of a month. */
const SECOND_MOVE = 2;

type Push = { from: number; days: number; overMonthEnd: boolean; seenOn: number; seenBefore: number };
type Reached = {
  rule: SignalFacts['pushed']['rule'];
  observed: number;
  limit: LimitInForce;
  unit: SignalOn['unit'];
  severity: number;
};

export const sees = 'The close date was moved later, more than once or by weeks.';

export const pushed: Signal<'pushed'> = {
  name: 'pushed',
  family: 'date',
  limits: DEFAULT_LIMITS.pushed,
  inputs: ['closeDate'],
  evaluate(context) {
    const known = context.seen('closeDate');
    if (!known) return unknown(pushed, ['closeDate']);
    const limit = context.limit('pushed');
    if (known.value === null || !limit) return off(pushed);
    const { pushes, since } = pushesOf(context);
    const first = pushes[0];
    const latest = pushes.at(-1);
    if (!first || !latest) return off(pushed);
    // Days in all are net: a date that came back has not moved.
    const days = dayNumber(known.value) - first.from;
    const longest = Math.min(days, Math.max(...pushes.map((push) => push.days)));
    if (longest <= IGNORED_DAYS) return off(pushed);
    const overMonthEnd = pushes.filter((push) => push.overMonthEnd).length;
    const isMonthLost = pushes.slice(SECOND_MOVE - 1).some((push) => push.overMonthEnd);
    const reached = reachedRule(context, limit, { moves: pushes.length, days, longest, isMonthLost });
    if (!reached) return off(pushed);
    const { rule, ...figures } = reached;
    return holds(context, pushed, {
      ...figures,
      facts: {
        pushes: pushes.length,
        days,
        longest,
        overMonthEnd,
        from: context.dayText(first.from),
        closeDate: known.value,
        lastPushedOn: context.dayText(latest.seenOn),
        since: context.dayText(since),
        rule,
        each: pushes.map((push) => push.days).join(', '),
        diagnosis: diagnose(context, pushes),
      },
      asOfDay: context.lastDay(known),
      fields: ['closeDate', 'stage'],
    });
  },
};

/** Each move of the close date to a later day, oldest first; `since`: the day on which a date was seen first. */
export function pushesOf(context: Pick<SignalContext, 'trail' | 'clock' | 'today'>): {
  pushes: Push[];
  since: number;
} {
  const pushes: Push[] = [];
  const trail = context.trail('closeDate');
  let before: string | null = null;
  for (const stay of trail) {
    if (stay.value === null) continue;
    if (before !== null) {
      const from = dayNumber(before);
      const days = dayNumber(stay.value) - from;
      const overMonthEnd = before.slice(0, 7) !== stay.value.slice(0, 7);
      // Somebody moved many deals at once: that says nothing of this one.
      if (days > IGNORED_DAYS && !stay.together) {
        const seenOn = context.clock.dayOf(stay.seenAt);
        const seenBefore = stay.after === null ? seenOn : context.clock.dayOf(stay.after);
        pushes.push({ from, days, overMonthEnd, seenOn, seenBefore });
      }
    }
    before = stay.value;
  }
  return { pushes, since: trail[0] ? context.clock.dayOf(trail[0].seenAt) : context.today };
}

/** The condition that the pushes go over furthest. */
function reachedRule(
  context: SignalContext,
  own: LimitInForce,
  seen: { moves: number; days: number; longest: number; isMonthLost: boolean },
): Reached | null {
  const inAll = context.kind === 'late' ? context.limit('pushed', 'mid') : own;
  const reached: Reached[] = [];
  const add = (rule: Reached['rule'], observed: number, limit: LimitInForce, unit: Reached['unit']) => {
    if (observed >= limit.limit) reached.push({ rule, observed, limit, unit, severity: severityOf(observed, limit) });
  };
  if (context.kind === 'late') add('one-move', seen.longest, own, 'days');
  if (inAll) add('days', seen.days, inAll, 'days');
  if (seen.isMonthLost) add('month-ends', seen.moves, { ...own, limit: SECOND_MOVE, high: HIGH_MOVES }, 'times');
  if (seen.moves >= HIGH_MOVES) {
    // Half as much again at twice the moves.
    const severity = 1 + (seen.moves - HIGH_MOVES) / (2 * HIGH_MOVES);
    const limit = { ...own, limit: HIGH_MOVES, high: HIGH_MOVES };
    reached.push({ rule: 'moves', observed: seen.moves, limit, unit: 'times', severity });
  }
  return reached.reduce<Reached | null>((most, each) => (most && most.severity >= each.severity ? most : each), null);
}

/** Something that happened this many days before a date moved may be why it moved. */
const CAUSE_DAYS = 7;

/** Did something new happen when it moved, or was the date never real? They call for opposite answers. */
function diagnose(context: SignalContext, pushes: readonly Push[]): SignalFacts['pushed']['diagnosis'] {
  const events = eventDays(context);
  const explained = pushes.filter(({ seenBefore, seenOn }) =>
    events.some((day) => day >= seenBefore - CAUSE_DAYS && day <= seenOn),
  ).length;
  if (explained * 2 > pushes.length) return 'new-event';
  // Where the buyer's acts are not to be seen, that nothing happened cannot be said.
  return explained === 0 && feedOf(context) !== null ? 'never-real' : null;
}

/** Days on which the buyer did something, or the deal moved other than by its date. */
function eventDays(context: SignalContext): number[] {
  const acts = feedOf(context)?.buyer.map(dayOfTold) ?? [];
  const moved = [...context.trail('stage').slice(1), ...context.trail('amount').slice(1)];
  return [...acts, ...moved.flatMap(({ seenAt, together }) => (together ? [] : context.clock.dayOf(seenAt)))];
}
