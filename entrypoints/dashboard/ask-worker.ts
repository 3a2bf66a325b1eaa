import { lineTo } from '../../lib/messages/worker-line.ts';
import type { Answer, Chosen, QuestionName } from './questions/index.ts';

const LOST = 'The figures stopped being worked out. What is on record is safe. Reload this page.';

export type Ask = <N extends QuestionName>(name: N, chosen: Chosen<N>) => Promise<Answer<N>>;

/** The worker that knows the team. `read`: reads all deals anew, and says how many there are. */
export function startTeamWorker(): { ask: Ask; read(): Promise<number> } {
  const worker = new Worker(new URL('./dashboard.worker.ts', import.meta.url), { type: 'module' });
  const line = lineTo<never>(worker, LOST) as (question: object) => Promise<unknown>;
  return {
    ask: (name, chosen) => line({ name, chosen }) as Promise<never>,
    read: () => line({ name: 'read' }) as Promise<number>,
  };
}
