import type { FromWorker } from '../../../lib/messages/worker-line.ts';
import type { WeeksFrozen } from '../../../lib/snapshot/say-freezing.ts';
import { watchWritten } from '../../../lib/store/written.ts';
import { type KnownTeam, readKnown } from '../known-team.ts';
import { sentenceOf } from '../sentence-of.ts';
import { freezeFallen } from './fallen.ts';

/** Read once for all weeks, and anew after something was written that figures rest on. */
let known: Promise<KnownTeam> | null = null;
watchWritten((what) => {
  if (what === 'records') known = null;
});

function team(): Promise<KnownTeam> {
  known ??= readKnown('all');
  return known;
}

self.addEventListener('message', async ({ data: { id } }: MessageEvent<{ id: number }>) => {
  const post = (message: FromWorker<WeeksFrozen>) => self.postMessage(message);
  try {
    await freezeFallen(team, (told) => post({ id, told }));
    post({ id, answer: null });
  } catch (error) {
    post({ id, problem: sentenceOf(error) });
  }
});
