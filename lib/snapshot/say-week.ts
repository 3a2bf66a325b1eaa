import type { Speaker } from '../coaching/words/dates.ts';
import type { Week } from '../deal/week.ts';

/** "23 Nov to 29 Nov 2026". Longer than seven days where weeks began on another day from then on. */
export const sayDays = ({ from, to }: Week, say: Pick<Speaker, 'day'>): string =>
  `${say.day(from)} to ${say.day(to)} ${to.slice(0, 4)}`;

export const sayWeek = (week: Week, say: Pick<Speaker, 'day'>): string => `Week of ${sayDays(week, say)}`;
