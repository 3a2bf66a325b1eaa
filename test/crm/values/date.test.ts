import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../lib/crm/values/index.ts';
import { page } from './page-context.ts';

type Known = Parameters<typeof page>[0];

/** The page is looked at on 2026-11-23. */
function day(text: string, known: Known = {}) {
  const parsed = parseDate(text, page(known));
  return parsed.ok ? parsed.value : parsed.reason;
}

function expectDays(rows: Record<string, string>, known: Known = {}) {
  for (const [text, expected] of Object.entries(rows)) expect(day(text, known), text).toBe(expected);
}

describe('dates in numbers', () => {
  it('need no locale where they leave no choice', () => {
    expectDays({
      '2026-11-30': '2026-11-30',
      '2026/3/9': '2026-03-09',
      '2026. 09. 30.': '2026-09-30',
      '9/30/2026': '2026-09-30',
      '30/09/2026': '2026-09-30',
      '30-09-2026': '2026-09-30',
      '03.09.2027': '2027-09-03',
      '30. 9. 2026': '2026-09-30',
      '9/9/2026': '2026-09-09',
      '9/30/26': '2026-09-30',
    });
  });

  it('are ambiguous while both orders make a day and nothing decides', () => {
    expectDays({
      '03/09/2027': 'ambiguous',
      '03-09-2027': 'ambiguous',
      '03/09/26': 'ambiguous',
      '03.09.26': 'ambiguous',
    });
    expectDays({ '03/09/2027': 'ambiguous' }, { locale: 'nonsense!' });
    expectDays({ '03/09/2027': 'ambiguous' }, { locale: 'qq' });
    // "en" alone stands on British pages as on American ones.
    expectDays({ '03/09/2027': 'ambiguous' }, { locale: 'en' });
    // Year-first locales do not say what a date with the year behind means.
    expectDays({ '03/09/2027': 'ambiguous' }, { locale: 'sv-SE' });
    // Americans write no dots; whoever wrote these may have meant the day.
    expectDays({ '03.09.2027': 'ambiguous' }, { locale: 'en-US' });
  });

  it('follow the locale', () => {
    expectDays({ '03/09/2027': '2027-03-09', '3/9/27': '2027-03-09' }, { locale: 'en-US' });
    for (const locale of ['en-GB', 'en-AU', 'en-IN', 'fr-FR', 'es-MX', 'pt-BR']) {
      expectDays({ '03/09/2027': '2027-09-03', '3/9/27': '2027-09-03' }, { locale });
    }
    expectDays({ '26. 9. 3.': '2026-09-03' }, { locale: 'ko-KR' });
  });

  it('follow the setting of user or tenant before the locale', () => {
    expectDays({ '03/09/2027': '2027-09-03', '03.09.2027': '2027-09-03' }, { locale: 'en-US', dateOrder: 'dmy' });
    expectDays({ '03/09/2027': '2027-03-09', '03.09.2027': '2027-03-09' }, { locale: 'de-DE', dateOrder: 'mdy' });
    expectDays({ '26/09/03': '2026-09-03' }, { locale: 'de-DE', dateOrder: 'ymd' });
  });

  it('are settled by a weekday beside them', () => {
    expectDays({ 'Fri 03/09/2027': '2027-09-03', 'Tue 03/09/2027': '2027-03-09', 'Mon 03/09/2027': 'unreadable' });
  });

  it('are unreadable where there is no such day', () => {
    for (const text of [
      '31/02/2026',
      '2026-02-30',
      '2026/13/01',
      '2026/30/09',
      '00/00/0000',
      '29/02/2027',
      '32.01.2026',
    ]) {
      expect(day(text), text).toBe('unreadable');
    }
    expect(day('31/02/2026', { locale: 'en-GB' })).toBe('unreadable');
  });
});

