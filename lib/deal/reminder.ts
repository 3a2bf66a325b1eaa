import type { Day, Instant } from './day.ts';

/** A time of the day as the clock on the wall shows it: `HH:MM`, 24 hours. */
export type ClockTime = string;

export type ReminderSettings = {
  /** One digest on the morning of each working day that has a step. */
  digest: boolean;
  digestAt: ClockTime;
  /** Nothing shows from here to there, over midnight where `quietTo` is the earlier; both the same: never quiet. */
  quietFrom: ClockTime;
  quietTo: ClockTime;
  /** Whether anything shows outside of our own pages, once the browser was told that it may. */
  notifications: boolean;
  /** When the working day starts: a step with a day and no time is due then. */
  morning: ClockTime;
};

export const DEFAULT_REMINDERS: ReminderSettings = {
  digest: true,
  digestAt: '08:30',
  quietFrom: '18:30',
  quietTo: '08:00',
  notifications: true,
  morning: '08:30',
};

/** What was shown in this browser, so that nothing shows twice. */
export type ReminderLog = {
  /** The last digest: the day it was of, and the moment it showed. */
  digest: { on: Day; at: Instant } | null;
  /** By promise, the alarm that rang last: another time set for it rings again. */
  rung: Record<string, Instant>;
  /** By step, the day from which it shows again. */
  quiet: Record<string, Day>;
};

export const EMPTY_LOG: ReminderLog = { digest: null, rung: {}, quiet: {} };
