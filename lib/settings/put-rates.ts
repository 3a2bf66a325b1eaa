import type { Rate } from './settings.ts';

/** Rates with one more: of the same two currencies and the same day the later word stands. */
export function putRates(rates: readonly Rate[], said: readonly Rate[]): Rate[] {
  const key = ({ from, to, on }: Rate) => [from, to, on].join();
  return [...new Map([...rates, ...said].map((rate) => [key(rate), rate])).values()].sort(
    (a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to) || a.on.localeCompare(b.on),
  );
}
