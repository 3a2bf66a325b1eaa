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
import { teamAt } from '../../lib/team/team-deals.ts';
import { badgeCounts } from '../../lib/team/today/badge-counts.ts';
import { buildFiveSentences } from '../../lib/team/today/build-five-sentences.ts';
import type { FiveSentences } from '../../lib/team/today/five-sentences.ts';
import { tellCounts } from '../background/badge.ts';
import { momentNow } from '../background/coach.ts';
import { explain } from '../background/explain.ts';
import { loadPrompts } from '../background/load-prompts.ts';
import { questionsFrom } from '../background/questions.ts';
import { writeTeam } from '../background/team.ts';

/** `problem`: why no deal is picked, as a sentence. */
export type TodayLoaded = { five: FiveSentences; today: Today; steps: StepList; problem: string | null };

/** By the rules of the badge and the digest. */
function stepsIn(histories: readonly DealHistory[], settings: Settings, { settings: own, log }: Reminders): StepList {
  const moment = momentNow();
  const { calendar, me, people } = settings;
  const steps = dueSteps(histories, { me: namesOf(me, people), morning: own.morning }, moment);
  const say = speakerAt(moment.asOf, moment.timeZone, undefined);
  return listSteps({ steps, log, calendar, moment, words: wordsFor(undefined), say });
}

/**
 * The five sentences, and which deals to touch: from all that is on record, so the popup works it out beside the background,
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
    const usual = await writeTeam(histories, settings);
    const { role, fiscalYearStart, me } = settings;
    const moment = momentNow();
    const team = teamAt(histories, moment, settings, usual);
    const today = buildToday({
      ...{ histories, catalogue, role, moment, deals: team.deals.map(({ now }) => now) },
      settings: { ...judgedBy(settings), fiscalYearStart, me, locale: undefined },
    });
    await tellCounts(badgeCounts(team.deals), settings.badge);
    const five = buildFiveSentences(team, role, undefined);
    return { five, today, steps: stepsIn(histories, settings, reminders), problem };
  } catch (error) {
    throw new Error(explain(error).sentence);
  } finally {
    store.close();
  }
}
