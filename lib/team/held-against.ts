import { isSameCurrency, type Money, major, money } from '../deal/money.ts';

/** Of sums those that count towards the goal, as one amount in its minor units, and those that do not. */
export function heldAgainst(goal: Money, sums: readonly Money[]): { minor: number; apart: Money[] } {
  const counted = sums.filter((sum) => countsIn(goal, sum));
  return {
    minor: counted.reduce((minor, sum) => minor + money(major(sum), goal.currency).minor, 0),
    apart: sums.filter((sum) => !counted.includes(sum)),
  };
}

/** Whether an amount may be added to another: the same currency, or a bare symbol that it is written with. */
export function countsIn(goal: Pick<Money, 'currency' | 'symbol'>, amount: Money): boolean {
  return isSameCurrency(goal, amount) || mayBeIn(goal, amount);
}

/** A bare "$" counts towards a goal in a currency that is written so; that it does is said among what is not known. */
export function mayBeIn({ currency }: Pick<Money, 'currency'>, amount: Money): boolean {
  return amount.currency === null && currency !== null && (!amount.symbol || amount.symbol === symbolOf(currency));
}

function symbolOf(currency: string): string | undefined {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value;
}
