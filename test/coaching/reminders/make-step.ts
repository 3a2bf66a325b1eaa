import type { DueStep } from '../../../lib/coaching/reminders/due-steps.ts';
import { momentOn } from '../../../lib/deal/local-time.ts';
import { DEFAULT_REMINDERS, type ReminderSettings } from '../../../lib/deal/reminder.ts';

export const SETTINGS: ReminderSettings = { ...DEFAULT_REMINDERS, notifications: true };

/** A promise of ours on an invented deal. */
export function step(by: string, more: Partial<DueStep> = {}, timeZone = 'UTC'): DueStep {
  return {
    key: 'p1',
    deal: 'deal-1',
    name: 'Fernhill rollout',
    url: 'https://acme.example.com/deal/1',
    what: 'Send the security answers',
    who: 'Kim Olsen',
    side: 'ours',
    by,
    dueAt: more.remindAt ?? momentOn(by, '08:30', timeZone),
    remindAt: null,
    promise: 'p1',
    seenOn: by,
    ...more,
  };
}
