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
const TEAMS = 10;
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

function forecastOn(histories: readonly DealHistory[], day: Day) {
  const at = Date.parse(`${day}T18:00:00Z`);
  const moment = { asOf: at, knownAt: at, timeZone: 'UTC' };
  const { model, shift } = learnFrom(histories, at, { calendar: MONDAY_TO_FRIDAY, timeZone: 'UTC' });
  const settings = { ...DEFAULT_SETTINGS, homeCurrency: 'USD', learnt: { on: true, model, shift } };
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
  const found: {
    day: number;
    inside: boolean;
    place: 'below' | 'inside' | 'above';
    width: number;
    off: number;
    fresh: number;
  }[] = [];
  let notYet = 0;
  for (let seed = 1; seed <= TEAMS; seed++) {
    const team = simulateTeam({ seed, ...SIZE });
    const histories = recordLooks(team, { swept: true });
    for (const quarter of QUARTERS) {
      const truth = wonIn(team, quarter.from, quarter.to);
      for (const day of DAYS) {
        const { played } = forecastOn(histories, addDays(quarter.from, day));
        if (!played) {
          notYet++;
          continue;
        }
        const { p10, p50, p90 } = played;
        const place = truth < p10 ? 'below' : truth > p90 ? 'above' : 'inside';
        found.push({
          day,
          place,
          inside: place === 'inside',
          width: (p90 - p10) / p50,
          off: truth / p50 - 1,
          fresh: played.fresh.wins / played.fresh.periods,
        });
      }
    }
  }
  for (const day of [...DAYS, null]) {
    const part = found.filter((one) => day === null || one.day === day);
    const share = (place: string) =>
      ((100 * part.filter((one) => one.place === place).length) / part.length).toFixed(0);
    const mean = (of: (one: (typeof part)[number]) => number) => part.reduce((s, one) => s + of(one), 0) / part.length;
    console.log(
      `day ${day}: inside ${share('inside')} %, below ${share('below')}, above ${share('above')} of ${part.length}; width ${mean((o) => o.width).toFixed(2)}, off ${mean((o) => o.off).toFixed(3)} fresh ${mean((o) => o.fresh).toFixed(1)} notYet ${notYet}`,
    );
  }
  expect(found.length).toBeGreaterThan(0);
});
