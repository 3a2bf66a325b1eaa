import { formatMoney, type Money } from '../../deal/money.ts';
import type { Asked } from '../today/asked.ts';
import { CALL_MOMENTS, CALLS_ENOUGH, type CallMoment, type CallsHeld, callsOff } from './calls-held.ts';

/** Calls for quarters that are over, beside what was closed. */
export type CallsScreen = {
  /** How near the calls for everybody came, or that there are too few to say; null where there is none at all. */
  text: string | null;
  rows: { key: string; quarter: string; whose: string; calls: Record<CallMoment, string>; closed: string }[];
};

const WHEN: Record<CallMoment, string> = {
  begin: 'after the first week',
  middle: 'half-way',
  'near-end': 'two weeks before the end',
};

export function sayCalls(held: readonly CallsHeld[], { words, say, role }: Asked): CallsScreen {
  const amount = (value: Money | null) => (value === null ? '–' : formatMoney(value, say.locale));
  const main = held.filter(({ person }) => person === null || role === 'rep');
  const said = CALL_MOMENTS.flatMap((when) => {
    const { median } = callsOff(main, when);
    return median === null ? [] : `by less than ${words.percent(Math.ceil(median * 100))} ${WHEN[when]}`;
  });
  const quarters = new Set(main.map(({ quarter }) => quarter.id)).size;
  const few = `Calls for ${words.count(quarters, 'quarter')} that ended: too few to say how near they come; that takes ${CALLS_ENOUGH}.`;
  return {
    text: held.length === 0 ? null : said.length === 0 ? few : `Half of the calls were off ${words.list(said)}.`,
    rows: held.map(({ quarter, by, person, calls, closed, apart }) => ({
      key: `${quarter.id} ${by} ${person ?? ''}`,
      quarter: words.today.period(quarter.number, quarter.year),
      whose: person === null ? 'Manager, everybody' : by === 'manager' ? `Manager, ${person}` : person,
      calls: Object.fromEntries(CALL_MOMENTS.map((when) => [when, amount(calls[when])])) as Record<CallMoment, string>,
      closed: apart > 0 ? `${amount(closed)}, ${words.deals(apart)} in other currencies` : amount(closed),
    })),
  };
}
