import type { DealCard } from '../../lib/coaching/card.ts';
import type { ReviewPlan } from '../../lib/coaching/review/arrange.ts';
import { planReview } from '../../lib/coaching/review/plan-review.ts';
import type { AnswerKind } from '../../lib/coaching/review/review-state.ts';
import { judgedBy } from '../../lib/settings/judged-by.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { cardOf, momentNow } from '../background/coach.ts';
import { explain } from '../background/explain.ts';
import { loadPrompts } from '../background/load-prompts.ts';
import { questionsFrom } from '../background/questions.ts';
import { teamOf, writeTeam } from '../background/team.ts';

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

/** All deals looked through. `problem`: why there are no questions, as a sentence. */
export function loadPlan(): Promise<{ plan: ReviewPlan; problem: string | null }> {
  return inStore(async (store) => {
    const [histories, { settings }, { catalogue, problem }] = await Promise.all([
      store.loadHistories(),
      store.readSettings(),
      questionsFrom(loadPrompts, store.readOwnPrompts).read(),
    ]);
    await writeTeam(histories, settings);
    const { role, fiscalYearStart, me, people } = settings;
    const plan = planReview({
      ...{ histories, catalogue, role, roster: people, moment: momentNow() },
      settings: { ...judgedBy(settings), fiscalYearStart, me, locale: undefined },
    });
    return { plan, problem };
  });
}

/** The card of a deal that stands in no tab; null where it is not on record any more. */
export function loadCard(deal: string): Promise<DealCard | null> {
  return inStore(async (store) => {
    const [history, { settings }, { catalogue }] = await Promise.all([
      store.loadHistory(deal),
      store.readSettings(),
      questionsFrom(loadPrompts, store.readOwnPrompts).read(),
    ]);
    return history && cardOf(history, catalogue, settings, null, await teamOf(store).soon());
  });
}

/** The question under which a run's answers are kept with their deal. */
const REVIEW = 'review';

export function keepAnswer(deal: string, kind: AnswerKind, note: string): Promise<void> {
  const at = Date.now();
  const answer = note === '' ? kind : `${kind}: ${note}`;
  return inStore((store) => store.putAnswer({ deal, question: REVIEW, answer, at, recordedAt: at }));
}
