import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DueStep } from '../../../lib/coaching/reminders/due-steps.ts';
import { planReminders, type ReminderPlan } from '../../../lib/coaching/reminders/reminder-plan.ts';
import { dayInZone, type Instant, isWorkday, MONDAY_TO_FRIDAY, type WorkCalendar } from '../../../lib/deal/day.ts';
import { clockTime, momentOn, onAnotherDay } from '../../../lib/deal/local-time.ts';
import { EMPTY_LOG, type ReminderLog, type ReminderSettings } from '../../../lib/deal/reminder.ts';
import { SETTINGS, step } from './make-step.ts';

const at = (wall: string, timeZone = 'UTC') => momentOn(wall.slice(0, 10), wall.slice(11), timeZone);

type World = {
  steps: readonly DueStep[];
  timeZone?: string;
  settings?: Partial<ReminderSettings>;
  calendar?: WorkCalendar;
  log?: ReminderLog;
};

/** What each wake shows, the log handed on from one to the next. */
function wakes(moments: readonly Instant[], world: World): ReminderPlan[] {
  let log = world.log ?? EMPTY_LOG;
  return moments.map((asOf) => {
    const plan = planReminders({
      steps: world.steps,
      settings: { ...SETTINGS, ...world.settings },
      calendar: world.calendar ?? MONDAY_TO_FRIDAY,
      log,
      moment: { asOf, knownAt: asOf, timeZone: world.timeZone ?? 'UTC' },
    });
    log = plan.log;
    return plan;
  });
}

const shownAs = (plans: readonly ReminderPlan[]) =>
  plans.map(({ digest, alarms }) => (digest ? 'digest' : alarms.length > 0 ? 'alarm' : '-'));

