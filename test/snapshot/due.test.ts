import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkdays,
  type Day,
  dayInZone,
  daysBetween,
  MONDAY_TO_FRIDAY,
  weekday,
} from '../../lib/deal/day.ts';
import { momentOn } from '../../lib/deal/local-time.ts';
import { quarterOf } from '../../lib/deal/quarter.ts';
import { weekOf } from '../../lib/deal/week.ts';
import { toFreeze } from '../../lib/snapshot/auto-freeze.ts';
import { type DueInput, draftWeek, openWeeks } from '../../lib/snapshot/due.ts';

const BERLIN = 'Europe/Berlin';
const at = (day: Day, time = '12:00', zone = BERLIN) => momentOn(day, time, zone);

const input = (now: number, part: Partial<DueInput> = {}): DueInput => ({
  ...{ now, heads: [], timeZone: BERLIN, firstSeen: at('2026-11-03') },
  settings: { weekStart: 1, calendar: MONDAY_TO_FRIDAY },
  ...part,
});

describe('a week from Monday', () => {
  const draftOn = (now: number) => draftWeek(input(now))?.week.from ?? null;

  it('has its draft ready from Friday morning until the second working day after it', () => {
    expect(draftOn(at('2026-11-05', '23:59'))).toBeNull();
    expect(draftOn(at('2026-11-06', '00:00'))).toBe('2026-11-02');
    expect(draftOn(at('2026-11-10', '23:59'))).toBe('2026-11-02');
    expect(draftOn(at('2026-11-11', '00:00'))).toBeNull();
  });

  it('is frozen as of now while it runs, and as of its end after it', () => {
    const friday = at('2026-11-06', '15:00');
    expect(draftWeek(input(friday))).toMatchObject({ asOf: friday, knownAt: friday });
    const monday = at('2026-11-09', '09:00');
    expect(draftWeek(input(monday))).toMatchObject({ asOf: at('2026-11-09', '00:00') - 1, knownAt: monday });
    expect(dayInZone(draftWeek(input(monday))?.asOf ?? 0, BERLIN)).toBe('2026-11-08');
  });

  it('freezes by itself only once its time is over, as of its end whenever that is found out', () => {
    const looks = [at('2026-11-03')];
    expect(toFreeze({ ...input(at('2026-11-10', '23:59')), looks })).toEqual([]);
    const end = at('2026-11-09', '00:00') - 1;
    const fallen = { week: { from: '2026-11-02', to: '2026-11-08' }, asOf: end, knownAt: end };
    expect(toFreeze({ ...input(at('2026-11-11', '00:00')), looks })).toEqual([fallen]);
    expect(toFreeze({ ...input(at('2026-12-02')), looks })).toEqual([fallen]);
  });

  it('in which nothing was seen gets none, and the browser that was closed for three weeks goes on from where it was', () => {
    const now = at('2026-12-04');
    const looks = [at('2026-11-03'), at('2026-11-12'), at('2026-12-03')];
    expect(toFreeze({ ...input(now), looks }).map(({ week }) => week.from)).toEqual(['2026-11-02', '2026-11-09']);
    expect(draftWeek(input(now))?.week).toEqual({ from: '2026-11-30', to: '2026-12-06' });
  });

  it('is never one before the first look, nor is any of a browser that saw nothing', () => {
    expect(openWeeks(input(at('2026-12-04'), { firstSeen: at('2026-11-26') })).map(({ week }) => week.from)).toEqual([
      '2026-11-23',
      '2026-11-30',
    ]);
    expect(openWeeks(input(at('2026-12-04'), { firstSeen: null }))).toEqual([]);
  });

  it('of a quarter back is the last that is frozen by itself', () => {
    const looks = Array.from({ length: 60 }, (_, week) => at('2026-11-03') + week * 7 * 86_400_000);
    const fallen = toFreeze({ ...input(looks.at(-1) ?? 0), looks });
    expect(fallen).toHaveLength(13);
    expect(fallen.at(-1)?.week.to).toBe('2027-12-12');
  });
});

