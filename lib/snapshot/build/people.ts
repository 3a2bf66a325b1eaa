import { talksWith } from '../../coaching/agenda/talks-with.ts';
import { shorten } from '../../coaching/words/clean-text.ts';
import { callAt } from '../../deal/forecast-call.ts';
import { TALK_LIMITS } from '../../deal/talk.ts';
import { goalOf } from '../../team/goals.ts';
import type { PersonPart } from '../content.ts';
import type { SaidPart } from '../said-part.ts';
import type { BuildContext } from './build-context.ts';
import { STANDING } from './said.ts';
import { gapOf, sumsIn } from './sums.ts';

/** One person's part: what they bring, what they promised, and when they were talked with. */
export function personPart(
  { id, name }: { id: string; name: string },
  said: readonly SaidPart[],
  context: BuildContext,
): PersonPart {
  const { team, quarter, by, calls } = context;
  const goal = goalOf({ team, quarter }, name);
  const sums = sumsIn(team, quarter, name, by);
  const callBy = (side: 'manager' | 'rep') =>
    callAt(calls, { quarter: quarter.id, by: side, person: name }, team.moment.asOf)?.amount ?? null;
  return {
    ...{ id, name: shorten(name, TALK_LIMITS.person), goal, sums, gap: gapOf(goal, sums, by) },
    calls: { manager: callBy('manager'), own: callBy('rep') },
    promises: countPromises(id, said, context),
    ...talksOf(name, context),
  };
}

function countPromises(person: string, said: readonly SaidPart[], { last }: BuildContext): PersonPart['promises'] {
  const counts = { kept: 0, missed: 0, moved: 0, dropped: 0, open: 0 };
  for (const { id: deal, promises } of said) {
    for (const { id, whose, state, isNews, movedFrom } of promises) {
      if (whose !== person) continue;
      const before = last.said.get(deal)?.promises.find((one) => one.id === id);
      if (isNews && movedFrom.length > (before?.movedFrom.length ?? 0)) counts.moved++;
      if (STANDING.has(state)) counts.open++;
      else if (isNews && (state === 'kept' || state === 'missed' || state === 'dropped')) counts[state]++;
    }
  }
  return counts;
}

function talksOf(name: string, { talks, team, since }: BuildContext): Pick<PersonPart, 'talks' | 'nextTalk'> {
  const { ended, open } = talksWith(name, talks, team.moment);
  const planned = open?.nextOn ?? ended.at(-1)?.nextOn ?? null;
  return {
    talks: ended
      .filter(({ endedAt }) => (endedAt ?? 0) > since)
      .map(({ on, picked, practice }) => ({ on, deal: picked, practice: shorten(practice, TALK_LIMITS.practice) })),
    nextTalk: planned !== null && planned >= team.today ? planned : null,
  };
}
