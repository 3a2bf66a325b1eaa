import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../lib/deal/day.ts';
import type { DealHistory } from '../../../lib/history/types.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings.ts';
import { buildPeople, type Measured } from '../../../lib/team/people/build-people.ts';
import { concentrationOf } from '../../../lib/team/people/concentration.ts';
import { teamAt } from '../../../lib/team/team-deals.ts';
import { at, historyOf, type Look, moment, stage, usd } from '../../coaching/make-history.ts';

/** Friday evenings from 4 September on, and looks at noon of the same days. */
const FRIDAYS: Day[] = Array.from({ length: 12 }, (_, week) => addDays('2026-09-04', 7 * week));
const ENDS = FRIDAYS.map((day) => at(day, 18));
const NOW = moment('2026-11-20', 18);

type Week = Partial<Look>;

/** One deal: what each Friday's list said of it; undefined: it was not in the list. */
function deal(id: string, owner: string, weeks: (Week | undefined)[]): DealHistory {
  const looks = weeks.flatMap((said, week) => {
    const on = FRIDAYS[week];
    return said && on ? [{ owner, stage: stage('Discovery'), createdOn: '2026-08-28', ...said, on, hour: 12 }] : [];
  });
  return historyOf(looks as Look[], { id });
}

const figures = (histories: DealHistory[], ends = ENDS) =>
  buildPeople(teamAt(histories, NOW, DEFAULT_SETTINGS), histories, ends);
const measure = (built: ReturnType<typeof figures>, person: string, name: Measured['measure']) =>
  built.people.find((one) => one.person === person)?.measures.find((one) => one.measure === name);

/** So many deals that all went the same way. */
const many = (count: number, owner: string, weeks: (Week | undefined)[]) =>
  Array.from({ length: count }, (_, at) => deal(`${owner}-${weeks.length}-${at}`, owner, weeks));

const standing: Week = { closeDate: '2026-12-18', nextStep: 'Demo', nextStepDue: '2026-12-01', amount: usd(9_000) };
const won: Week = { ...standing, stage: stage('Closed Won') };
const lost: Week = { ...standing, stage: stage('Closed Lost') };
const pushed: Week[] = FRIDAYS.map((_, week) => ({ ...standing, closeDate: addDays('2026-12-18', 30 * week) }));

describe('a person against what is usual', () => {
  const histories = [
    ...many(12, 'Ida', [standing, standing, standing, won]),
    ...many(10, 'Tom', [standing, standing, lost]),
    ...many(3, 'Kim', [standing, won]),
    ...many(8, 'Tom', pushed),
  ];
  const built = figures(histories);

  it('counts ends, stages left and dates from weekly states', () => {
    expect(measure(built, 'Ida', 'won')).toMatchObject({ of: 12, than: 'above' });
    expect(measure(built, 'Tom', 'won')).toMatchObject({ of: 10, than: 'below' });
    expect(measure(built, 'Ida', 'date-stands')).toMatchObject({ of: 12 });
    expect(measure(built, 'Tom', 'date-stands')).toMatchObject({ of: 18 });
    // Eight of Tom's eighteen never stood for a week.
    expect(measure(built, 'Tom', 'date-stands')?.interval.high).toBeLessThan(0.8);
    expect(measure(built, 'Ida', 'date-stands')?.interval.low).toBeGreaterThan(0.6);
    expect(measure(built, 'Ida', 'early-on')?.interval.estimate).toBeGreaterThan(0.75);
    expect(built.usual.won?.estimate).toBeGreaterThan(0.3);
  });

  it('has too little to say of three deals, and says the deals behind each figure', () => {
    expect(measure(built, 'Kim', 'won')).toMatchObject({ of: 3, than: 'too-few' });
    expect(measure(built, 'Ida', 'won')?.deals).toHaveLength(12);
  });

  it('stands in roster order and has no figure that ranks', () => {
    expect(built.people.map(({ person }) => person)).toEqual(['Ida', 'Kim', 'Tom']);
    expect(Object.keys(built.people[0] ?? {})).toEqual(['person', 'measures', 'open', 'signals']);
  });

  it('compares nobody before five complete weeks', () => {
    const early = figures(histories, ENDS.slice(0, 4));
    expect(early).toMatchObject({ compares: false, weeks: 4 });
    expect(early.people.every(({ measures }) => measures.length === 0)).toBe(true);
  });
});

it('takes no stand on a week in which an open deal was not seen', () => {
  const unseen = many(6, 'Ida', [standing, undefined, undefined, { ...standing, closeDate: '2027-02-01' }, standing]);
  expect(measure(figures(unseen), 'Ida', 'date-stands')).toMatchObject({ of: 6 });
  const [pair] = [measure(figures(unseen), 'Ida', 'date-stands')];
  // Only the last two Fridays follow each other: the date stood there.
  expect(pair?.interval.estimate).toBeGreaterThan(0.7);
});

it('looks between two Fridays change no figure, however many and whatever they showed', () => {
  const dates = fc.array(fc.constantFrom('2026-12-18', '2027-01-18', '2027-03-18'), { minLength: 6, maxLength: 12 });
  const between = fc.array(
    fc.record({
      week: fc.nat(10),
      day: fc.integer({ min: 1, max: 6 }),
      date: fc.constantFrom('2026-12-24', '2027-05-05'),
    }),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(fc.array(dates, { minLength: 5, maxLength: 7 }), between, (deals, extra) => {
      const weekly = deals.map((weeks, id) =>
        deal(
          `d${id}`,
          'Ida',
          weeks.map((closeDate) => ({ ...standing, closeDate })),
        ),
      );
      const daily = deals.map((weeks, id) => {
        const looks: Look[] = weeks.map((closeDate, week) => ({
          owner: 'Ida',
          ...standing,
          stage: stage('Discovery'),
          createdOn: '2026-08-28',
          closeDate,
          on: FRIDAYS[week] ?? '',
          hour: 12,
        }));
        for (const { week, day, date } of extra)
          if (week + 1 < weeks.length)
            looks.push({ owner: 'Ida', ...standing, closeDate: date, on: addDays(FRIDAYS[week] ?? '', day) });
        return historyOf(
          looks.toSorted((a, b) => at(a.on, a.hour) - at(b.on, b.hour)),
          { id: `d${id}` },
        );
      });
      expect(figures(daily).people[0]?.measures).toEqual(figures(weekly).people[0]?.measures);
    }),
    { numRuns: 25 },
  );
});

it('says how much hangs on the largest deals and on one person, currency by currency', () => {
  const open = (id: string, owner: string, amount: Look['amount']) => deal(id, owner, [{ ...standing, amount }]);
  const histories = [
    open('a', 'Ida', usd(60_000)),
    open('b', 'Tom', usd(20_000)),
    open('c', 'Tom', usd(10_000)),
    open('d', 'Tom', usd(10_000)),
    open('e', 'Kim', { minor: 500_000, currency: 'EUR', halfStep: 0 }),
  ];
  const team = teamAt(histories, NOW, DEFAULT_SETTINGS);
  expect(concentrationOf(team.deals, team)).toEqual([
    {
      currency: 'USD',
      deals: 4,
      top: [
        { deals: ['a'], share: 0.6 },
        { deals: ['a', 'b', 'c'], share: 0.9 },
      ],
      person: { name: 'Ida', share: 0.6 },
    },
    { currency: 'EUR', deals: 1, top: [{ deals: ['e'], share: 1 }], person: { name: 'Kim', share: 1 } },
  ]);
});