describe('the last working day', () => {
  const readyOn = (part: Partial<DueInput['settings']>) => {
    const settings = { weekStart: 1, calendar: MONDAY_TO_FRIDAY, ...part };
    const [due] = openWeeks(input(at('2026-11-30'), { settings }));
    return due && [due.readyAt, due.fallsAt].map((moment) => dayInZone(moment, BERLIN));
  };

  it('is that of the calendar, holidays among it', () => {
    expect(readyOn({})).toEqual(['2026-11-06', '2026-11-11']);
    expect(readyOn({ calendar: { workdays: [1, 2, 3, 4, 5], holidays: ['2026-11-06', '2026-11-10'] } })).toEqual([
      '2026-11-05',
      '2026-11-12',
    ]);
    expect(readyOn({ weekStart: 7, calendar: { workdays: [7, 1, 2, 3, 4], holidays: [] } })).toEqual([
      '2026-11-05',
      '2026-11-10',
    ]);
    expect(readyOn({ weekStart: 6, calendar: { workdays: [6, 7, 1, 2, 3], holidays: [] } })).toEqual([
      '2026-11-04',
      '2026-11-09',
    ]);
  });

  it('of the next week ends the grace where that comes first, and a week without one is over on its last day', () => {
    expect(readyOn({ calendar: { workdays: [1], holidays: [] } })).toEqual(['2026-11-02', '2026-11-09']);
    expect(readyOn({ calendar: { workdays: [], holidays: [] } })).toEqual(['2026-11-08', '2026-11-11']);
  });
});

describe('the edges of weeks', () => {
  it('follow the clock on the wall through the changes to and from daylight saving', () => {
    const length = (from: Day, zone: string) => {
      const firstSeen = at(from, '12:00', zone);
      const [one, two] = openWeeks(input(at(addDays(from, 13), '23:00', zone), { firstSeen, timeZone: zone }));
      return ((two?.endsAt ?? 0) - (one?.endsAt ?? 0)) / 3_600_000;
    };
    expect(length('2026-10-12', BERLIN)).toBe(169);
    expect(length('2026-03-16', BERLIN)).toBe(167);
    expect(length('2026-10-19', 'America/New_York')).toBe(169);
    expect(length('2026-06-01', 'Asia/Kathmandu')).toBe(168);
    expect(length('2026-03-30', 'Australia/Lord_Howe')).toBe(168);
    expect(length('2026-03-23', 'Australia/Lord_Howe')).toBe(168.5);
  });

  it('lie over the end of a year, and the end of a week lies in the quarter of its last day', () => {
    const [due] = openWeeks(input(at('2027-01-01'), { firstSeen: at('2026-12-29') }));
    expect(due?.week).toEqual({ from: '2026-12-28', to: '2027-01-03' });
    // A fiscal year from February: the week of 25 January ends with its last quarter.
    const [last] = openWeeks(input(at('2027-01-31'), { firstSeen: at('2027-01-26') }));
    expect(quarterOf(dayInZone(last?.endsAt ?? 0, BERLIN), 2).to).toBe('2027-01-31');
  });

  it('that are moved by a setting leave no day out and count none twice', () => {
    const heads = [{ from: '2026-11-02', to: '2026-11-08', asOf: at('2026-11-09', '00:00') - 1 }];
    const nextFrom = (weekStart: number) =>
      openWeeks(input(at('2026-11-20'), { heads, settings: { weekStart, calendar: MONDAY_TO_FRIDAY } }))[0]?.week;
    expect(nextFrom(7)).toEqual({ from: '2026-11-09', to: '2026-11-14' });
    expect(nextFrom(6)).toEqual({ from: '2026-11-09', to: '2026-11-13' });
    expect(nextFrom(3)).toEqual({ from: '2026-11-09', to: '2026-11-17' });
  });
});

