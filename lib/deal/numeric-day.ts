import { type DateOrder, type Day, isDay } from './day.ts';

/** A date that a page wrote in numbers alone, with all that it may mean. */
export type NumericDay = {
  /** How it is written: its mark, and how many digits the year at its end has. `/4` is one habit, `.2` another. */
  shape: string;
  /** The real days among the readings, by order of the parts. */
  days: ReadonlyMap<DateOrder, Day>;
};

/** The numbers, and at most a time behind them: a weekday or a word would have a say of its own. */
const WRITTEN = /^(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d\d)(?:,? \d{1,2}[:.h]\d\d[^/]{0,20})?$/;

/** Null where the text is anything but such a date, or means no day at all. */
export function numericDay(text: string): NumericDay | null {
  const [, first = '', mark = '', second = '', third = ''] = WRITTEN.exec(text.replace(/\s+/g, ' ').trim()) ?? [];
  if (!mark) return null;
  const days = new Map<DateOrder, Day>();
  const add = (order: DateOrder, year: string, month: string, day: string) => {
    const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isDay(iso)) days.set(order, iso);
  };
  add('dmy', third, second, first);
  add('mdy', third, first, second);
  // A year has two digits at least.
  if (third.length === 2 && first.length === 2) add('ymd', first, second, third);
  return days.size > 0 ? { shape: `${mark}${third.length}`, days } : null;
}

/** The day that it means whatever the order; null where the order matters. */
export function onlyDay({ days }: NumericDay): Day | null {
  const [day, ...others] = new Set(days.values());
  return day !== undefined && others.length === 0 ? day : null;
}
