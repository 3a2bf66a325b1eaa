import type { FromWorker } from '../../lib/messages/worker-line.ts';
import { type KnownTeam, readKnown } from './known-team.ts';
import { QUESTIONS, type QuestionName } from './questions/index.ts';
import { sentenceOf } from './sentence-of.ts';

/** Ten thousand deals are read and judged here, so that the page never waits for them. */
type ToWorker = { id: number; name: QuestionName | 'read'; chosen?: unknown };

let reading: Promise<KnownTeam> | null = null;

async function answer({ name, chosen }: ToWorker): Promise<unknown> {
  if (name === 'read') reading = null;
  reading ??= readKnown('all');
  const known = await reading.catch((error) => {
    reading = null;
    throw error;
  });
  if (name === 'read') return known.histories.length;
  const question = QUESTIONS[name] as (known: KnownTeam, chosen: unknown) => unknown;
  return question(known, chosen);
}

self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  const post = (message: FromWorker<never>) => self.postMessage(message);
  try {
    post({ id: data.id, answer: await answer(data) });
  } catch (error) {
    post({ id: data.id, problem: sentenceOf(error) });
  }
});