// 2026-11-23 is a Monday.
describe('the digest', () => {
  const steps = [step('2026-11-23')];

  it('shows once on a working day, at its time or at the first wake after it', () => {
    const moments = [
      '2026-11-23T08:00',
      '2026-11-23T08:30',
      '2026-11-23T09:00',
      '2026-11-23T17:00',
      '2026-11-24T11:12',
    ];
    expect(
      shownAs(
        wakes(
          moments.map((wall) => at(wall)),
          { steps },
        ),
      ),
    ).toEqual(['-', 'digest', '-', '-', 'digest']);
  });

  it('shows nothing where no step is due, and comes later that day once one is', () => {
    const [morning] = wakes([at('2026-11-20T09:00')], { steps });
    expect(morning).toMatchObject({ digest: null, badge: 0, log: { digest: null } });
    const [later] = wakes([at('2026-11-20T12:00')], { steps: [step('2026-11-20')], log: morning?.log ?? EMPTY_LOG });
    expect(later?.digest).toHaveLength(1);
  });

  it('is one after three weeks closed, however much came due', () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      step(`2026-11-${String(n + 1).padStart(2, '0')}`, {
        key: `p${n}`,
        remindAt: at(`2026-11-${String(n + 1).padStart(2, '0')}T10:00`),
      }),
    );
    const moments = ['2026-11-02T09:00', '2026-11-23T10:30', '2026-11-23T10:31', '2026-11-23T11:00'].map((wall) =>
      at(wall),
    );
    const plans = wakes(moments, { steps: many });
    expect(shownAs(plans)).toEqual(['digest', 'digest', '-', '-']);
    expect(plans[1]?.digest).toHaveLength(23);
  });

  it('stays away on days off, on holidays and in quiet hours', () => {
    const holiday = { ...MONDAY_TO_FRIDAY, holidays: ['2026-11-23'] };
    expect(shownAs(wakes([at('2026-11-21T09:00'), at('2026-11-22T09:00')], { steps: [step('2026-11-20')] }))).toEqual([
      '-',
      '-',
    ]);
    expect(shownAs(wakes([at('2026-11-23T09:00'), at('2026-11-24T09:00')], { steps, calendar: holiday }))).toEqual([
      '-',
      'digest',
    ]);
    const settings = { digestAt: '06:00', quietFrom: '22:00', quietTo: '07:15' };
    const moments = ['2026-11-23T05:00', '2026-11-23T06:00', '2026-11-23T07:14', '2026-11-23T07:15'].map((wall) =>
      at(wall),
    );
    expect(shownAs(wakes(moments, { steps, settings }))).toEqual(['-', '-', '-', 'digest']);
  });

  it('works through the week of a calendar that begins on Sunday', () => {
    const calendar = { workdays: [7, 1, 2, 3, 4], holidays: [] };
    const moments = ['2026-11-20T09:00', '2026-11-21T09:00', '2026-11-22T09:00'].map((wall) => at(wall));
    expect(shownAs(wakes(moments, { steps: [step('2026-11-20')], calendar }))).toEqual(['-', '-', 'digest']);
  });

  it('does not repeat when the clock is set back, nor wait for a year when it ran ahead', () => {
    const moments = [
      '2026-11-24T08:40',
      '2026-11-24T08:10',
      '2026-11-24T08:35',
      '2026-11-23T09:00',
      '2026-11-24T09:00',
      '2026-11-25T09:00',
    ];
    expect(
      shownAs(
        wakes(
          moments.map((wall) => at(wall)),
          { steps },
        ),
      ),
    ).toEqual(['digest', '-', '-', '-', '-', 'digest']);
    const wrong = { ...EMPTY_LOG, digest: { on: '2027-11-24', at: at('2027-11-24T09:00') } };
    expect(shownAs(wakes([at('2026-11-24T09:00'), at('2026-11-24T10:00')], { steps, log: wrong }))).toEqual([
      'digest',
      '-',
    ]);
  });

  it('is neither repeated nor lost by travelling', () => {
    const fly = (legs: readonly [wall: string, zone: string][]) => {
      let log = EMPTY_LOG;
      return legs.map(([wall, timeZone]) => {
        const [plan] = wakes([at(wall, timeZone)], { steps, timeZone, log });
        log = plan?.log ?? log;
        return plan?.digest ? 'digest' : '-';
      });
    };
    // Westward on one day, eastward over night, and over the date line both ways.
    expect(
      fly([
        ['2026-11-24T08:30', 'America/New_York'],
        ['2026-11-24T08:30', 'America/Los_Angeles'],
        ['2026-11-25T08:30', 'America/Los_Angeles'],
      ]),
    ).toEqual(['digest', '-', 'digest']);
    expect(
      fly([
        ['2026-11-24T08:30', 'Europe/London'],
        ['2026-11-25T08:30', 'Asia/Kolkata'],
      ]),
    ).toEqual(['digest', 'digest']);
    expect(
      fly([
        ['2026-11-26T08:30', 'Pacific/Apia'],
        ['2026-11-25T09:30', 'Pacific/Honolulu'],
        ['2026-11-26T08:30', 'Pacific/Honolulu'],
      ]),
    ).toEqual(['digest', '-', 'digest']);
    expect(
      fly([
        ['2026-11-25T08:30', 'Pacific/Honolulu'],
        ['2026-11-26T08:30', 'Pacific/Apia'],
      ]),
    ).toEqual(['digest', 'digest']);
  });
});

