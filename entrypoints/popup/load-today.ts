import { buildToday } from '../../lib/coaching/build-today.ts';
import type { Today } from '../../lib/coaching/card.ts';
import { dueSteps } from '../../lib/coaching/reminders/due-steps.ts';
import { listSteps, type StepList } from '../../lib/coaching/reminders/list-steps.ts';
import { speakerAt } from '../../lib/coaching/words/dates.ts';
import { wordsFor } from '../../lib/coaching/words/words-for.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { judgedBy } from '../../lib/settings/judged-by.ts';
import { namesOf } from '../../lib/settings/people.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Reminders } from '../../lib/store/reminders.ts';
import { openStore } from '../../lib/store/store.ts';
import { momentNow } from '../background/coach.ts';
import { explain } from '../background/explain.ts';
import { loadPrompts } from '../background/load-prompts.ts';
import { questionsFrom } from '../background/questions.ts';
import { writeTeam } from '../background/team.ts';
import { usualCurrency } from './usual-currency.ts';

/** `currency`: ISO code that most amounts are in. `problem`: why no deal is picked, as a sentence. */
export type TodayLoaded = { today: Today; steps: StepList; currency: string; problem: string | null };

/** By the rules of the badge and the digest. */
function stepsIn(histories: readonly DealHistory[], settings: Settings, { settings: own, log }: Reminders): StepList {
  const moment = momentNow();
  const { calendar, me, people } = settings;
  const steps = dueSteps(histories, { me: namesOf(me, people), morning: own.morning }, moment);
  const say = speakerAt(moment.asOf, moment.timeZone, undefined);
  return listSteps({ steps, log, calendar, moment, words: wordsFor(undefined), say });
}

/**
 * Are we behind, and which deals to touch: from all that is on record, so the popup works it out beside the background,
 * which has cards to answer for. Null where no deal is on record. Throws the sentence to show.
 */
export async function loadToday(): Promise<TodayLoaded | null> {
  const store = openStore();
  const questions = questionsFrom(loadPrompts, store.readOwnPrompts);
  try {
    const [histories, { settings }, reminders, { catalogue, problem }] = await Promise.all([
      store.loadHistories(),
      store.readSettings(),
      store.reminders(),
      questions.read(),
    ]);
    if (histories.length === 0) return null;
    await writeTeam(histories, settings);
    const { role, goal, fiscalYearStart, me } = settings;
    const today = buildToday({
      ...{ histories, catalogue, role, moment: momentNow() },
      settings: { ...judgedBy(settings), goal, fiscalYearStart, me, locale: undefined },
    });
    return { today, steps: stepsIn(histories, settings, reminders), currency: usualCurrency(histories), problem };
  } catch (error) {
    throw new Error(explain(error).sentence);
  } finally {
    store.close();
  }
}
