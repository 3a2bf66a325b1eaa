import type { Today } from '../../lib/coaching/card.ts';
import type { StepList } from '../../lib/coaching/reminders/list-steps.ts';
import { openStore } from '../../lib/store/store.ts';
import type { FiveSentences } from '../../lib/team/today/five-sentences.ts';
import { tellCounts } from '../background/badge.ts';
import { explain } from '../background/explain.ts';
import { loadPrompts } from '../background/load-prompts.ts';
import { questionsFrom } from '../background/questions.ts';
import { writeTeam } from '../background/team.ts';
import { askTeam } from './ask-team.ts';

/** `problem`: why no deal is picked, as a sentence. */
export type TodayLoaded = { five: FiveSentences; today: Today; steps: StepList; problem: string | null };

/**
 * The five sentences, and which deals to touch: from all that is on record, so a worker of this page works it out beside
 * the background, which has cards to answer for. Null where no deal is on record. Throws the sentence to show.
 */
export async function loadToday(): Promise<TodayLoaded | null> {
  const { catalogue, problem } = await questionsNow();
  const found = await askTeam('today', catalogue);
  if (!found) return null;
  const { five, today, steps, usual, counts, badge } = found;
  await writeTeam(usual);
  await tellCounts(counts, badge);
  return { five, today, steps, problem };
}

/** The questions as the user has them. `problem`: why there are none, as a sentence. */
export async function questionsNow() {
  const store = openStore();
  try {
    return await questionsFrom(loadPrompts, store.readOwnPrompts).read();
  } catch (error) {
    throw new Error(explain(error).sentence);
  } finally {
    store.close();
  }
}
