import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../lib/crm/values/index.ts';
import { addDays, type Day, dayNumber } from '../../../lib/deal/day.ts';
import { LOCALES, page } from './page-context.ts';

const TODAY = '2026-11-23';
const STYLES = ['short', 'medium', 'long', 'full'] as const;

/** Days of this century as short years can say them. */
const days = fc.integer({ min: 0, max: 30_000 }).map((later) => addDays('2000-01-01', later));
const nearDays = fc.integer({ min: -180, max: 180 }).map((later) => addDays(TODAY, later));
const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });

/** What is refused, and why; a wrong day is nowhere accepted. */
const REFUSED: Record<string, { forms: readonly string[]; why: string }> = {
  'fa-IR': { forms: [...STYLES, 'day', 'numbers'], why: 'the Persian calendar is left unread' },
  'th-TH': { forms: ['short'], why: 'a Buddhist year of two digits could be one of ours' },
  'da-DK': { forms: ['numbers'], why: '10.11 is also a time' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function print(locale: string, shape: Intl.DateTimeFormatOptions, day: Day, minute = 0): string {
  const key = locale + JSON.stringify(shape);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...shape, timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(dayNumber(day) * 86_400_000 + minute * 60_000);
}

function expectBack(locale: string, form: string, text: string, day: Day): void {
  const parsed = parseDate(text, page({ locale, today: TODAY }));
  const read = parsed.ok ? parsed.value : REFUSED[locale]?.forms.includes(form) ? day : parsed.reason;
  expect(`${text}: ${read}`).toBe(`${text}: ${day}`);
}

describe.each(LOCALES)('dates that the runtime prints in %s', (locale) => {
  it.each(STYLES)('reads back the %s style, alone and with a time', (dateStyle) => {
    fc.assert(
      fc.property(days, minutes, (day, minute) => {
        expectBack(locale, dateStyle, print(locale, { dateStyle }, day), day);
        expectBack(locale, dateStyle, print(locale, { dateStyle, timeStyle: 'short' }, day, minute), day);
      }),
      { numRuns: 40 },
    );
  });

  it('reads back days without a year', () => {
    fc.assert(
      fc.property(nearDays, (day) => {
        expectBack(locale, 'day', print(locale, { day: 'numeric', month: 'long' }, day), day);
        expectBack(locale, 'day', print(locale, { day: 'numeric', month: 'short' }, day), day);
        expectBack(locale, 'numbers', print(locale, { day: 'numeric', month: 'numeric' }, day), day);
      }),
      { numRuns: 60 },
    );
  });

  it('reads back days counted from today', () => {
    for (const numeric of ['auto', 'always'] as const) {
      const format = new Intl.RelativeTimeFormat(locale, { numeric });
      for (const count of [-30, -14, -7, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 22, 30, 101]) {
        const text = format.format(count, 'day');
        const parsed = parseDate(text, page({ locale, today: TODAY }));
        // Hindi has one word for yesterday and tomorrow.
        const twoDays = locale === 'hi-IN' && numeric === 'auto' && (Math.abs(count) === 1 || Math.abs(count) === 2);
        const expected = twoDays ? 'ambiguous' : addDays(TODAY, count);
        expect(`${text}: ${parsed.ok ? parsed.value : parsed.reason}`).toBe(`${text}: ${expected}`);
      }
    }
  });
});

it('refuses no more than is listed', () => {
  for (const [locale, { forms }] of Object.entries(REFUSED)) {
    for (const form of forms) {
      const shape: Intl.DateTimeFormatOptions =
        form === 'numbers'
          ? { day: 'numeric', month: 'numeric' }
          : form === 'day'
            ? { day: 'numeric', month: 'long' }
            : { dateStyle: form as (typeof STYLES)[number] };
      const text = print(locale, shape, '2026-11-10');
      expect(parseDate(text, page({ locale, today: TODAY })).ok, `${locale} ${form} ${text}`).toBe(false);
    }
  }
});
