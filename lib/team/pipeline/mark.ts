import { isThin, neverSeen } from '../../coaching/card-context.ts';
import { pointsOf } from '../../coaching/rank.ts';
import { snoozeIn } from '../../coaching/snooze.ts';
import { type Day, dayInZone } from '../../deal/day.ts';
import { promiseState } from '../../process/promise-state.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import type { MarkKind } from './view.ts';

/** What the table says of a deal before anything else. `day`: of the promise, the wait or the snooze. */
export type DealMark = { kind: MarkKind; reasons: number; points: number; day: Day | null };

/** In the order in which the deal's own card chooses what it opens with, but for what moved since a look. */
export function markOf({ now }: TeamDeal, { moment, today }: Team): DealMark {
  const { history, deal, assessment, wait } = now;
  const reasons = assessment.on.length;
  const mark = (kind: MarkKind, day: Day | null = null) => ({ kind, reasons, points: pointsOf(now), day });
  const events = history.prompts.filter(({ at }) => at <= moment.asOf).toSorted((a, b) => a.at - b.at);
  const snooze = snoozeIn(events, today);
  const asleepUpTo = snooze && dayInZone(snooze.at, moment.timeZone);
  const due = dueDays(now.history, moment).filter((by) => asleepUpTo === null || by > asleepUpTo)[0];
  if (due !== undefined) return mark('promise', due);
  if (snooze) return mark('snoozed', snooze.until);
  if (assessment.freshness.level === 'stale') return mark('again');
  const { band } = assessment.score;
  if (reasons > 0) return mark(band);
  if (wait) return mark('parked', wait.until);
  return isThin(neverSeen(assessment, deal), { history, moment }) ? mark('thin') : mark('quiet');
}

function dueDays(history: TeamDeal['now']['history'], moment: Team['moment']): Day[] {
  return history.promises
    .filter(({ madeAt }) => madeAt <= Math.min(moment.asOf, moment.knownAt))
    .filter((promise) => {
      const state = promiseState(promise, history, moment);
      return state === 'due' || state === 'due-not-checked';
    })
    .map(({ by }) => by)
    .sort();
}
