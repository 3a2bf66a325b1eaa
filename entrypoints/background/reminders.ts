import { browser } from 'wxt/browser';
import { sayDigest } from '../../lib/coaching/reminders/digest.ts';
import { type DueStep, dueSteps, lapsesOn } from '../../lib/coaching/reminders/due-steps.ts';
import { planReminders, type ReminderPlan } from '../../lib/coaching/reminders/reminder-plan.ts';
import { speakerAt } from '../../lib/coaching/words/dates.ts';
import { wordsFor } from '../../lib/coaching/words/words-for.ts';
import { addWorkdays, dayInZone } from '../../lib/deal/day.ts';
import { namesOf } from '../../lib/settings/people.ts';
import type { Store } from '../../lib/store/store.ts';
import { showBadge } from './badge.ts';
import { momentNow } from './coach.ts';

const ALARM = 'remind';
/** A wake that failed is followed by another. */
const AGAIN = { periodInMinutes: 360 };

/** Of one step: who clicks may be another worker than the one that showed it. */
const idOf = ({ deal, key, promise, by }: DueStep) => JSON.stringify([deal, key, promise, by]);

/** `done`: what a click on "Done" says of a promise. */
export function remindersOf(store: Store, done: (deal: string, id: string) => Promise<unknown>) {
  async function remindNow(): Promise<void> {
    const [{ settings }, { settings: own }] = await Promise.all([store.readSettings(), store.reminders()]);
    const moment = momentNow();
    const me = namesOf(settings.me, settings.people);
    const histories = await store.loadHistories(await store.stepDeals(me));
    const steps = dueSteps(histories, { me, morning: own.morning }, moment);
    // The browser takes its own no back without telling us.
    const input = { steps, settings: { ...own, notifications: own.notifications && 'notifications' in browser } };
    let plan = null as ReminderPlan | null;
    await store.changeReminderLog((log) => {
      plan = planReminders({ ...input, calendar: settings.calendar, log, moment });
      return plan.log;
    });
    if (!plan) return;
    await browser.alarms.create(ALARM, { when: plan.wakeAt, ...AGAIN });
    await showBadge(settings.badge, plan.badge);
    const shown = plan.digest ?? plan.alarms;
    if (shown.length > 0) await show(shown);
  }

  async function show(steps: readonly DueStep[]): Promise<void> {
    const { asOf, timeZone } = momentNow();
    const words = wordsFor(undefined);
    const { title, lines } = sayDigest(steps, words, speakerAt(asOf, timeZone, undefined));
    const [only] = steps.length === 1 ? steps : [];
    await browser.notifications.create(only ? idOf(only) : ALARM, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title,
      message: lines.join('\n'),
      buttons: only ? words.steps.buttons.map((button) => ({ title: button })) : [],
    });
  }

  // One after the other: each writes down what it shows before the next one looks.
  let queue: Promise<unknown> = Promise.resolve();
  const remind = () => {
    queue = queue.then(remindNow).catch((error) => console.warn('Sideline:', error));
    return queue;
  };

  async function clicked(id: string, button?: number): Promise<void> {
    await browser.notifications.clear(id);
    const [deal, key, promise, by] = id === ALARM ? [] : JSON.parse(id);
    const { asOf, timeZone } = momentNow();
    const today = dayInZone(asOf, timeZone);
    if (button === 0 && promise) {
      await done(deal, promise);
    } else if (button !== undefined) {
      const { settings } = await store.readSettings();
      // Done in the CRM, where it lapses by itself; or on the next working day again.
      const until = button === 0 ? lapsesOn(by, today) : addWorkdays(today, 1, settings.calendar);
      await store.changeReminderLog((log) => ({ ...log, quiet: { ...log.quiet, [key]: until } }));
      await remind();
    } else {
      const url = deal && (await store.loadHistory(deal))?.deal.url;
      const isWeb = url && /^https?:/.test(url);
      await browser.tabs.create({ url: isWeb ? url : browser.runtime.getURL('/popup.html') });
    }
  }

  const onClick = (id: string) => void clicked(id);
  const onButton = (id: string, button: number) => void clicked(id, button);

  return {
    remind,
    /** What a page showed may be a step. */
    soon: () => void browser.alarms.create(ALARM, { delayInMinutes: 0.5, ...AGAIN }),
    /** In the worker's first turn, and once more when the browser was told that it may show something. */
    listen() {
      browser.notifications?.onClicked.addListener(onClick);
      browser.notifications?.onButtonClicked.addListener(onButton);
    },
    start() {
      browser.alarms.onAlarm.addListener(() => void remind());
      browser.runtime.onStartup.addListener(() => void remind());
      void browser.alarms.get(ALARM).then((alarm) => alarm ?? remind());
    },
  };
}

export type Reminding = ReturnType<typeof remindersOf>;
