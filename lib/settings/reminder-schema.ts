import * as v from 'valibot';
import { DEFAULT_REMINDERS, type ReminderSettings } from '../deal/reminder.ts';
import { strict } from '../deal/schema-parts.ts';

const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const reminderSchema = strict({
  digest: v.boolean(),
  digestAt: clock,
  quietFrom: clock,
  quietTo: clock,
  notifications: v.boolean(),
  morning: clock,
});

/** What is not understood holds the defaults: then reminders come at the usual times. */
export const checkReminders = (stored: unknown): ReminderSettings =>
  v.parse(v.fallback(reminderSchema, DEFAULT_REMINDERS), stored);
