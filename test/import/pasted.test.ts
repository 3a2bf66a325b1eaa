import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay } from '../../lib/deal/day.ts';
import { readCalendarDays } from '../../lib/import/calendar-days.ts';
import { readPastedDays } from '../../lib/import/pasted-days.ts';
import { readPastedGoals } from '../../lib/import/pasted-goals.ts';
import { readPastedRates } from '../../lib/import/pasted-rates.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { settingsProblem } from '../../lib/settings/settings-schema.ts';

const english = { at: Date.UTC(2026, 10, 20, 9), timeZone: 'Europe/Berlin', language: 'en-US' };
const german = { ...english, language: 'de-DE' };
const goalsBy = { fiscalYearStart: 1, currency: 'EUR', teams: ['North'] };
const Q4 = { from: '2026-10-01', to: '2026-12-31' };
const eur = (minor: number) => ({ minor, currency: 'EUR', halfStep: 0 });

describe('goals', () => {
  test('lines without headers: a person, a team by its name, everybody; the figure as the user writes it', async () => {
    const text = 'Ida Norrgard\t150,000\tQ4 2026\nNorth\t400,000.50\tQ4 2026\nEverybody\t1,000,000\t2026\n';
    const { goals, refused } = await readPastedGoals(text, { ...english, ...goalsBy });
    expect(refused).toEqual([]);
    expect(goals).toEqual([
      { person: 'Ida Norrgard', team: null, period: Q4, amount: eur(15_000_000) },
      { person: null, team: 'North', period: Q4, amount: eur(40_000_050) },
      { person: null, team: null, period: { from: '2026-01-01', to: '2026-12-31' }, amount: eur(100_000_000) },
    ]);
    expect(settingsProblem({ ...DEFAULT_SETTINGS, goals })).toBeNull();
  });

  test('what could be a thousand or a decimal is what the language writes, and is refused where that makes no money', async () => {
    const read = (paster: typeof english) => readPastedGoals('Ida Norrgard;150.000;Q4 2026', { ...paster, ...goalsBy });
    expect((await read(german)).goals.map(({ amount }) => amount)).toEqual([eur(15_000_000)]);
    expect((await read(english)).refused).toHaveLength(1);
  });

  test('with headers, a currency, and two days in the order of the language', async () => {
    const text = 'Verkäufer;Ziel;Währung;von;bis\nTomas Veld;120.500,50;CHF;01.02.2026;31.03.2026';
    const { goals } = await readPastedGoals(text, { ...german, ...goalsBy });
    expect(goals).toEqual([
      {
        person: 'Tomas Veld',
        team: null,
        period: { from: '2026-02-01', to: '2026-03-31' },
        amount: { minor: 12_050_050, currency: 'CHF', halfStep: 0 },
      },
    ]);
  });

  test('what cannot be read is given back with its reason, and takes nothing with it', async () => {
    const text = 'Ida;1,000;Q4 2026\nTom;;Q4 2026\nMara;5,000;soon\nPia;7,000;Q1 2027';
    const { goals, refused } = await readPastedGoals(text, { ...english, ...goalsBy });
    expect(goals.map(({ person }) => person)).toEqual(['Ida', 'Pia']);
    expect(refused).toEqual([
      { line: 'Tom;;Q4 2026', reason: 'It has no figure.' },
      { line: 'Mara;5,000;soon', reason: 'Its figure or its period could not be made out.' },
    ]);
    expect((await readPastedGoals('Dear all', { ...english, ...goalsBy })).refused).toHaveLength(1);
  });

  test('property: any text gives goals that can be kept, or refusals, and never throws', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80, unit: 'grapheme' }), async (text) => {
        const { goals } = await readPastedGoals(text, { ...english, ...goalsBy });
        expect(settingsProblem({ ...DEFAULT_SETTINGS, goals })).toBeNull();
      }),
      { numRuns: 60 },
    ));
});

describe('holidays', () => {
  test('days and ranges, with words before or behind, as the language orders them', () => {
    const text =
      '25.12.2026 Erster Weihnachtstag\n2026-12-29 – 2026-12-31\nNeujahr; 01.01.2027\n3. Oktober 2026\nferner';
    expect(readPastedDays(text, german)).toEqual({
      days: ['2026-10-03', '2026-12-25', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01'],
      refused: [{ line: 'ferner', reason: 'No day could be made out.' }],
    });
    expect(readPastedDays('07/04/2026', english).days).toEqual(['2026-07-04']);
    expect(readPastedDays('2026-12-31 - 2026-12-24\n2026-01-01 to 2026-12-31', english).refused).toHaveLength(2);
  });

  test('a calendar file: whole days, an end that is the day after, folded lines; events with a time are none', () => {
    const file = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT\r\nSUMMARY:Two da\r\n ys\r\nDTSTART;VALUE=DA\r\n TE:20261224\r\nDTEND;VALUE=DATE:20261226\r\nEND:VEVENT',
      'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270501\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT',
      'BEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:20261224T090000\r\nEND:VEVENT',
      'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261399\r\nEND:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    expect(readCalendarDays(file)).toEqual({
      days: ['2026-12-24', '2026-12-25', '2027-05-01'],
      timed: 1,
      repeating: 1,
      unread: 1,
    });
    expect(readCalendarDays('{"days": []}')).toBeNull();
  });

  test('property: whatever is pasted, each day is one', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (text) =>
        readPastedDays(text, english).days.every(isDay),
      ),
    ));
});

describe('rates', () => {
  test('two currencies, a rate, a day; home and today where they are left out', () => {
    const text = 'USD\tEUR\t0.92\t2026-10-01\nGBP 1.19\nUS Dollar;Swiss Franc;0.88;10/03/2026\nUSD EUR\nEUR 3';
    const { rates, refused } = readPastedRates(text, 'EUR', english);
    expect(rates).toEqual([
      { from: 'USD', to: 'EUR', rate: 0.92, on: '2026-10-01' },
      { from: 'GBP', to: 'EUR', rate: 1.19, on: '2026-11-20' },
      { from: 'USD', to: 'CHF', rate: 0.88, on: '2026-10-03' },
    ]);
    expect(refused.map(({ reason }) => reason)).toEqual([
      'No rate could be made out.',
      'Both currencies are the same.',
    ]);
    expect(readPastedRates('USD EUR 0,92 01.10.2026', null, german).rates[0]).toMatchObject({ rate: 0.92 });
    expect(settingsProblem({ ...DEFAULT_SETTINGS, rates })).toBeNull();
  });
});
