import * as v from 'valibot';
import type { Instant } from '../deal/day.ts';
import { EMPTY_LOG, type ReminderLog, type ReminderSettings } from '../deal/reminder.ts';
import { isOneOf } from '../deal/same-name.ts';
import { outcomeOf } from '../deal/stage-kind.ts';
import { readCourierLine } from '../process/courier-line.ts';
import { checkReminders, reminderSchema } from '../settings/reminder-schema.ts';
import { connect } from './connection.ts';
import { LOCAL } from './local-rows.ts';
import type { Database } from './schema.ts';
import { StoreError } from './store-error.ts';
import { managedIn } from './stored-settings.ts';
import { setAlarm } from './what-was-said.ts';

/** A row beside the settings' own. */
const KEY = 'reminders';
/** What was shown here says nothing of another browser. */
const LOG = `${LOCAL}reminders`;

export type Reminders = { settings: ReminderSettings; log: ReminderLog };

/** Written here alone, and in no backup. */
const logIn = (row: { value: unknown } | undefined): ReminderLog => ({ ...EMPTY_LOG, ...(row?.value as ReminderLog) });

export async function readReminders(db: Database): Promise<Reminders> {
  const [row, log, managed] = await Promise.all([db.settings.get(KEY), db.meta.get(LOG), managedIn(db)]);
  const settings = checkReminders(row?.value);
  const off = managed?.[0].noReminders === true && { digest: false, notifications: false };
  return { settings: { ...settings, ...off }, log: logIn(log) };
}

/** In one step, so that what is put off in a page while the background shows something is kept. */
export function changeReminderLog(db: Database, change: (before: ReminderLog) => ReminderLog): Promise<void> {
  return db.transaction('rw', ['meta'], async () => {
    await db.meta.put({ key: LOG, value: change(logIn(await db.meta.get(LOG))) });
  });
}

/**
 * The deals that may hold a step of the user: with an open promise, of their own, or with a next step in their
 * name. Found without reading a history. `me`: the user's names.
 */
export async function stepDeals(db: Database, me: readonly string[]): Promise<string[]> {
  const open = await db.promises.filter(({ settled }) => settled === null).toArray();
  const deals = new Set(open.map(({ deal }) => deal));
  if (me.length === 0) return [...deals];
  await db.states.each((state) => {
    const { owner, nextStep } = state.fields;
    const isTheirs = isOneOf(owner?.value, me) || isOneOf(readCourierLine(nextStep?.value ?? '')?.who, me);
    if (isTheirs && outcomeOf(state) === 'open') deals.add(state.deal);
  });
  return [...deals];
}

/** For pages of our own; none of it is in the background. Fails with a `StoreError` alone. */
export function openReminders(name = 'sideline') {
  const { run, write, close } = connect(name);
  return {
    read: () => run(readReminders),
    changeLog: (change: (before: ReminderLog) => ReminderLog) => write((db) => changeReminderLog(db, change)),
    writeSettings: (settings: ReminderSettings) =>
      write(async (db) => {
        if (!v.is(reminderSchema, settings)) throw new StoreError('invalid', 'These times are not valid.');
        await db.settings.put({ key: KEY, value: settings });
      }),
    /** A moment on the promise's day; null: none. */
    setAlarm: (deal: string, id: string, at: Instant | null) => write((db) => setAlarm(db, deal, id, at)),
    close,
  };
}
