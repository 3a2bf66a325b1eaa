/** Half a year of a simulated team through the real store, with the manager's Mondays in between. */

import { buildCard } from '../../lib/coaching/build-card.ts';
import type { DealCard } from '../../lib/coaching/card.ts';
import { type Day, dayInZone, type Instant, MONDAY_TO_FRIDAY, weekday } from '../../lib/deal/day.ts';
import type { Reading } from '../../lib/deal/reading.ts';
import { outcomeOf } from '../../lib/deal/stage-kind.ts';
import { changesAsOf, dealAsOf } from '../../lib/history/deal-as-of.ts';
import type { DealHistory, Moment } from '../../lib/history/types.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import { teamContext } from '../../lib/risk/team-context.ts';
import type { Assessment } from '../../lib/risk/types.ts';
import type { Store } from '../../lib/store/store.ts';
import { PROMPTS } from '../coaching/packaged-prompts.ts';
import { instantAt } from '../sim/readings.ts';

export const ZONE = 'Europe/London';

/** All that is said of one deal at one moment. */
export type Answer = {
  history: DealHistory;
  open: boolean;
  stale: boolean;
  assessment: Assessment;
  card: DealCard;
  /** The whole answer as text, to be compared with the same one worked out later. */
  said: string;
};

export type Monday = { day: Day; moment: Moment; answers: Map<string, Answer> };

/** What there is to say at a moment, from these rows and no others. */
export function answersAt(histories: readonly DealHistory[], moment: Moment): Map<string, Answer> {
  const team = teamContext(histories, moment, MONDAY_TO_FRIDAY);
  const answers = new Map<string, Answer>();
  for (const history of histories) {
    const deal = dealAsOf(history, moment);
    if (!deal) continue;
    const assessment = assessDeal(history, { moment, calendar: MONDAY_TO_FRIDAY, team });
    const card = buildCard({
      history,
      assessment,
      catalogue: PROMPTS,
      role: history.deal.id < '8' ? 'manager' : 'rep',
      moment,
      settings: { calendar: MONDAY_TO_FRIDAY, locale: 'en-GB', me: null },
      unread: [],
    });
    const said = JSON.stringify({ deal, changes: changesAsOf(history, moment), assessment, card });
    const stale = assessment.freshness.level === 'stale';
    answers.set(history.deal.id, { history, open: outcomeOf(deal) === 'open', stale, assessment, card, said });
  }
  return answers;
}

/** Records the looks in their order and stops on every Monday evening. */
export async function recordLooks(
  store: Store,
  readings: readonly Reading[],
  onMonday: (monday: Monday) => Promise<void>,
): Promise<number> {
  let changes = 0;
  let day: Day | null = null;
  const evening = async (past: Day) => {
    if (weekday(past) !== 1) return;
    const at: Instant = instantAt(past, 18 * 60, ZONE);
    const moment = { asOf: at, knownAt: at, timeZone: ZONE };
    await onMonday({ day: past, moment, answers: answersAt(await store.loadHistories(), moment) });
  };
  for (const reading of readings) {
    const today = dayInZone(reading.at, ZONE);
    if (day !== null && today !== day) await evening(day);
    day = today;
    changes += (await store.recordReading(reading, reading.at)).changes;
  }
  if (day !== null) await evening(day);
  return changes;
}
