import type { GapLine, Telling } from './telling.ts';

export type SaidAhead = { sentence: string; lines: GapLine[] };

/** What is open for the next quarter, now and on the same day of the quarters before. */
export function sayAhead({ figures, words, say, total, period, rowsOf }: Telling): SaidAhead {
  const { ahead } = figures;
  const [now, ...before] = ahead;
  const lines = ahead.map(({ quarter, day, deals }) => ({
    label: `${words.capital(say.day(day))}, for ${period(quarter)}`,
    text: total(deals),
    note: words.deals(deals.length),
    rows: rowsOf(deals),
  }));
  const [last] = before;
  const open = now ? `${total(now.deals)} in ${words.deals(now.deals.length)} is open for ${period(now.quarter)}` : '';
  return {
    sentence: last
      ? `${open}; on the same day of the quarter before it was ${total(last.deals)} in ${words.deals(last.deals.length)} for ${period(last.quarter)}.`
      : `${open}. What is usual on this day is not known yet.`,
    lines,
  };
}
