import { buildToday } from '../../lib/coaching/build-today.ts';
import type { Catalogue } from '../../lib/coaching/catalogue/types.ts';
import { dealsNow } from '../../lib/coaching/deals-now.ts';
import { dueSteps } from '../../lib/coaching/reminders/due-steps.ts';
import { listSteps, type StepList } from '../../lib/coaching/reminders/list-steps.ts';
import { planReview } from '../../lib/coaching/review/plan-review.ts';
import { usualHere } from '../../lib/coaching/usual-here.ts';
import { speakerAt } from '../../lib/coaching/words/dates.ts';
import { wordsFor } from '../../lib/coaching/words/words-for.ts';
import type { DealHistory, Moment } from '../../lib/history/types.ts';
import { judgedBy } from '../../lib/settings/judged-by.ts';
import { namesOf } from '../../lib/settings/people.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Reminders } from '../../lib/store/reminders.ts';
import { openStore } from '../../lib/store/store.ts';
import { teamAt } from '../../lib/team/team-deals.ts';
import { badgeCounts } from '../../lib/team/today/badge-counts.ts';
import { buildFiveSentences } from '../../lib/team/today/build-five-sentences.ts';
import { momentNow } from '../background/coach.ts';

/** What takes all deals to answer. */
export const TEAM_QUESTIONS = { today, plan, usual };
export type QuestionName = keyof typeof TEAM_QUESTIONS;
export type TeamAnswer<N extends QuestionName> = Awaited<ReturnType<(typeof TEAM_QUESTIONS)[N]>>;

async function readAll() {
  const store = openStore();
  try {
    const [histories, { settings }, reminders] = await Promise.all([
      store.loadHistories(),
      store.readSettings(),
      store.reminders(),
    ]);
    const moment = momentNow();
    return { histories, settings, reminders, moment, usual: usualHere(histories, moment, settings.calendar) };
  } finally {
    store.close();
  }
}

/** What cards of single deals are to be built with. */
async function usual() {
  return (await readAll()).usual;
}

/** The five sentences, which deals to touch, and the user's own steps. Null where no deal is on record. */
async function today(catalogue: Catalogue) {
  const { histories, settings, reminders, moment, usual } = await readAll();
  if (histories.length === 0) return null;
  const { role, fiscalYearStart, me } = settings;
  const team = teamAt(histories, moment, settings, usual);
  return {
    usual,
    five: buildFiveSentences(team, role, undefined),
    today: buildToday({
      ...{ histories, catalogue, role, moment, deals: team.deals.map(({ now }) => now) },
      settings: { ...judgedBy(settings), fiscalYearStart, me, locale: undefined },
    }),
    steps: stepsIn(histories, settings, reminders, moment),
    counts: badgeCounts(team.deals),
    badge: settings.badge,
  };
}

/** By the rules of the badge and the digest. */
function stepsIn(
  histories: readonly DealHistory[],
  { calendar, me, people }: Settings,
  { settings: { morning }, log }: Reminders,
  moment: Moment,
): StepList {
  const steps = dueSteps(histories, { me: namesOf(me, people), morning }, moment);
  const say = speakerAt(moment.asOf, moment.timeZone, undefined);
  return listSteps({ steps, log, calendar, moment, words: wordsFor(undefined), say });
}

/** The deals of a review. */
async function plan(catalogue: Catalogue) {
  const { histories, settings, moment, usual } = await readAll();
  const { role, fiscalYearStart, me, people } = settings;
  const by = judgedBy(settings);
  const deals = dealsNow(histories, moment, by, usual);
  return {
    usual,
    plan: planReview({
      ...{ histories, catalogue, role, roster: people, moment, deals },
      settings: { ...by, fiscalYearStart, me, locale: undefined },
    }),
  };
}
