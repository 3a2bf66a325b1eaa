import { type Money, major, money } from '../../deal/money.ts';
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

/** Of sums those that count towards the goal, as one amount in its minor units, and those that do not. */
export function heldAgainst(goal: Money, sums: readonly Money[]): { minor: number; apart: Money[] } {
  const counted = sums.filter((sum) => sum.currency === goal.currency || mayBeIn(goal, sum));
  return {
    minor: counted.reduce((minor, sum) => minor + money(major(sum), goal.currency).minor, 0),
    apart: sums.filter((sum) => !counted.includes(sum)),
  };
}

/** A bare "$" counts towards a goal in a currency that is written so; that it does is said among what is not known. */
export function mayBeIn({ currency }: Money, amount: Money): boolean {
  return amount.currency === null && currency !== null && (!amount.symbol || amount.symbol === symbolOf(currency));
}

function symbolOf(currency: string): string | undefined {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value;
}
