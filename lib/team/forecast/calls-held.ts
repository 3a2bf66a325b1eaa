import { addDays, daysBetween, type Instant } from '../../deal/day.ts';
import { callAt, type ForecastCall } from '../../deal/forecast-call.ts';
import { momentOn } from '../../deal/local-time.ts';
import type { Money } from '../../deal/money.ts';
import type { Quarter } from '../../deal/quarter.ts';
import type { Conversion } from '../sums.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { isWonIn } from './forecast.ts';
import { inUnit } from './in-unit.ts';

/** When in a quarter its calls are held against what came: after its first week, in its middle, two weeks before its end. */
export const CALL_MOMENTS = ['begin', 'middle', 'near-end'] as const;
export type CallMoment = (typeof CALL_MOMENTS)[number];

const FIRST_DAYS = 6;
const LAST_DAYS = 14;

type Whose = Pick<ForecastCall, 'by' | 'person'>;

/**
 * One side's calls for a quarter that is over, beside what was closed in it as known now: in the currency of the first
 * call, with how many closed deals stand in others. Null: nothing was said by then.
 */
export type CallsHeld = Whose & {
  quarter: Quarter;
  calls: Record<CallMoment, Money | null>;
  closed: Money;
  apart: number;
};

function momentIn({ from, to }: Quarter, when: CallMoment, timeZone: string): Instant {
  const half = Math.floor(daysBetween(from, to) / 2);
  const day = { begin: addDays(from, FIRST_DAYS), middle: addDays(from, half), 'near-end': addDays(to, -LAST_DAYS) };
  return momentOn(addDays(day[when], 1), '00:00', timeZone) - 1;
}

/** `whose` in the order in which they are to stand; newest quarter first. */
export function callsHeld(
  calls: readonly ForecastCall[],
  whose: readonly Whose[],
  quarters: readonly Quarter[],
  { deals, moment }: Pick<Team, 'moment'> & { deals: readonly TeamDeal[] },
  by: Conversion,
): CallsHeld[] {
  return quarters.flatMap((quarter) => {
    const won = deals.filter((deal) => isWonIn(deal, quarter));
    return whose.flatMap((one): CallsHeld[] => {
      const said = CALL_MOMENTS.map(
        (when) => callAt(calls, { ...one, quarter: quarter.id }, momentIn(quarter, when, moment.timeZone))?.amount,
      );
      const unit = said.find((amount) => amount !== undefined);
      if (!unit) return [];
      const own = won.filter(({ owner }) => one.person === null || owner === one.person);
      const minors = own.flatMap(({ amount }) => (amount ? [inUnit(amount, unit, by)] : []));
      const closed = { ...unit, minor: minors.reduce<number>((sum, minor) => sum + (minor ?? 0), 0), halfStep: 0 };
      const [begin = null, middle = null, end = null] = said;
      const apart = minors.filter((minor) => minor === null).length;
      return [{ ...one, quarter, calls: { begin, middle, 'near-end': end }, closed, apart }];
    });
  });
}

/** Fewer quarters than this say nothing of how near calls come. */
export const CALLS_ENOUGH = 4;

/** By how much calls at one moment were off, as a share of what was closed: half of them by less. */
export type CallsOff = { quarters: number; median: number | null };

/** Of one side; `when` a call was said in the currency that the quarter is held in, and anything was closed. */
export function callsOff(held: readonly CallsHeld[], when: CallMoment): CallsOff {
  const off = held.flatMap(({ calls, closed }) => {
    const call = calls[when];
    return call === null || call.currency !== closed.currency || closed.minor <= 0
      ? []
      : Math.abs(call.minor - closed.minor) / closed.minor;
  });
  const sorted = off.sort((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
    sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0,
  ];
  return { quarters: sorted.length, median: sorted.length < CALLS_ENOUGH ? null : (low + high) / 2 };
}
