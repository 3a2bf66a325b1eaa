import { isSameCurrency, type Money } from '../../deal/money.ts';
import type { WhoseLines } from './say-lines.ts';

/** In one currency: closed, what commit adds, what best case adds, and the goal where one is set in it. Minor units. */
export type Ladder = Pick<Money, 'currency' | 'symbol'> & {
  closed: number;
  commit: number;
  bestCase: number;
  goal: number | null;
};

/** The currency that goals and calls are typed in first: the larger figure is often only the smaller unit. */
export function laddersOf({ cells }: WhoseLines, goal: Money | null, lead: Money): Ladder[] {
  const { closed, commit, 'best-case': bestCase } = cells;
  const units: Pick<Money, 'currency' | 'symbol'>[] = [];
  const sums = [...closed.sums, ...commit.sums, ...bestCase.sums];
  for (const unit of [lead, ...sums]) {
    const isThere = (goal && isSameCurrency(goal, unit)) || sums.some((sum) => isSameCurrency(sum, unit));
    if (isThere && !units.some((known) => isSameCurrency(known, unit))) units.push(unit);
  }
  return units.map((unit) => {
    const minor = ({ sums }: { sums: readonly Money[] }) => sums.find((sum) => isSameCurrency(sum, unit))?.minor ?? 0;
    return {
      ...{ currency: unit.currency, symbol: unit.symbol },
      ...{ closed: minor(closed), commit: minor(commit), bestCase: minor(bestCase) },
      goal: goal && isSameCurrency(goal, unit) ? goal.minor : null,
    };
  });
}
