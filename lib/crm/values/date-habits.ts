import type { DateOrder } from '../../deal/day.ts';
import { perLocale } from './context.ts';

/** How a locale writes dates in numbers. `order` is null where the locale does not settle it. */
export type DateHabits = { order: DateOrder | null; calendar: string };

export const dateHabitsOf = perLocale((locale): DateHabits => {
  const options = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
  const { calendar } = new Intl.DateTimeFormat(locale, options).resolvedOptions();
  const order = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory' })
    .formatToParts(0)
    .map(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? type.slice(0, 1) : ''))
    .join('');
  // "en" alone stands on British pages as on American ones and settles nothing.
  const settled = locale !== 'en' && (order === 'dmy' || order === 'mdy' || order === 'ymd');
  return { order: settled ? order : null, calendar };
});