describe('alarms', () => {
  const set = (wall: string, more: Partial<DueStep> = {}) => step(wall.slice(0, 10), { remindAt: at(wall), ...more });

  it('ring once, at their time or after sleeping over it, and again at another time', () => {
    const log = { ...EMPTY_LOG, digest: { on: '2026-11-24', at: at('2026-11-24T08:30') } };
    const moments = ['2026-11-24T13:59', '2026-11-24T15:20', '2026-11-24T15:21', '2026-11-24T14:30'].map((wall) =>
      at(wall),
    );
    const plans = wakes(moments, { steps: [set('2026-11-24T14:00')], log });
    expect(shownAs(plans)).toEqual(['-', 'alarm', '-', '-']);
    const again = wakes([at('2026-11-24T16:00')], { steps: [set('2026-11-24T15:30')], log: plans.at(-1)?.log ?? log });
    expect(shownAs(again)).toEqual(['alarm']);
  });

  it('that came due together ring as one, and with the digest they stand in it', () => {
    const steps = [set('2026-11-24T14:00'), set('2026-11-24T14:10', { key: 'p2' })];
    const settings = { digest: false };
    expect(wakes([at('2026-11-24T15:00')], { steps, settings })[0]?.alarms).toHaveLength(2);
    const [plan, next] = wakes([at('2026-11-25T09:00'), at('2026-11-25T09:01')], { steps });
    expect([plan?.digest?.length, plan?.alarms, next?.alarms]).toEqual([2, [], []]);
  });

  it('wait out quiet hours and days off', () => {
    const evening = [set('2026-11-27T21:00')];
    const moments = ['2026-11-27T21:00', '2026-11-28T12:00', '2026-11-30T07:00', '2026-11-30T08:00'].map((wall) =>
      at(wall),
    );
    expect(shownAs(wakes(moments, { steps: evening }))).toEqual(['-', '-', '-', 'alarm']);
  });

  it('stay silent, and are not taken for shown, without the word of the user', () => {
    const steps = [set('2026-11-24T14:00')];
    const [silent] = wakes([at('2026-11-24T15:00')], { steps, settings: { notifications: false } });
    expect(silent).toMatchObject({ digest: null, alarms: [], badge: 1, log: EMPTY_LOG });
  });

  it('of a step that was put off ring on the day it comes back', () => {
    const log = { ...EMPTY_LOG, quiet: { p1: '2026-11-25' } };
    const plans = wakes([at('2026-11-24T14:00'), at('2026-11-25T08:00')], { steps: [set('2026-11-24T14:00')], log });
    expect(shownAs(plans)).toEqual(['-', 'alarm']);
    expect(plans[0]?.badge).toBe(0);
    expect(plans[1]?.log.quiet).toEqual({});
  });

  it('keep their time of day when their day moves, over the change to winter time too', () => {
    const berlin = 'Europe/Berlin';
    const moved = onAnotherDay(at('2026-10-23T14:00', berlin), '2026-10-26', berlin);
    expect([dayInZone(moved, berlin), clockTime(moved, berlin)]).toEqual(['2026-10-26', '14:00']);
  });
});

describe('the badge', () => {
  it('counts what is due from the start of the working day on, and nothing on days off', () => {
    const steps = [step('2026-11-24'), step('2026-11-20', { key: 'p2' }), step('2026-11-26', { key: 'p3' })];
    const moments = [
      '2026-11-24T08:29',
      '2026-11-24T08:30',
      '2026-11-24T23:59',
      '2026-11-25T00:01',
      '2026-11-28T12:00',
    ];
    expect(
      wakes(
        moments.map((wall) => at(wall)),
        { steps },
      ).map(({ badge }) => badge),
    ).toEqual([0, 2, 2, 0, 0]);
  });
});

