/**
 * Which weeks are to be frozen, and when.
 *
 * A week ends with its last day, at midnight by the clock on the user's wall at that time: `endsAt` is its last
 * millisecond, so that it still is a moment of that day. Its draft stands ready from the beginning of its last working
 * day. Nobody froze it by the end of the second working day after it, or before the next draft stands ready: it freezes by
 * itself. So there is one draft at a time.
 *
 * Weeks are laid on from the last one that was frozen, by days: a journey across time zones, or weeks that begin on
 * another day from now on, leave no day out and count none twice. Quarters end where they end: a week is not cut there.
 */
import { addDays, addWorkdays, type Day, dayInZone, daysBetween, type Instant, isWorkday } from '../deal/day.ts';
import type { SnapshotHead } from '../deal/frozen-snapshot.ts';
import { momentOn } from '../deal/local-time.ts';
import { type Week, weekOf } from '../deal/week.ts';
import type { Settings } from '../settings/settings.ts';

export type DueInput = {
  now: Instant;
  heads: readonly Pick<SnapshotHead, 'from' | 'to' | 'asOf'>[];
  settings: Pick<Settings, 'weekStart' | 'calendar'>;
  /** Where the user is now. */
  timeZone: string;
  /** The first look on record; null: none. No week before it is ever due. */
  firstSeen: Instant | null;
};

export type DueWeek = { week: Week; readyAt: Instant; endsAt: Instant; fallsAt: Instant };

/** Days that a week must have left to stand by itself, where weeks begin on another day from now on. */
const FEWEST_DAYS = 4;
/** Working days after a week in which it can still be frozen by a click. */
const GRACE = 2;

/** Weeks that are not frozen and whose draft stands ready, or stood, oldest first. */
export function openWeeks(input: DueInput): DueWeek[] {
  const { now, settings, timeZone } = input;
  const open: DueWeek[] = [];
  for (let from = firstOpenDay(input); from !== null; ) {
    const due = dueWeek(from, settings, timeZone);
    if (due.readyAt > now) break;
    open.push(due);
    from = addDays(due.week.to, 1);
  }
  return open;
}

/**
 * The week whose draft stands ready, once those that fell are frozen (`toFreeze`), with the moments that a snapshot frozen now
 * is of; null: none does.
 */
export function draftWeek(input: DueInput): (DueWeek & { asOf: Instant; knownAt: Instant }) | null {
  const due = openWeeks(input).at(-1);
  if (!due || due.fallsAt <= input.now) return null;
  const asOf = Math.min(input.now, due.endsAt);
  // A clock that was set back: what was frozen stays the earlier.
  if (asOf <= (lastWeek(input)?.asOf ?? 0)) return null;
  return { ...due, asOf, knownAt: input.now };
}

function dueWeek(from: Day, { weekStart, calendar }: DueInput['settings'], timeZone: string): DueWeek {
  const week = weekFrom(from, weekStart);
  const next = weekFrom(addDays(week.to, 1), weekStart);
  const beginningOf = (day: Day) => momentOn(day, '00:00', timeZone);
  const readyAt = ({ from, to }: Week) => beginningOf(lastWorkday(from, to, calendar));
  const graceEnds = beginningOf(addDays(addWorkdays(week.to, GRACE, calendar), 1));
  return {
    ...{ week, readyAt: readyAt(week), endsAt: beginningOf(addDays(week.to, 1)) - 1 },
    fallsAt: Math.min(graceEnds, readyAt(next)),
  };
}

/** Up to the end of the week that holds the day; with the one after it where too little of that is left. */
function weekFrom(from: Day, weekStart: number): Week {
  const { to } = weekOf(from, weekStart);
  return { from, to: daysBetween(from, to) + 1 >= FEWEST_DAYS ? to : addDays(to, 7) };
}

/** A week without one is over on its last day. */
function lastWorkday(from: Day, to: Day, calendar: DueInput['settings']['calendar']): Day {
  for (let day = to; day >= from; day = addDays(day, -1)) if (isWorkday(day, calendar)) return day;
  return to;
}

function firstOpenDay(input: DueInput): Day | null {
  const { settings, timeZone, firstSeen } = input;
  const last = lastWeek(input);
  if (last) return addDays(last.to, 1);
  return firstSeen === null ? null : weekOf(dayInZone(firstSeen, timeZone), settings.weekStart).from;
}

/** The latest week on record; one that has not begun anywhere yet was frozen by a wrong clock, and is in nobody's way. */
export function lastWeek({ heads, now, timeZone }: DueInput): DueInput['heads'][number] | null {
  const tomorrow = addDays(dayInZone(now, timeZone), 1);
  const begun = heads.filter(({ from }) => from <= tomorrow);
  return begun.reduce<DueInput['heads'][number] | null>(
    (last, head) => (last && last.to >= head.to ? last : head),
    null,
  );
}
