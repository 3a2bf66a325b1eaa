import type { DateOrder } from '../../deal/day.ts';
import { perLocale } from './context.ts';

/** How a locale writes dates in numbers. */
export type DateHabits = {
  /** Null where the locale does not settle it. */
  order: DateOrder | null;
  /** In dates without a year: Swedish has the year first, and yet 9/6 for 9 June. */
  dayFirst: boolean | null;
  calendar: string;
  /** Times are written 14.30, so "10.11" alone may be one. */
  dottedTime: boolean;
};

export const UNKNOWN_HABITS: DateHabits = {
  order: null,
  dayFirst: null,
  calendar: 'gregory',
  dottedTime: true,
};

export const dateHabitsOf = perLocale((locale): DateHabits => {
  const partsIn = (shape: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, shape).formatToParts(0);
  const full = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' });
  const { calendar } = full.resolvedOptions();
  const order = orderOf(full.formatToParts(0));
  const time = partsIn({ hour: 'numeric', minute: 'numeric' });
  const dottedTime = time.some(({ value }) => value === '.');
  // "en" alone stands on British pages as on American ones and settles nothing.
  if (locale === 'en') return { ...UNKNOWN_HABITS, calendar, dottedTime };
  return {
    order: order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : null,
    dayFirst: orderOf(partsIn({ day: 'numeric', month: 'numeric' })) === 'dm',
    calendar,
    dottedTime,
  };
});

function orderOf(parts: readonly Intl.DateTimeFormatPart[]): string {
  return parts
    .map(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? type.slice(0, 1) : ''))
    .join('');
}
