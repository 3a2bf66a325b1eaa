import { type Money, major, money } from '../../deal/money.ts';
import { countsIn } from '../held-against.ts';
import { type Conversion, inHome, sumsOf } from '../sums.ts';
import type { TeamDeal } from '../team-deals.ts';

/** The one currency that figures which are set against each other stand in. */
export type Unit = Pick<Money, 'currency' | 'symbol'>;

export type Counting = { unit: Unit; by: Conversion };

/** In minor units of the unit; null where there is no amount, or one of another currency without a rate. */
export function worthIn({ amount }: Pick<TeamDeal, 'amount'>, { unit, by }: Counting): number | null {
  if (amount === null) return null;
  const converted = inHome(amount, by);
  return countsIn(unit, converted) ? money(major(converted), unit.currency).minor : null;
}

export function sumIn(deals: readonly Pick<TeamDeal, 'amount'>[], counting: Counting): number {
  return deals.reduce((sum, deal) => sum + (worthIn(deal, counting) ?? 0), 0);
}

/** What is in no figure: amounts of other currencies, one sum for each. */
export function apartFrom(deals: readonly TeamDeal[], counting: Counting): Money[] {
  const others = deals.filter((deal) => worthIn(deal, counting) === null);
  return sumsOf(
    others.flatMap(({ amount }) => amount ?? []),
    counting.by,
  );
}

export const asMoney = ({ currency, symbol }: Unit, minor: number): Money => ({
  ...{ minor, currency, halfStep: 0 },
  ...(symbol === undefined ? {} : { symbol }),
});
