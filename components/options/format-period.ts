import type { Day } from '../../lib/deal/day.ts';

const format = () =>
  new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const moment = (day: Day) => new Date(`${day}T00:00:00Z`);

/** "Oct 1 – Dec 31, 2026" in the user's own locale. */
export function formatPeriod({ from, to }: { from: Day; to: Day }): string {
  return format().formatRange(moment(from), moment(to));
}

/** "Dec 25, 2026": a day of any year. */
export const formatDate = (day: Day): string => format().format(moment(day));
