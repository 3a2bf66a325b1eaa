import { describe, expect, it } from 'vitest';
import { dayInZone, daysBetween, weekday } from '../../lib/deal/day.ts';
import { FIELD_NAMES } from '../../lib/deal/fields.ts';
import { LIMITS } from '../../lib/deal/reading.ts';
import { recordIdOf } from './crm/addresses.ts';
import { SIM_CRMS } from './crm/profiles.ts';
import { instantAt, lookReadings } from './readings.ts';
import { simulateTeam } from './team/team.ts';
import { dealOn } from './team/truth.ts';

const team = simulateTeam({ seed: 7, endDay: '2026-11-23' });
const looks = lookReadings(team, { crm: 'salesforce', tenant: 'acme', timeZone: 'Europe/Berlin' });

describe.each(SIM_CRMS)('half a year of looks in %s', (crm) => {
  const readings = lookReadings(team, { crm, tenant: 'acme' });

  it('is ordered, with an id of its own for each reading', () => {
    const times = readings.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(readings.map(({ id }) => id)).size).toBe(readings.length);
  });

  it('stays within the caps for what may come from a page', () => {
    for (const reading of readings) {
      expect(reading.id.length).toBeLessThanOrEqual(LIMITS.id);
      expect(reading.deals.length).toBeLessThanOrEqual(LIMITS.deals);
      for (const { fields } of reading.deals) {
        for (const field of Object.keys(fields)) expect(FIELD_NAMES).toContain(field);
      }
    }
  });

  it('says of each deal what the truth says of the day before', () => {
    for (const reading of readings.filter(({ page }) => page === 'record')) {
      const [read] = reading.deals;
      const deal = team.deals.find((one) => recordIdOf(crm, one) === read?.recordId);
      expect(deal).toBeDefined();
      if (!deal || !read) continue;
      const yesterday = dayInZone(reading.at - 86_400_000, 'UTC');
      expect(read.fields.closeDate).toMatchObject({ ok: true, value: dealOn(deal, yesterday)?.closeDate });
    }
  });
});

describe('the looks', () => {
  it('come on workdays, within working hours of the time zone', () => {
    for (const { at } of looks) {
      expect(weekday(dayInZone(at, 'Europe/Berlin'))).toBeLessThanOrEqual(5);
      const hour = Number(
        new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' }).format(at),
      );
      expect(hour).toBeGreaterThanOrEqual(8);
      expect(hour).toBeLessThan(18);
    }
  });

  it('hold one list a week and leave the last day to the person at the screen', () => {
    expect(looks.filter(({ page }) => page === 'list')).toHaveLength(26);
    expect(Math.max(...looks.map(({ at }) => at))).toBeLessThan(Date.parse('2026-11-23T00:00Z'));
  });

  it('see the deal at risk in the last days, all its moves, and the stale one not for three weeks', () => {
    const datesOf = (id: string) =>
      looks.flatMap(({ at, deals }) =>
        deals.filter(({ recordId }) => recordId === id).map(({ fields }) => ({ at, date: fields.closeDate })),
      );
    const risky = datesOf(recordIdOf('salesforce', team.showcase.atRisk));
    expect(new Set(risky.map(({ date }) => (date?.ok ? date.value : null))).size).toBe(4);
    expect(daysBetween(dayInZone(risky.at(-1)?.at ?? 0, 'UTC'), team.endDay)).toBeLessThanOrEqual(3);
    const stale = datesOf(recordIdOf('salesforce', team.showcase.stale));
    expect(daysBetween(dayInZone(stale.at(-1)?.at ?? 0, 'UTC'), team.endDay)).toBeGreaterThan(21);
  });

  it('see most deals end', () => {
    const closed = team.deals.filter((deal) => {
      const state = dealOn(deal, team.endDay);
      return state?.outcome !== 'open' && (state?.closeDate ?? '') > team.startDay;
    });
    const seen = closed.filter((deal) =>
      looks.some(({ deals }) =>
        deals.some(
          ({ recordId, fields }) =>
            recordId === recordIdOf('salesforce', deal) && fields.outcome?.ok && fields.outcome.value !== 'open',
        ),
      ),
    );
    expect(seen.length / closed.length).toBeGreaterThan(0.6);
  });
});

it('turns a minute of a local day into the right moment on both sides of a clock change', () => {
  expect(new Date(instantAt('2026-10-23', 540, 'Europe/Berlin')).toISOString()).toBe('2026-10-23T07:00:00.000Z');
  expect(new Date(instantAt('2026-10-26', 540, 'Europe/Berlin')).toISOString()).toBe('2026-10-26T08:00:00.000Z');
  expect(new Date(instantAt('2026-07-01', 540, 'America/New_York')).toISOString()).toBe('2026-07-01T13:00:00.000Z');
});

it('opens every open record once a week where rows carry no id', () => {
  const records = lookReadings(team, { crm: 'odoo', tenant: 'acme' }).filter(({ page }) => page === 'record');
  const lastWeek = records.filter(({ at }) => at > Date.parse('2026-11-16T00:00Z'));
  expect(new Set(lastWeek.map(({ deals }) => deals[0]?.recordId)).size).toBeGreaterThan(45);
});

it('tells the order of stages in every CRM', () => {
  for (const crm of SIM_CRMS) {
    const readings = lookReadings(team, { crm, tenant: 'acme' });
    expect(readings.some(({ stages }) => stages.length > 3 && stages.every(({ order }, at) => order === at))).toBe(
      true,
    );
  }
});
