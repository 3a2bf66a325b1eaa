import { formatMoney, type Money } from '../deal/money.ts';

/** Decimals that a figure may have and still be read at a glance; as many as there may be. */
const [FEW, ALL] = [2, 15];

/**
 * "$1.75M", and "$1,234,567" where the short form would lose something: a call, a goal and a gap that are carried on add up
 * as they stand.
 */
export function carriedMoney(amount: Money, locale: string | undefined): string {
  const short = formatMoney(amount, locale, FEW);
  return short === formatMoney(amount, locale, ALL) ? short : formatMoney(amount, locale, 'exact');
}
