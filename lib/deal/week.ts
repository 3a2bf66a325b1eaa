import { addDays, type Day, weekday } from './day.ts';

/** Seven days, first and last among them. `from` names it. */
export type Week = { from: Day; to: Day };

/** The week that holds a day; `weekStart` is the ISO weekday that weeks begin with. */
export function weekOf(day: Day, weekStart: number): Week {
  const from = addDays(day, -((weekday(day) - weekStart + 7) % 7));
  return { from, to: addDays(from, 6) };
}
