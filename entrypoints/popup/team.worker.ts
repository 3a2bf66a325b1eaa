import type { Catalogue } from '../../lib/coaching/catalogue/types.ts';
import type { FromWorker } from '../../lib/messages/worker-line.ts';
import { explain } from '../background/explain.ts';
import { type QuestionName, TEAM_QUESTIONS } from './team-questions.ts';

/** Ten thousand deals are read and judged here, so that a popup or a panel never waits for them. */
type ToWorker = { id: number; name: QuestionName; catalogue: Catalogue };

self.addEventListener('message', async ({ data: { id, name, catalogue } }: MessageEvent<ToWorker>) => {
  const post = (message: FromWorker<never>) => self.postMessage(message);
  try {
    post({ id, answer: await TEAM_QUESTIONS[name](catalogue) });
  } catch (error) {
    post({ id, problem: explain(error).sentence });
  }
});