/** A year of somebody who travels, whose browser is now open and now closed, who freezes or lets it be. */
describe('whatever the user does', () => {
  const ZONES = [
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    BERLIN,
    'America/St_Johns',
    'Asia/Kathmandu',
    'Africa/Cairo',
  ];
  const visit = fc.record({
    hours: fc.integer({ min: 1, max: 24 * 12 }),
    zone: fc.constantFrom(...ZONES),
    clicks: fc.boolean(),
    looks: fc.boolean(),
    weekStart: fc.option(fc.constantFrom(1, 6, 7), { freq: 12 }),
  });
  const calendar = fc.record({
    workdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    holidays: fc.array(
      fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-05', days)),
      { maxLength: 12 },
    ),
  });

  it('weeks do not overlap, none that was looked at is left out, and each ends after the one before', () => {
    fc.assert(
      fc.property(fc.array(visit, { minLength: 10, maxLength: 60 }), calendar, (visits, calendar) => {
        let now = at('2026-01-07');
        let weekStart = 1;
        const firstSeen = now;
        const looks = [now];
        const heads: { from: Day; to: Day; asOf: number; zone: string; auto: boolean }[] = [];
        for (const { hours, zone, clicks, looks: sees, weekStart: other } of visits) {
          now += hours * 3_600_000;
          weekStart = other ?? weekStart;
          const settings = { weekStart, calendar };
          const known = () => ({ now, heads, settings, timeZone: zone, firstSeen });
          for (const { week, asOf, knownAt } of toFreeze({ ...known(), looks })) {
            expect(knownAt).toBe(asOf);
            expect(asOf).toBeLessThan(now);
            heads.push({ ...week, asOf, zone, auto: true });
          }
          expect(toFreeze({ ...known(), looks })).toEqual([]);
          const draft = draftWeek(known());
          if (draft && clicks) heads.push({ ...draft.week, asOf: draft.asOf, zone, auto: false });
          if (draft && clicks) expect(draftWeek(known())?.week.from).not.toBe(draft.week.from);
          if (sees) looks.push(now);
        }
        heads.forEach((head, index) => {
          const before = heads[index - 1];
          expect(dayInZone(head.asOf, head.zone) <= head.to).toBe(true);
          expect(dayInZone(head.asOf, head.zone) >= head.from || !head.auto).toBe(true);
          expect(head.asOf).toBeGreaterThanOrEqual(firstSeen);
          const days = daysBetween(head.from, head.to) + 1;
          expect(days >= 4 && days <= 10).toBe(true);
          if (!before) return;
          expect(head.asOf).toBeGreaterThan(before.asOf);
          expect(head.from > before.to).toBe(true);
          const begins = at(head.from, '00:00', head.zone);
          expect(
            looks.filter((look) => look > before.asOf && look < begins && head.from > addDays(before.to, 1)),
          ).toEqual([]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('a week that falls is the same whenever that is found out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.constantFrom(1, 6, 7),
        calendar,
        fc.nat(400),
        (zone, weekStart, calendar, days) => {
          const day = addDays('2026-01-05', days);
          const look = at(day, '12:00', zone);
          const known = {
            heads: [],
            settings: { weekStart, calendar },
            timeZone: zone,
            firstSeen: look,
            looks: [look],
          };
          const week = weekOf(day, weekStart);
          const late = addDays(addWorkdays(week.to, 2, calendar), 1);
          const [soon, later] = [at(late, '00:00', zone), at(addDays(late, 30), '00:00', zone)];
          const expected = toFreeze({ ...known, now: soon });
          expect(expected.map((fallen) => fallen.week)).toEqual([week]);
          expect(dayInZone(expected[0]?.asOf ?? 0, zone)).toBe(week.to);
          expect(dayInZone((expected[0]?.asOf ?? 0) + 1, zone)).toBe(addDays(week.to, 1));
          expect(toFreeze({ ...known, now: later })).toEqual(expected);
          expect(weekday(week.from)).toBe(weekStart);
        },
      ),
    );
  });

  it('a clock that once ran years ahead is in nobody’s way', () => {
    const heads = [{ from: '2030-01-07', to: '2030-01-13', asOf: at('2030-01-13') }];
    expect(draftWeek(input(at('2026-11-06'), { heads }))?.week.from).toBe('2026-11-02');
  });
});
