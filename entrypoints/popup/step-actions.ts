import { browser } from 'wxt/browser';
import type { StepActions } from '../../components/actions.ts';
import type { StepLine } from '../../lib/coaching/reminders/list-steps.ts';
import type { Day } from '../../lib/deal/day.ts';
import { send } from '../../lib/messages/send.ts';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

/** `load` shows the steps as they stand afterwards. What writes is loaded once something is to be written. */
export function stepActions(load: () => Promise<void>): StepActions {
  const asPromise = async (name: 'promise.settle' | 'promise.move', data: Parameters<typeof send<typeof name>>[1]) => {
    const reply = await send(name, data);
    if (!reply.ok) throw new Error(reply.sentence);
    await load();
  };

  async function keepQuiet({ key }: StepLine, until: Day): Promise<void> {
    await (await import('./write-reminders.ts')).putOff(key, until);
    await load();
  }

  return {
    done: (step) =>
      step.promise === null
        ? keepQuiet(step, step.lapses)
        : asPromise('promise.settle', { deal: step.deal, id: step.promise, as: 'kept', reason: null }),
    putOff: (step) => keepQuiet(step, step.tomorrow),
    move: ({ deal, promise }, by) => asPromise('promise.move', { deal, id: promise ?? '', by }),
    drop: ({ deal, promise }) => asPromise('promise.settle', { deal, id: promise ?? '', as: 'dropped', reason: null }),
    setAlarm: async (step, time) => {
      // The first thing that happens in the click; the popup may not live to hear the answer.
      const asked = time === null ? true : browser.permissions.request(NOTIFICATIONS);
      await (await import('./write-reminders.ts')).setAlarm(step, time);
      const granted = await asked;
      await load();
      if (!granted)
        throw new Error('The browser was told no. The alarm is kept, and the step stands here and on the icon.');
    },
    saveCalendarFile: async (step) => (await import('./write-reminders.ts')).saveCalendarFile(step, Date.now()),
  };
}
