import { saveFile } from '../../components/save-file.ts';
import { calendarFile } from '../../lib/coaching/reminders/calendar-file.ts';
import type { StepLine } from '../../lib/coaching/reminders/list-steps.ts';
import type { Day, Instant } from '../../lib/deal/day.ts';
import { momentOn } from '../../lib/deal/local-time.ts';
import type { ClockTime, ReminderLog, ReminderSettings } from '../../lib/deal/reminder.ts';
import { send } from '../../lib/messages/send.ts';
import { openReminders } from '../../lib/store/reminders.ts';

type Opened = ReturnType<typeof openReminders>;

/** Writes, then lets the background look what is due. */
async function write(work: (reminders: Opened) => Promise<void>): Promise<void> {
  const reminders = openReminders();
  try {
    await work(reminders);
  } finally {
    reminders.close();
  }
  await send('reminders.changed', {});
}

export const putOff = (key: string, until: Day) =>
  write(({ changeLog }) => changeLog((log): ReminderLog => ({ ...log, quiet: { ...log.quiet, [key]: until } })));

/** Who sets an alarm wants it shown. */
export const setAlarm = ({ deal, promise, by }: StepLine, time: ClockTime | null) =>
  write(async (reminders) => {
    const at = time === null ? null : momentOn(by, time, Temporal.Now.timeZoneId());
    await reminders.setAlarm(deal, promise ?? '', at);
    const { settings } = await reminders.read();
    if (at !== null && !settings.notifications) await reminders.writeSettings({ ...settings, notifications: true });
  });

export const writeSettings = (settings: ReminderSettings) => write((reminders) => reminders.writeSettings(settings));

/** Hands the step over as a file for the user's calendar. */
export function saveCalendarFile({ text, dealName, ...step }: StepLine, now: Instant): void {
  const file = calendarFile({ ...step, title: text, notes: dealName }, now);
  saveFile(`step-${step.by}.ics`, new Blob([file], { type: 'text/calendar' }));
}
