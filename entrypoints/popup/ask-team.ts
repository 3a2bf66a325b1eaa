import type { Catalogue } from '../../lib/coaching/catalogue/types.ts';
import { lineTo } from '../../lib/messages/worker-line.ts';
import type { QuestionName, TeamAnswer } from './team-questions.ts';

const LOST = 'The deals stopped being looked through. What is on record is safe. Close this and open it once more.';

/**
 * Asks a worker that reads all deals. It ends with its answer, since a panel may stand open all day and the deals take
 * much memory. Throws the sentence to show.
 */
export async function askTeam<N extends QuestionName>(name: N, catalogue: Catalogue): Promise<TeamAnswer<N>> {
  const worker = new Worker(new URL('./team.worker.ts', import.meta.url), { type: 'module' });
  const ask = lineTo<never>(worker, LOST) as (question: object) => Promise<unknown>;
  try {
    return (await ask({ name, catalogue })) as TeamAnswer<N>;
  } finally {
    worker.terminate();
  }
}