describe('zones', () => {
  it.each(['Pacific/Apia', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Los_Angeles', 'UTC'])(
    'in %s the morning is the wall clock’s',
    (timeZone) => {
      const steps = [step('2026-11-24', {}, timeZone)];
      const moments = ['2026-11-24T08:29', '2026-11-24T08:30', '2026-11-24T09:30'].map((wall) => at(wall, timeZone));
      expect(shownAs(wakes(moments, { steps, timeZone }))).toEqual(['-', 'digest', '-']);
      expect(steps[0]?.dueAt).toBe(at('2026-11-24T08:30', timeZone));
    },
  );

  it('a time that summer time leaves out comes right after the gap, half an hour of it on Lord Howe', () => {
    const calendar = { workdays: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
    // Both are Sundays: 29 March 2026 from 2:00 to 3:00, 4 October 2026 from 2:00 to 2:30.
    for (const [timeZone, day, gap, after] of [
      ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T03:00'],
      ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-04T02:30'],
    ] as const) {
      const settings = { quietFrom: '20:00', quietTo: gap, digestAt: '01:00' };
      const end = at(after, timeZone);
      const plans = wakes([end - 60_000, end], { steps: [step(day)], timeZone, settings, calendar });
      expect(shownAs(plans)).toEqual(['-', 'digest']);
      // The browser is asked to wake us then at the latest.
      expect(plans[0]?.wakeAt).toBeLessThanOrEqual(end + 30 * 60_000);
    }
  });

  it('an hour that comes twice has one digest', () => {
    const timeZone = 'Europe/Berlin';
    const settings = { digestAt: '02:30', quietFrom: '00:00', quietTo: '00:00' };
    const calendar = { workdays: [7], holidays: [] };
    const first = at('2026-10-25T02:30', timeZone);
    const plans = wakes([first, first + 3_600_000], { steps: [step('2026-10-25')], timeZone, settings, calendar });
    expect(shownAs(plans)).toEqual(['digest', '-']);
  });
});

const ZONES = ['UTC', 'Pacific/Apia', 'America/St_Johns', 'Australia/Lord_Howe', 'Europe/Berlin', 'America/Sao_Paulo'];
const YEAR = { min: Date.UTC(2026, 0, 5), max: Date.UTC(2026, 11, 20) };
const clock = fc
  .nat(24 * 60 - 1)
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
const world = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  settings: fc.record({ digestAt: clock, quietFrom: clock, quietTo: clock, morning: clock, digest: fc.boolean() }),
  alarms: fc.array(fc.integer(YEAR), { maxLength: 6 }),
  start: fc.integer(YEAR),
  // Mostly onwards, from minutes to weeks; sometimes the clock is set back by less than two days.
  leaps: fc.array(
    fc.oneof(
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: -1400, max: 3000 }),
      fc.integer({ min: 0, max: 40_000 }),
    ),
    { minLength: 1, maxLength: 60 },
  ),
});

it('whatever the wakes: one digest a working day at most, no alarm twice, nothing in quiet hours or on days off', () => {
  fc.assert(
    fc.property(world, ({ timeZone, settings, alarms, start, leaps }) => {
      const steps = alarms.map((remindAt, n) => step(dayInZone(remindAt, timeZone), { key: `p${n}`, remindAt }));
      steps.push(step('2026-01-02', { key: 'old' }));
      let now = start;
      let furthest = start;
      const moments = leaps.map((minutes) => {
        now = Math.max(now + minutes * 60_000, furthest - 47 * 3_600_000);
        furthest = Math.max(furthest, now);
        return now;
      });
      const plans = wakes(moments, { steps, timeZone, settings });
      const days: string[] = [];
      const rung: string[] = [];
      plans.forEach(({ digest, alarms: ringing, wakeAt }, n) => {
        const moment = moments[n] ?? 0;
        expect(wakeAt).toBeGreaterThan(moment);
        if (digest) days.push(dayInZone(moment, timeZone));
        rung.push(...ringing.map(({ key }) => key));
        if (!digest && ringing.length === 0) return;
        expect(isWorkday(dayInZone(moment, timeZone), MONDAY_TO_FRIDAY)).toBe(true);
        const wall = clockTime(moment, timeZone);
        const { quietFrom: from, quietTo: to } = settings;
        expect(from <= to ? wall < from || wall >= to : wall < from && wall >= to).toBe(true);
      });
      expect(days).toEqual([...new Set(days)]);
      expect(rung).toEqual([...new Set(rung)]);
    }),
    { numRuns: 300 },
  );
});

it('woken when it asks to be, it is late for nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.integer(YEAR), (timeZone, start) => {
      const day = dayInZone(start + 30 * 3_600_000, timeZone);
      const alarm = momentOn(day, '14:05', timeZone);
      const steps = [step(day, { remindAt: alarm }, timeZone)];
      const calendar = { workdays: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
      const shown: Instant[] = [];
      let log = EMPTY_LOG;
      for (let now = start; now <= alarm; ) {
        const [plan] = wakes([now], { steps, timeZone, calendar, log });
        if (!plan) break;
        log = plan.log;
        if (plan.digest || plan.alarms.length > 0) shown.push(now);
        now = plan.wakeAt;
      }
      expect(shown).toEqual([momentOn(day, SETTINGS.digestAt, timeZone), alarm]);
    }),
    { numRuns: 100 },
  );
});
