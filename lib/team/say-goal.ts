import type { Words } from '../coaching/words/english.ts';
import type { Money } from '../deal/money.ts';
import type { GoalAnswer, GoalBasis } from './goals.ts';

const BASES: Record<Exclude<GoalBasis, 'quarter'>, string> = {
  shorter: 'the goals of its parts, added up',
  half: 'half of the half year’s goal',
  year: 'a quarter of the year’s goal',
  teams: 'the goals of all teams, added up',
  people: 'everybody’s goals, added up',
};

/** Where a goal comes from, or why there is none; null where it was set for just that quarter. */
export function sayGoalBasis(
  { basis, lacking, apart }: GoalAnswer,
  period: string,
  words: Words,
  money: (amount: Money) => string,
): string | null {
  if (basis === 'quarter') return null;
  if (basis !== null) return `Taken as ${BASES[basis]}.`;
  if (apart.length > 0) return `Goals in several currencies are not added up: ${words.list(apart.map(money))}.`;
  if (lacking.length > 0) {
    const have = lacking.length === 1 ? 'has' : 'have';
    return `None is set for ${period}, and those of persons are not added up while ${words.list(lacking)} ${have} none.`;
  }
  return `None is set for ${period}.`;
}
