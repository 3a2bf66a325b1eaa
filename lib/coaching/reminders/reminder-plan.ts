import { addDays, type Day, dayInZone, type Instant, isWorkday, type WorkCalendar } from '../../deal/day.ts';
import { clockTime, momentOn } from '../../deal/local-time.ts';
import type { ClockTime, ReminderLog, ReminderSettings } from '../../deal/reminder.ts';
import type { Moment } from '../../history/types.ts';
import type { DueStep } from './due-steps.ts';

const HOUR = 3_600_000;
/** Whoever travels has one day twice: another digest of it is welcome once so much time has gone by. */
const ANOTHER_MORNING = 20 * HOUR;
/** A digest that showed so far ahead was dated by a clock that has been set right since. */
const CLOCK_WAS_WRONG = 48 * HOUR;
/** Looked at again at least so often: the zone may have changed, and an alarm of the browser may be late or lost. */
const LONGEST_SLEEP = 6 * HOUR;

export type ReminderPlan = {
  /** How many steps are due today or were before; nought before the working day starts, and on days off. */
  badge: number;
  /** The steps of this morning's digest; null: none is to be shown now. */
  digest: DueStep[] | null;
  /** Alarms to ring now, together: one notification, however many came due while nobody was there. */
  alarms: DueStep[];
  wakeAt: Instant;
  /** To be written before anything is shown: a worker that is stopped in between shows too little, never twice. */
  log: ReminderLog;
};

type PlanInput = {
  steps: readonly DueStep[];
  settings: ReminderSettings;
  calendar: WorkCalendar;
  log: ReminderLog;
  moment: Moment;
};

/** What to show at a moment. On days off and in quiet hours nothing shows; what came due meanwhile waits. */
export function planReminders({ steps, settings, calendar, log, moment }: PlanInput): ReminderPlan {
  const { asOf: now, timeZone } = moment;
  const today = dayInZone(now, timeZone);
  const isOff = !isWorkday(today, calendar);
  const mayShow = settings.notifications && !isOff && !isQuiet(clockTime(now, timeZone), settings);
  const due = stepsDue(steps, log, moment);
  const isMorning = mayShow && due.length > 0 && isDigestDue(log, settings, moment);
  const ringing = mayShow ? steps.filter((step) => rings(step, log, moment)) : [];
  return {
    badge: isOff || now < momentOn(today, settings.morning, timeZone) ? 0 : due.length,
    // Whatever would ring with the digest stands in it.
    digest: isMorning ? [...new Set([...due, ...ringing])] : null,
    alarms: isMorning ? [] : ringing,
    wakeAt: nextWake(steps, settings, moment),
    log: {
      digest: isMorning ? { on: today, at: now } : log.digest,
      rung: {
        ...Object.fromEntries(Object.entries(log.rung).filter(([key]) => steps.some((step) => step.key === key))),
        ...Object.fromEntries(ringing.map(({ key, remindAt }) => [key, remindAt ?? now])),
      },
      quiet: Object.fromEntries(Object.entries(log.quiet).filter(([, day]) => day > today)),
    },
  };
}

/** Due today or before, those left out that the user put off. */
export function stepsDue(steps: readonly DueStep[], log: ReminderLog, { asOf, timeZone }: Moment): DueStep[] {
  const today = dayInZone(asOf, timeZone);
  return steps.filter(({ key, by }) => by <= today && !isPutOff(key, log, today));
}

export const isPutOff = (key: string, { quiet }: ReminderLog, today: Day) => today < (quiet[key] ?? today);

function rings({ key, remindAt }: DueStep, log: ReminderLog, { asOf, timeZone }: Moment): boolean {
  if (remindAt === null || remindAt > asOf || log.rung[key] === remindAt) return false;
  return !isPutOff(key, log, dayInZone(asOf, timeZone));
}

function isDigestDue(
  { digest: last }: ReminderLog,
  settings: ReminderSettings,
  { asOf: now, timeZone }: Moment,
): boolean {
  const today = dayInZone(now, timeZone);
  const from = momentOn(today, settings.digestAt, timeZone);
  if (!settings.digest || now < from) return false;
  if (last === null || last.at > now + CLOCK_WAS_WRONG) return true;
  return last.at < from && (last.on !== today || now - last.at >= ANOTHER_MORNING);
}

function isQuiet(clock: ClockTime, { quietFrom: from, quietTo: to }: ReminderSettings): boolean {
  return from <= to ? from <= clock && clock < to : clock >= from || clock < to;
}

/** The next moment at which something may come due, or what is shown may no longer hold. */
function nextWake(steps: readonly DueStep[], settings: ReminderSettings, { asOf: now, timeZone }: Moment): Instant {
  const today = dayInZone(now, timeZone);
  const times = ['00:00', settings.morning, settings.digestAt, settings.quietTo];
  const turns = [today, addDays(today, 1)].flatMap((day) => times.map((time) => momentOn(day, time, timeZone)));
  const alarms = steps.flatMap(({ remindAt }) => remindAt ?? []);
  return Math.min(now + LONGEST_SLEEP, ...[...turns, ...alarms].filter((at) => at > now));
}
