import { expect, test } from 'vitest';
import { backupReminder } from '../../lib/coaching/backup-reminder.ts';
import { DAY, MONDAY } from '../deal/make-reading.ts';

test('little that is new calls for no backup', () => {
  expect(backupReminder(null, 19, MONDAY)).toBeNull();
  expect(backupReminder(MONDAY - 300 * DAY, 19, MONDAY)).toBeNull();
});

test('without a backup it says what would be lost', () => {
  expect(backupReminder(null, 1_240, MONDAY)).toBe(
    'There is no backup yet: 1,240 looks at your deals are in this browser alone.',
  );
});

test('an old backup is named by its age, one of this fortnight is left alone', () => {
  expect(backupReminder(MONDAY - 13 * DAY, 500, MONDAY)).toBeNull();
  expect(backupReminder(MONDAY - 14 * DAY, 500, MONDAY)).toBe(
    'The last backup is 14 days old; 500 looks have been recorded since.',
  );
});
