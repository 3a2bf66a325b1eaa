import { signal } from '@preact/signals';
import { lineTo } from '../../../lib/messages/worker-line.ts';
import type { WeeksFrozen } from '../../../lib/snapshot/say-freezing.ts';

const LOST = 'The weeks stopped being frozen. Those that are done stand; try again for the others.';

/** How far it is, or came the last time; null: not begun. */
export const freezing = signal<WeeksFrozen | null>(null);
/** Why it ended before all were done. */
export const freezingProblem = signal<string | null>(null);

let isRunning = false;

/** Freezes the weeks that ended unfrozen, in a worker of their own; it goes on while other tabs of the page are looked at. */
export async function freezeWeeks(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  freezing.value = null;
  freezingProblem.value = null;
  const worker = new Worker(new URL('./freeze-weeks.worker.ts', import.meta.url), { type: 'module' });
  try {
    await lineTo<WeeksFrozen>(worker, LOST)({ name: 'freeze' }, (told) => {
      freezing.value = told;
    });
  } catch (error) {
    freezingProblem.value = (error as Error).message;
  } finally {
    worker.terminate();
    isRunning = false;
  }
}
