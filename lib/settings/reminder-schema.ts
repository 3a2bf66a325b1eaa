import * as v from 'valibot';
import { LIMITS } from '../deal/reading.ts';
import { DEFAULT_REMINDERS, EMPTY_LOG, type ReminderLog, type ReminderSettings } from '../deal/reminder.ts';
import { day, instant, recordOf, strict, text } from '../deal/schema-parts.ts';

const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const reminderSchema = strict({
  digest: v.boolean(),
  digestAt: clock,
  quietFrom: clock,
  quietTo: clock,
  notifications: v.boolean(),
  morning: clock,
});

const key = text(LIMITS.id * 2);
const logSchema = strict({
  digest: v.nullable(strict({ on: day, at: instant })),
  rung: recordOf(key, instant),
  quiet: recordOf(key, day),
});

/** What is not understood holds the defaults: a reminder too many is the worst of it. */
export const checkReminders = (stored: unknown): ReminderSettings =>
  v.parse(v.fallback(reminderSchema, DEFAULT_REMINDERS), stored);

export const checkReminderLog = (stored: unknown): ReminderLog => v.parse(v.fallback(logSchema, EMPTY_LOG), stored);
