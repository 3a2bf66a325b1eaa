import type { Money } from '../../deal/money.ts';
import { nameKey } from '../../deal/same-name.ts';
import type { Asked } from './asked.ts';

/**
 * What is to be brought in the running quarter: the number that the user set, else the one on file for everybody (for a
 * rep, for them). Null: no goal. Goals of several people are not added up: who was left out would not show.
 */
export function goalNow({ team, role, quarter }: Pick<Asked, 'team' | 'role' | 'quarter'>): Money | null {
  const { goal, me } = team.settings;
  if (goal?.quarter === quarter.id) return goal.amount;
  return goalOf({ team, quarter }, role === 'rep' ? me : null);
}

/** One person's for exactly this quarter; `person` null: everybody's. */
export function goalOf({ team, quarter }: Pick<Asked, 'team' | 'quarter'>, person: string | null): Money | null {
  const whose = person === null ? null : nameKey(team.roster.personOf(person)?.name ?? person);
  const named = (name: string) => nameKey(team.roster.personOf(name)?.name ?? name);
  const found = team.settings.goals.findLast(
    (goal) =>
      goal.team === null &&
      (goal.person === null ? whose === null : whose !== null && named(goal.person) === whose) &&
      goal.period.from === quarter.from &&
      goal.period.to === quarter.to,
  );
  return found?.amount ?? null;
}
