import type { Outcome } from '../deal/fields.ts';
import type { AgreedWait } from '../deal/promise.ts';
import { outcomeOf } from '../deal/stage-kind.ts';
import { dealWithPast } from '../history/deal-with-past.ts';
import type { Deal, DealHistory, Moment } from '../history/types.ts';
import { agreedWait } from '../process/agreed-wait.ts';
import { assessDeal, type JudgedBy } from '../risk/assess.ts';
import { type TeamContext, teamContext } from '../risk/team-context.ts';
import type { Assessment } from '../risk/types.ts';

/** One deal of many, at one moment. */
export type DealNow = {
  history: DealHistory;
  deal: Deal;
  outcome: Outcome;
  assessment: Assessment;
  wait: AgreedWait | null;
};

/** `team`: what is usual, where it was worked out before; else these deals say it. */
export function dealsNow(
  histories: readonly DealHistory[],
  moment: Moment,
  by: JudgedBy,
  team: TeamContext | null = teamContext(histories, moment, by.calendar),
): DealNow[] {
  return histories.flatMap((history) => {
    const deal = dealWithPast(history, moment);
    if (!deal) return [];
    const assessment = assessDeal(history, { ...by, moment, team });
    return [{ history, deal, outcome: outcomeOf(deal), assessment, wait: agreedWait(history, moment) }];
  });
}