describe('dates in words', () => {
  it('are read in English on every page', () => {
    const rows = {
      'Sep 30, 2026': '2026-09-30',
      'Sept. 30 2026': '2026-09-30',
      'September 30th, 2026': '2026-09-30',
      '1 May 2026': '2026-05-01',
      '30-Sep-2026': '2026-09-30',
      '30-SEP-26': '2026-09-30',
      'Wednesday, September 30, 2026': '2026-09-30',
    };
    expectDays(rows);
    expectDays({ 'Sep 30, 2026': '2026-09-30' }, { locale: 'pl-PL' });
  });

  it('are read in the language of the page: short, long, bent, without accents or in capitals', () => {
    expectDays(
      { '30. Sept. 2026': '2026-09-30', '3. März 2026': '2026-03-03', '3. Mär. 2026': '2026-03-03' },
      { locale: 'de-DE' },
    );
    expectDays(
      { '1er août 2026': '2026-08-01', '3 AOÛT 2026': '2026-08-03', '3 aout 2026': '2026-08-03' },
      { locale: 'fr-FR' },
    );
    expectDays(
      { '30 września 2026': '2026-09-30', '30 wrzesień 2026': '2026-09-30', '30 wrz 2026': '2026-09-30' },
      { locale: 'pl-PL' },
    );
    expectDays({ 'среда, 30 сентября 2026 г.': '2026-09-30', '30 сентябрь 2026': '2026-09-30' }, { locale: 'ru-RU' });
    expectDays({ '30 de set. de 2026': '2026-09-30' }, { locale: 'pt-BR' });
    expectDays(
      { '30 EKİM 2026': '2026-10-30', '30 Kasım 2026': '2026-11-30', '30 KASIM 2026': '2026-11-30' },
      { locale: 'tr-TR' },
    );
    expectDays(
      { '2026年9月30日': '2026-09-30', '2026年9月30日(水)': '2026-09-30', '9月30日': '2026-09-30' },
      { locale: 'ja-JP' },
    );
    expectDays({ '2026年9月30日': '2026-09-30', '2026년 9월 30일': '2026-09-30' });
    expectDays({ '30 tháng 9, 2026': '2026-09-30' }, { locale: 'vi-VN' });
  });

  it('do not take a weekday of the page for an English month', () => {
    expect(day('mar. 3', { locale: 'fr-FR' })).toBe('unreadable');
    expect(day('mar 3', { locale: 'es-ES' })).toBe('ambiguous');
    expect(day('3 mar', { locale: 'es-ES' })).toBe('2027-03-03');
    expect(day('mar, 3 mar 2026', { locale: 'es-ES' })).toBe('2026-03-03');
    expect(day('mar, 3 feb', { locale: 'es-ES' })).toBe('unreadable');
  });

  it('must agree with the weekday that they name', () => {
    expectDays({ 'Tuesday, September 30, 2026': 'unreadable' });
  });

  it('are not invented from a month, a range or a time', () => {
    expectDays({
      'Sep 2026': 'unreadable',
      "Sep '26": 'unreadable',
      September: 'unreadable',
      Monday: 'unreadable',
      '5-7 Sep': 'ambiguous',
      'Sep 5-7': 'ambiguous',
      '10-12 Sep': 'ambiguous',
      'Sep 10-12': 'ambiguous',
      '30 Sep - 2 Oct 2026': 'unreadable',
      '5 - 7 Sep 2026': 'unreadable',
      '30 Sep at 10': 'ambiguous',
      'Q3 2026': 'unreadable',
      'Renewal on 30/09/2026': 'unreadable',
      '14:30': 'unreadable',
      '12': 'unreadable',
      '1.5': 'ambiguous',
    });
  });
});

describe('dates without a year', () => {
  it('are the ones nearest to today', () => {
    expectDays({ '31 Dec': '2026-12-31', 'Jan 5': '2027-01-05', '1 Jun': '2026-06-01', 'May 20': '2027-05-20' });
    expectDays({ '31 Dec': '2025-12-31', 'Jan 5': '2026-01-05' }, { today: '2026-02-01' });
    expectDays({ '29 Feb': 'unreadable' });
    expectDays({ '29 Feb': '2028-02-29' }, { today: '2028-01-10' });
  });

  it('in numbers follow the order of the locale', () => {
    expectDays({ '31.12.': '2026-12-31', '5.1.': '2027-01-05' }, { locale: 'de-DE' });
    expectDays({ '12/31': '2026-12-31' }, { locale: 'en-US' });
    expectDays({ '31/12': '2026-12-31' }, { locale: 'en-GB' });
    // Year first in full, and yet day first here.
    expectDays({ '9/6': '2026-06-09', '09-06': 'ambiguous' }, { locale: 'sv-SE' });
    expectDays({ '12-31': '2026-12-31' }, { locale: 'lt-LT' });
    expectDays({ '5/1': 'ambiguous', '31/12': '2026-12-31', '5.1.': 'ambiguous' });
  });

  it('could be a time where times are written with a dot', () => {
    expectDays({ '10.11': 'ambiguous', '10.11.': '2026-11-10' }, { locale: 'da-DK' });
    expectDays({ '10.11': '2026-11-10' }, { locale: 'ru-RU' });
  });
});

