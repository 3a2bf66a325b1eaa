import type { DealCard } from '../../lib/coaching/card.ts';
import type { ReviewPlan } from '../../lib/coaching/review/arrange.ts';
import type { AnswerKind } from '../../lib/coaching/review/review-state.ts';
import type { UsualHere } from '../../lib/coaching/usual-here.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { cardOf } from '../background/coach.ts';
import { explain } from '../background/explain.ts';
import { readTeam, writeTeam } from '../background/team.ts';
import { askTeam } from '../popup/ask-team.ts';
import { questionsNow } from '../popup/load-today.ts';

/** One connection for as long as the work takes. Throws the sentence to show. */
async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore();
  try {
    return await work(store);
  } catch (error) {
    throw new Error(explain(error).sentence);
  } finally {
    store.close();
  }
}

/** From the last look through all deals: the cards of a run are built with what was usual then. */
let usual: UsualHere | null = null;

/** All deals looked through. `problem`: why there are no questions, as a sentence. */
export async function loadPlan(): Promise<{ plan: ReviewPlan; problem: string | null }> {
  const { catalogue, problem } = await questionsNow();
  const found = await askTeam('plan', catalogue);
  usual = await writeTeam(found.usual);
  return { plan: found.plan, problem };
}

/** The card of a deal that stands in no tab; null where it is not on record any more. */
export async function loadCard(deal: string): Promise<DealCard | null> {
  const { catalogue } = await questionsNow();
  usual ??= (await readTeam()) ?? (await writeTeam(await askTeam('usual', [])));
  return inStore(async (store) => {
    const [history, { settings }] = await Promise.all([store.loadHistory(deal), store.readSettings()]);
    return history && cardOf(history, catalogue, settings, null, usual);
  });
}

/** The question under which a run's answers are kept with their deal. */
const REVIEW = 'review';

export function keepAnswer(deal: string, kind: AnswerKind, note: string): Promise<void> {
  const at = Date.now();
  const answer = note === '' ? kind : `${kind}: ${note}`;
  return inStore((store) => store.putAnswer({ deal, question: REVIEW, answer, at, recordedAt: at }));
}
