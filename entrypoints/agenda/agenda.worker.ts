import type { FromWorker } from '../../lib/messages/worker-line.ts';
import { explain } from '../background/explain.ts';
import { AGENDA_QUESTIONS, type QuestionName } from './agenda-questions.ts';

/** Ten thousand deals are read and judged here, so that what is typed in the page never waits for them. */
type ToWorker = { id: number; name: QuestionName; asked: never };

self.addEventListener('message', async ({ data: { id, name, asked } }: MessageEvent<ToWorker>) => {
  const post = (message: FromWorker<never>) => self.postMessage(message);
  try {
    post({ id, answer: await AGENDA_QUESTIONS[name](asked) });
  } catch (error) {
    post({ id, problem: explain(error).sentence });
  }
});