describe('relative words', () => {
  it('are read in English and in the language of the page', () => {
    const english = {
      today: '2026-11-23',
      Tomorrow: '2026-11-24',
      YESTERDAY: '2026-11-22',
      'in 7 days': '2026-11-30',
      'in 1 day': '2026-11-24',
      '3 days ago': '2026-11-20',
    };
    expectDays(english);
    expectDays(english, { locale: 'fi-FI' });
    expectDays(
      { heute: '2026-11-23', übermorgen: '2026-11-25', 'vor 3 Tagen': '2026-11-20', 'in 7 Tagen': '2026-11-30' },
      { locale: 'de-DE' },
    );
    expectDays(
      { "aujourd'hui": '2026-11-23', demain: '2026-11-24', 'il y a 2 jours': '2026-11-21' },
      { locale: 'fr-FR' },
    );
    expectDays({ 'i morgon': '2026-11-24', imorgon: '2026-11-24', 'om 7 dagar': '2026-11-30' }, { locale: 'sv-SE' });
    expectDays({ 今日: '2026-11-23', '7日後': '2026-11-30' }, { locale: 'ja-JP' });
    expectDays({ 'через 5 дней': '2026-11-28', 'через 2 дня': '2026-11-25' }, { locale: 'ru-RU' });
  });

  it('keep their day beside a time', () => {
    expectDays({ 'Today, 14:30': '2026-11-23', 'Tomorrow at 9:00 AM': '2026-11-24' }, { locale: 'en-US' });
    expectDays({ 'heute, 14:30': '2026-11-23' }, { locale: 'de-DE' });
  });

  it('are ambiguous where one word is two days', () => {
    expect(day('कल', { locale: 'hi-IN' })).toBe('ambiguous');
    expect(day('आज', { locale: 'hi-IN' })).toBe('2026-11-23');
  });

  it('say nothing of a day in weeks, hours or words of their own', () => {
    for (const text of ['in 2 weeks', '3 hours ago', 'soon', 'next Friday', 'in 99999 days', 'in days']) {
      expect(day(text), text).toBe('unreadable');
    }
  });
});

describe('date-times', () => {
  it('are the calendar day that they show', () => {
    expectDays({
      '2026-11-30 14:30': '2026-11-30',
      '2026-11-30T14:30:00.000Z': '2026-11-30',
      '30/09/2026, 23:59:59': '2026-09-30',
      'Sep 30, 2026, 3:15 PM': '2026-09-30',
      'Sep 30, 10 AM': '2026-09-30',
      'Sep 30, 2026 3:15 PM GMT+2': '2026-09-30',
      '14:30 30/09/2026': '2026-09-30',
      '09/30/2026 9:00 AM EDT': '2026-09-30',
      '30/09/2026 09:00 BST': '2026-09-30',
      '30 Sep 2026 09:00 AEST': '2026-09-30',
      '30.09.2026 09:00 MESZ': '2026-09-30',
    });
    expectDays({ '30 sept. 2026 à 14h30': '2026-09-30' }, { locale: 'fr-FR' });
    expectDays({ '30.09.2026 klo 14.30': '2026-09-30' }, { locale: 'fi-FI' });
    expectDays({ '30. sep. 2026 kl. 14.30': '2026-09-30' }, { locale: 'da-DK' });
  });
});

describe('other calendars', () => {
  it('are read where they share our days and months, and else left alone', () => {
    expectDays(
      { '30 ก.ย. 2569': '2026-09-30', '30/9/2569': '2026-09-30', '30/9/2026': '2026-09-30' },
      { locale: 'th-TH' },
    );
    expectDays({ '30/9/69': 'ambiguous', '30 ก.ย. 69': 'ambiguous' }, { locale: 'th-TH' });
    expectDays({ '۱۴۰۵/۷/۸': 'unreadable', '۸ مهر ۱۴۰۵': 'unreadable', '۷/۸': 'ambiguous' }, { locale: 'fa-IR' });
    expectDays({ 令和8年9月30日: 'unreadable', '30/9/2569': 'unreadable' });
  });
});

it('tells an empty field from an unreadable one', () => {
  for (const text of ['', '--', '\u2014', '\u00A0']) expect(day(text)).toBe('empty');
  for (const text of ['Northwind', '$5', '<img src=x onerror=alert(1)>', 'constructor', '__proto__ 5']) {
    expect(day(text)).toBe('unreadable');
  }
});
