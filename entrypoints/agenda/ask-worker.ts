import { lineTo } from '../../lib/messages/worker-line.ts';
import type { AskAgenda } from './agenda-questions.ts';

const LOST = 'The agenda stopped being worked out. Your notes are safe. Reload this page.';

/** Its message is the sentence to show. */
export class SaidByWorker extends Error {}

/** The worker that knows all deals; what it refuses is a `SaidByWorker`. */
export function startAgendaWorker(): AskAgenda {
  const worker = new Worker(new URL('./agenda.worker.ts', import.meta.url), { type: 'module' });
  const line = lineTo<never>(worker, LOST) as (question: object) => Promise<unknown>;
  return (name, asked) =>
    line({ name, asked }).catch((error: Error) => {
      throw new SaidByWorker(error.message);
    }) as Promise<never>;
}
