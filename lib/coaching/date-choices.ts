import { type DateOrder, type Day, isDay } from '../deal/day.ts';

const NUMERIC = /^\D*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\D*$/;

const iso = (year: string, month: string, day: string): Day =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** The two days that an all-numeric date may mean, with the order that each takes; none where there is no doubt. */
export function dateChoices(raw: string): { order: DateOrder; day: Day }[] {
  const [, first = '', second = '', year = ''] = NUMERIC.exec(raw) ?? [];
  const choices = [
    { order: 'dmy' as const, day: iso(year, second, first) },
    { order: 'mdy' as const, day: iso(year, first, second) },
  ];
  return first !== second && choices.every(({ day }) => isDay(day)) ? choices : [];
}
