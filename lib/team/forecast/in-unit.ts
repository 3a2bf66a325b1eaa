import { isSameCurrency, type Money, major, money } from '../../deal/money.ts';
import { mayBeIn } from '../held-against.ts';
import { type Conversion, inHome } from '../sums.ts';

/** The amount in minor units of `unit`'s currency, by the user's rates; null where it is another currency. */
export function inUnit(amount: Money, unit: Money, by: Conversion): number | null {
  const value = inHome(amount, by);
  if (isSameCurrency(value, unit)) return value.minor;
  return mayBeIn(unit, value) ? money(major(value), unit.currency).minor : null;
}
