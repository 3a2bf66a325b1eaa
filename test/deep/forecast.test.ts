import { expect, it } from 'vitest';
import { addDays, type Day, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { money } from '../../lib/deal/money.ts';
import { quarterOf } from '../../lib/deal/quarter.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { learnFrom } from '../../lib/risk/learn/learn-from.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { oursOf, pastOf } from '../../lib/team/forecast/ours.ts';
import { conversionOf } from '../../lib/team/rests-on.ts';
import { teamAt } from '../../lib/team/team-deals.ts';
import { recordLooks } from '../evaluate/record-team.ts';
import { type SimTeam, simulateTeam } from '../sim/team/team.ts';

/** Quarters that are forecast, each of them on three of its days. */
const QUARTERS = ['2025-10-15', '2026-01-15', '2026-04-15', '2026-07-15'].map((day) => quarterOf(day, 1));
const DAYS = [7, 45, 75];
const TEAMS = 6;
/** Three quarters before the first of them; the last is seen to its end. */
const SIZE = { endDay: '2026-10-30', weeks: 96, deals: 560 };
const UNIT = money(0, 'USD');

/** What the team won in dollars, as only the simulation knows. */
function wonIn({ deals }: SimTeam, from: Day, to: Day): number {
  const wins = deals.filter(({ currency, events }) => {
    const end = events.at(-1);
    return currency === 'USD' && end?.kind === 'won' && end.day >= from && end.day <= to;
  });
  return wins.reduce((sum, { events }) => {
    const amounts = events.flatMap((event) =>
      event.kind === 'created' ? event.amount : event.kind === 'amount' ? event.to : [],
    );
    return sum + Math.round((amounts.at(-1) ?? 0) * 100);
  }, 0);
}

/** What was learnt by a day: its weights change slowly, so once a quarter. */
function learntBy(histories: readonly DealHistory[], day: Day) {
  const { model, shift } = learnFrom(histories, Date.parse(day), { calendar: MONDAY_TO_FRIDAY, timeZone: 'UTC' });
  return { on: true, model, shift };
}

function forecastOn(histories: readonly DealHistory[], day: Day, learnt: ReturnType<typeof learntBy>) {
  const at = Date.parse(`${day}T18:00:00Z`);
  const moment = { asOf: at, knownAt: at, timeZone: 'UTC' };
  const settings = { ...DEFAULT_SETTINGS, homeCurrency: 'USD', learnt };
  const team = teamAt(histories, moment, settings);
  const quarter = quarterOf(day, 1);
  const by = conversionOf(settings, day);
  return oursOf({
    team,
    past: pastOf(histories, team, quarter),
    quarter,
    isOurs: () => true,
    unit: UNIT,
    by,
    goal: null,
  });
}

it('covers what simulated teams won in a quarter about as often as it says', () => {
  const found: { day: number; place: 'below' | 'inside' | 'above' }[] = [];
  for (let seed = 1; seed <= TEAMS; seed++) {
    const team = simulateTeam({ seed, ...SIZE });
    const histories = recordLooks(team, { swept: true });
    for (const quarter of QUARTERS) {
      const truth = wonIn(team, quarter.from, quarter.to);
      const learnt = learntBy(histories, quarter.from);
      for (const day of DAYS) {
        const { played } = forecastOn(histories, addDays(quarter.from, day), learnt);
        if (!played) continue;
        found.push({ day, place: truth < played.p10 ? 'below' : truth > played.p90 ? 'above' : 'inside' });
      }
    }
  }
  const share = (place: string, of = found) => of.filter((one) => one.place === place).length / of.length;
  const said = (of: typeof found) =>
    `${of.length} forecasts: ${['below', 'inside', 'above'].map((place) => `${(100 * share(place, of)).toFixed(0)} % ${place}`).join(', ')}`;
  for (const day of DAYS) console.log(`Quarter, day ${day + 1}, ${said(found.filter((one) => one.day === day))}`);
  console.log(`P10 to P90 of simulated quarters, ${said(found)} (80 % inside is meant)`);
  // Without two quarters or a calibrated score there is none; that is the rule, not the exception, only at the start.
  expect(found.length).toBeGreaterThan(0.9 * TEAMS * QUARTERS.length * DAYS.length);
  expect(share('inside')).toBeGreaterThan(0.7);
  expect(share('inside')).toBeLessThan(0.97);
  expect(share('below')).toBeLessThan(0.2);
  expect(share('above')).toBeLessThan(0.2);
}, 900_000);
