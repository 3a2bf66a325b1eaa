import type { Day } from '../deal/day.ts';
import { type Money, minorDigits, sumByCurrency } from '../deal/money.ts';
import type { Rate } from '../settings/settings.ts';

/** In which currency sums stand, and by what rates. `on`: the day whose rates count. */
export type Conversion = { home: string | null; rates: readonly Rate[]; on: Day };

/**
 * The amount in the home currency by the latest rate that was given for a day not after `on`; as it stands where there is
 * none, the code is not known, or no home currency was said. Rounded to the minor unit, its half step converted with it.
 */
export function inHome(amount: Money, { home, rates, on }: Conversion): Money {
  const { currency } = amount;
  if (home === null || currency === null || currency === home) return amount;
  const rate = rateOf(currency, home, rates, on);
  if (rate === null) return amount;
  const scale = 10 ** (minorDigits(home) - minorDigits(currency));
  return {
    minor: Math.round(amount.minor * rate * scale),
    currency: home,
    halfStep: Math.round(amount.halfStep * rate * scale),
  };
}

/** A rate typed the other way round serves too. */
function rateOf(from: string, to: string, rates: readonly Rate[], on: Day): number | null {
  let best: Rate | null = null;
  for (const rate of rates) {
    const fits = (rate.from === from && rate.to === to) || (rate.from === to && rate.to === from);
    if (fits && rate.on <= on && (best === null || rate.on >= best.on)) best = rate;
  }
  return best && (best.from === from ? best.rate : 1 / best.rate);
}

/** One sum per currency that is left after conversion, the home currency first, then the larger. */
export function sumsOf(amounts: readonly Money[], by: Conversion): Money[] {
  const sums = sumByCurrency(amounts.map((amount) => inHome(amount, by)));
  return sums.toSorted((a, b) => Number(b.currency === by.home) - Number(a.currency === by.home));
}
